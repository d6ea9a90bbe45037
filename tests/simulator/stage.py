"""A stage to try the engine on: a person, a situation, and turns whose score is given instead of measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from personas.types import KINDS, Kind, Move, Persona, Phase, Scenario, Slip
from scoring.types import Feedback, Flag, Score, Slot
from simulator.events import Finished, Heard, Reacted, Received, Replied, Scored, Started
from simulator.reaction import react
from simulator.talk import Talk, add, sum_up
from simulator.types import Part, Response, Session, Transcript

OPENING = "Dag Jo. (legt haar gsm weg) Je wou mij spreken?"


@cache
def nadia() -> Persona:
    """The person of nadia.yaml."""
    text = (Path(__file__).parent / "nadia.yaml").read_text(encoding="utf-8")
    return Persona.model_validate(YAML(typ="safe", pure=True).load(text))


@cache
def gent() -> Scenario:
    """Her situation: the bookkeeping moves, her contract ends."""
    return Scenario.model_validate(
        {
            "schema": "scenario/1",
            "id": "boekhouding-naar-gent",
            "version": "1.0.0",
            "language": "nl-BE",
            "title": "De boekhouding gaat naar Gent",
            "summary": "Je zegt Nadia dat haar contract stopt.",
            "course": "bad_news",
            "personas": ["nadia-of-the-tests"],
            "trainee_name": "Jo",
            "message": "We beëindigen je contract; je laatste dag is 31 januari.",
            "signs": [["contract"], ["beëindig*", "stop*", "eindigt"]],
            "words": {"last-day": "31 januari"},
            "briefing": {
                "situation": "De groep brengt de boekhouding samen in Gent.",
                "your_role": "Vestigingsleider",
                "must_say": ["Het contract van Nadia stopt op 31 januari."],
                "by_when": "Binnen de eerste twee zinnen.",
                "reasons": ["Drie boekhoudingen worden er één."],
                "not_negotiable": ["De beslissing."],
                "may_offer": ["Outplacement, van bij het begin betaald."],
            },
            "opening": [OPENING],
        }
    )


def begin(
    persona: Persona | None = None, *, seed: int = 1, difficulty: int = 2, scenario: Scenario | None = None
) -> Talk:
    """A talk in which nothing has been said yet but the opening."""
    session = Session(
        id="talk",
        owner="me",
        language=(persona or nadia()).language,
        persona=persona or nadia(),
        scenario=scenario or gent(),
        difficulty=difficulty,
        seed=seed,
        begun="2026-11-23T09:00:00+00:00",
    )
    return sum_up([Started(session=session, opening=OPENING)])


@dataclass(frozen=True)
class Line:
    """One turn of the trainee and its score. `slips` are kinds, such as `delay`, or (kind, words); a text of None is
    silence."""

    text: str | None
    slips: Sequence[Kind | tuple[Kind, str]] = ()
    moves: Sequence[Move] = ()
    said: bool = False
    """Whether the message is said here."""
    silence: float | None = None
    asked: Slot | None = None
    answered: bool | None = None
    phase: Phase | None = None
    unsure: Sequence[tuple[int, int]] = field(default_factory=tuple)
    severity: int = 2
    ungraded: str | None = None


def scored(talk: Talk, line: Line, turn: int) -> Score:
    """The score as a scorer would give it."""
    text = line.text or ""
    if line.ungraded:
        return Score(turn=turn, ungraded=line.ungraded, version="test")
    said_at = next((i for i, score in enumerate(talk.scores) if score.message_said), None)
    since = 0 if said_at is None else len(talk.scores) - said_at - 1
    where: Phase = (
        "opening" if not talk.scores else "message" if said_at is None else "catching" if since < 2 else "solution"
    )

    def flag(name: Slip | Move, kind: Kind | None, quote: str) -> Flag:
        start = text.index(quote)
        return Flag(
            name=name,
            kind=kind,
            turn=turn,
            start=start,
            end=start + len(quote),
            quote=quote,
            severity=line.severity,
            rule=f"test.{name}",
        )

    slips = []
    for one in line.slips:
        kind, quote = one if isinstance(one, tuple) else (one, text.split(".")[0].split(",")[0])
        slips.append(flag(next(name for name, kinds in KINDS.items() if kind in kinds), kind, quote))
    return Score(
        turn=turn,
        slips=tuple(slips),
        moves=tuple(flag(move, None, text.split(".")[0]) for move in line.moves),
        phase=line.phase or where,
        message_said=line.said or said_at is not None,
        asked=line.asked or ("open" if line.answered is not None else None),
        answered=line.answered,
        version="test",
    )


def take(talk: Talk, line: Line) -> tuple[Talk, Response]:
    """The talk after this turn, answered with the authored line, and what the avatar made of it."""
    number = talk.turns + 1
    silent = line.text is None
    received = Received(
        turn=number,
        kind="silent" if silent else "typed",
        text=line.text,
        seconds=(line.silence or 0) if silent else 0,
        silence_before=line.silence,
    )
    words = Transcript(text=line.text or "", unsure=tuple(line.unsure), language=talk.session.language, model="typed")
    heard = Heard(turn=number, transcript=words)
    talk = add(add(talk, received), heard)
    dialogue = talk.dialogue(heard, line.silence)
    score = scored(talk, line, dialogue.turn)
    response = react(talk, dialogue, score, received)
    for event in (
        Scored(turn=number, score=score, feedback=Feedback(turn=dialogue.turn)),
        Reacted(turn=number, response=response),
        Replied(turn=number, index=0, part=Part(text=response.line, source="script")),
        Finished(turn=number),
    ):
        talk = add(talk, event)
    return talk, response


def play(*lines: Line, persona: Persona | None = None, **settings: Any) -> tuple[Talk, list[Response]]:
    """A whole talk, and every response in it."""
    talk, responses = begin(persona, **settings), []
    for line in lines:
        talk, response = take(talk, line)
        responses.append(response)
    return talk, responses


def with_(persona: Persona, **changes: Any) -> Persona:
    """The same person with something changed, checked again."""
    raw = persona.model_dump(by_alias=True)
    return Persona.model_validate({**raw, **changes})


CLEAR = Line(
    "Nadia, ik heb slecht nieuws. We beëindigen je contract, je laatste dag is 31 januari.",
    moves=("clear_message",),
    said=True,
)
VAGUE = Line("Er gaat op termijn misschien iets veranderen aan de boekhouding.", slips=[("open", "op termijn")])
EVASIVE = Line("Ga zitten. Je weet dat de markt het moeilijk heeft, en vorig jaar ook al.", slips=["delay"])
BLAMING = Line("Nadia, jij hebt je ook nooit aan de afspraken gehouden.", slips=["blame"])
again = replace
