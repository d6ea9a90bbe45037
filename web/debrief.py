"""What a talk comes down to, read from its events: what was understood, one thing to take along, the steps. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from personas.types import Course, CourseStep, Slip
from scoring.types import Card, Score
from simulator.talk import Talk
from web.face import Expression, expression


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the course, with its evidence."""

    title: str
    why: str
    status: Literal["done", "open"]
    quote: str = ""
    turn: int | None = None
    """The number of the turn in the record, for the link."""
    number: int | None = None
    """The same turn as the trainee counts: those taken back left out."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """The head of the debrief."""

    look: Expression
    understood: Literal["all", "part", "not"]
    false_hope: bool
    hears: str
    """What the avatar believes, in its own words, where that differs from the message."""
    take: Card | None
    """The one card to take along."""
    steps: tuple[Step, ...]


def debrief_of(talk: Talk, course: Course | None) -> Debrief:
    """What this talk comes down to, as far as it came."""
    last = next((r.reacted.response for r in reversed(talk.complete) if r.reacted is not None), None)
    state = talk.state
    return Debrief(
        look=expression(state, last.intent if last else None),
        understood="all" if state.understanding >= 0.7 else "part" if state.understanding >= 0.35 else "not",
        false_hope=(talk.ended is not None and talk.ended.ending == "false_hope")
        or bool(last and last.hears and state.hope >= 0.5),
        hears=last.hears if last else "",
        take=_take(talk),
        steps=_steps(talk, course) if course else (),
    )


def _take(talk: Talk) -> Card | None:
    """The card of the slip that came most often; of those the gravest, and one that offers a sentence before others."""
    cards = [card for r in talk.complete if r.scored is not None for card in r.scored.feedback.cards]
    often: Counter[str] = Counter(card.flag.name for card in cards)
    order: tuple[Slip, ...] = ("evasiveness", "missing_i_statement", "vagueness")
    return max(
        cards,
        key=lambda card: (
            often[card.flag.name],
            card.flag.severity,
            card.instead is not None,
            -order.index(card.flag.name) if card.flag.name in order else -9,
        ),
        default=None,
    )


def _steps(talk: Talk, course: Course) -> tuple[Step, ...]:
    rounds = [r for r in talk.complete if r.scored is not None]
    scores = [r.scored.score for r in rounds if r.scored is not None]
    found = []
    for step in course.steps:
        at = _evidence(step, scores)
        if at is None:
            found.append(Step(title=step.title, why=step.why, status="open"))
            continue
        index, quote = at
        record = rounds[index].received.turn
        number = next(n for n, r in enumerate(talk.rounds, 1) if r.received.turn == record)
        found.append(Step(title=step.title, why=step.why, status="done", quote=quote, turn=record, number=number))
    return tuple(found)


def _evidence(step: CourseStep, scores: Sequence[Score]) -> tuple[int, str] | None:
    for index, score in enumerate(scores[: step.within_turns]):
        if step.phase is not None and score.phase != step.phase:
            continue
        for move in score.moves:
            if move.name == step.move:
                return index, move.quote
    return None
