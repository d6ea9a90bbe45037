"""A talk is the sum of its events. This adds them up; nothing else knows where a talk stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from personas.types import AvatarState, Ending
from scoring.pauses import LONG
from scoring.types import Dialogue, Score, Utterance
from simulator.events import (
    Ended,
    Event,
    Finished,
    Heard,
    Judged,
    Measured,
    Reacted,
    Received,
    Replied,
    Rewound,
    Scored,
    Spoke,
    Started,
)
from simulator.types import Session, Transcript


@dataclass(frozen=True, slots=True)
class Round:
    """One turn of the trainee with everything that came of it, as far as it came."""

    received: Received
    heard: Heard | None = None
    scored: Scored | None = None
    reacted: Reacted | None = None
    replied: tuple[Replied, ...] = ()
    spoke: tuple[Spoke, ...] = ()
    finished: Finished | None = None
    measured: Measured | None = None
    """How it sounded; typed and silent turns have none."""
    judged: Judged | None = None
    """The second opinion, once it is there."""

    @property
    def reply(self) -> str:
        """All the avatar said in this turn."""
        return " ".join(event.part.text for event in self.replied)


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a talk stands after its events."""

    session: Session
    opening: str
    rounds: tuple[Round, ...] = ()
    """The turns that count."""
    taken_back: tuple[Round, ...] = ()
    """Turns that were tried again, in the order they were said."""
    turns: int = 0
    """How many turns were ever begun; the next one is `turns + 1`."""
    ended: Ended | None = None

    @property
    def open_round(self) -> Round | None:
        """A turn that was cut short and can go on."""
        return self.rounds[-1] if self.rounds and self.rounds[-1].finished is None else None

    @property
    def complete(self) -> tuple[Round, ...]:
        """The turns that count and are finished."""
        return tuple(r for r in self.rounds if r.finished is not None)

    @property
    def state(self) -> AvatarState:
        """What the avatar feels now, before any turn that is still open."""
        for past in reversed(self.complete):
            if past.reacted is not None:
                return past.reacted.response.after
        return self.session.persona.starts

    @property
    def scores(self) -> tuple[Score, ...]:
        """The scores of the finished turns, in order."""
        return tuple(r.scored.score for r in self.complete if r.scored is not None)

    @property
    def told(self) -> frozenset[str]:
        """The layers the avatar has told."""
        return frozenset(
            r.reacted.response.layer for r in self.complete if r.reacted is not None and r.reacted.response.layer
        )

    @property
    def said_lines(self) -> tuple[str, ...]:
        """Every authored line the avatar has used, in order."""
        return tuple(r.reacted.response.line for r in self.complete if r.reacted is not None)

    @property
    def ending(self) -> Ending | None:
        """How the last turn ended the talk, if it did."""
        last = self.complete[-1] if self.complete else None
        return last.reacted.response.ending if last is not None and last.reacted is not None else None

    def dialogue(self, said: Heard | None = None, silence_before: float | None = None) -> Dialogue:
        """The talk as the scorer reads it, with `said` as its last utterance if given.

        Raises ValueError when nothing has been said at all.
        """
        scenario = self.session.scenario
        utterances: list[Utterance] = []
        if self.opening:
            utterances.append(Utterance(speaker="avatar", text=self.opening))
        for past in self.complete:
            if past.heard is not None and past.finished is not None and past.finished.outcome == "answered":
                utterances.append(_trainee(past.heard, past.received.silence_before))
                if past.reply:
                    utterances.append(Utterance(speaker="avatar", text=past.reply))
        if said is not None:
            utterances.append(_trainee(said, silence_before))
        return Dialogue(
            language=self.session.language,
            course=scenario.course,
            message=scenario.message,
            signs=scenario.signs,
            reasons=scenario.briefing.reasons,
            utterances=tuple(utterances),
            now=datetime.fromisoformat(self.session.begun_here or self.session.begun),
        )

    def dialogue_of(self, turn: int) -> Dialogue | None:
        """The talk up to and including what was heard in this turn; None where the turn has no words or is gone."""
        this = next((r for r in self.rounds if r.received.turn == turn), None)
        if this is None or this.heard is None or not this.heard.transcript.text:
            return None
        before = tuple(r for r in self.rounds if r.received.turn < turn)
        return replace(self, rounds=before).dialogue(this.heard, this.received.silence_before)


def _trainee(heard: Heard, silence_before: float | None) -> Utterance:
    transcript = heard.transcript
    return Utterance(
        speaker="trainee",
        text=transcript.text,
        unsure=transcript.unsure,
        pauses=_pauses(transcript),
        silence_before=silence_before,
    )


def _pauses(transcript: Transcript) -> tuple[int, ...]:
    """Where a word begins after a pause of `LONG` seconds or more."""
    found: list[int] = []
    place, ended = 0, None
    for word in transcript.words:
        start = transcript.text.find(word.text, place)
        if start < 0:
            continue
        if ended is not None and word.start - ended >= LONG:
            found.append(start)
        place, ended = start + len(word.text), word.end
    return tuple(found)


def add(talk: Talk, event: Event) -> Talk:
    """The talk after one more event. An event that does not fit where the talk stands raises ValueError."""
    match event:
        case Started():
            raise ValueError("expected one `started`, at the beginning; got a second one")
        case Received(turn=turn):
            if turn != talk.turns + 1:
                raise ValueError(f"expected turn {talk.turns + 1}, got turn {turn}")
            return replace(talk, rounds=(*talk.rounds, Round(event)), turns=turn)
        case Rewound(turn=turn):
            kept = tuple(r for r in talk.rounds if r.received.turn < turn)
            gone = tuple(r for r in talk.rounds if r.received.turn >= turn)
            return replace(talk, rounds=kept, taken_back=(*talk.taken_back, *gone), ended=None)
        case Ended():
            return replace(talk, ended=event)
        case Judged(turn=turn):
            if not any(r.received.turn == turn for r in (*talk.rounds, *talk.taken_back)):
                raise ValueError(f"expected `judged` for a turn that was begun, got turn {turn}")
            return replace(talk, rounds=_judged(talk.rounds, event), taken_back=_judged(talk.taken_back, event))
    current = talk.open_round
    if current is None or getattr(event, "turn", None) != current.received.turn:
        raise ValueError(f"expected an open turn for `{event.type}`")
    match event:
        case Heard():
            current = replace(current, heard=event)
        case Scored():
            current = replace(current, scored=event)
        case Measured():
            current = replace(current, measured=event)
        case Reacted():
            current = replace(current, reacted=event)
        case Replied():
            current = replace(current, replied=(*current.replied, event))
        case Spoke():
            current = replace(current, spoke=(*current.spoke, event))
        case Finished():
            current = replace(current, finished=event)
    return replace(talk, rounds=(*talk.rounds[:-1], current))


def _judged(rounds: tuple[Round, ...], event: Judged) -> tuple[Round, ...]:
    return tuple(replace(r, judged=event) if r.received.turn == event.turn else r for r in rounds)


def sum_up(events: Iterable[Event]) -> Talk:
    """The talk that these events make. The first must be `started`; raises ValueError otherwise."""
    steps = iter(events)
    first = next(steps, None)
    if not isinstance(first, Started):
        raise ValueError("expected a talk to begin with `started`")
    talk = Talk(session=first.session, opening=first.opening)
    for event in steps:
        talk = add(talk, event)
    return talk
