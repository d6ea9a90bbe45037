"""What a talk comes down to, read from its events: what was understood, one thing to take along, the steps. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from personas.types import Course, Slip
from scoring.agreed import standing
from scoring.types import Agreed, Card, tongue_of
from simulator.talk import Round, Talk
from web.face import Expression, expression
from web.second_opinion import second_opinion_on
from web.steps import Step, steps_in


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that was agreed and still stands."""

    agreed: Agreed
    turn: int
    """The number of the turn in the record, for the link."""
    number: int
    """The same turn as the trainee counts."""


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
    take_turn: int | None = None
    """The number in the record of the turn that card is about, for the link: `again` in it means nothing without."""
    take_number: int | None = None
    """The same turn as the trainee counts."""
    settled: tuple[Settled, ...] = ()
    """What was agreed, in the order in which it was said."""

    @property
    def open_step(self) -> Step | None:
        """What to take along where no card is: the first step that went another way, else the first not done."""
        to_do = [step for step in self.steps if step.is_to_do]
        return next((step for step in to_do if step.status == "broken"), to_do[0] if to_do else None)


def debrief_of(talk: Talk, course: Course | None) -> Debrief:
    """What this talk comes down to, as far as it came."""
    last = next((r.reacted.response for r in reversed(talk.complete) if r.reacted is not None), None)
    state = talk.state
    take, take_turn = _take(talk)
    return Debrief(
        look=expression(state, last.intent if last else None),
        understood="all" if state.understanding >= 0.7 else "part" if state.understanding >= 0.35 else "not",
        false_hope=(talk.ended is not None and talk.ended.ending == "false_hope")
        or bool(last and last.hears and state.hope >= 0.5),
        hears=last.hears if last else "",
        take=take,
        steps=steps_in(talk, course),
        take_turn=take_turn,
        take_number=_numbers(talk).get(take_turn) if take_turn is not None else None,
        settled=_settled(talk),
    )


def _take(talk: Talk) -> tuple[Card | None, int | None]:
    """The card of the slip that came most often; of those the gravest, one that a second reader sees too, and one that
    offers a sentence before others. With the number of its turn in the record."""
    cards = [(card, r) for r in talk.complete if r.scored is not None for card in r.scored.feedback.cards]
    often: Counter[str] = Counter(card.flag.name for card, _ in cards)
    order: tuple[Slip, ...] = ("evasiveness", "missing_i_statement", "vagueness")

    def worth(found: tuple[Card, Round]) -> tuple[int, ...]:
        card, turn = found
        opinion = second_opinion_on(turn)
        return (
            often[card.flag.name],
            card.flag.severity,
            opinion is not None and card.flag.name in opinion.both,
            card.instead is not None,
            -order.index(card.flag.name) if card.flag.name in order else -9,
        )

    best = max(cards, key=worth, default=None)
    return (best[0], best[1].received.turn) if best else (None, None)


def _settled(talk: Talk) -> tuple[Settled, ...]:
    records, numbers = _records(talk), _numbers(talk)
    return tuple(
        Settled(agreed, records[agreed.turn], numbers[records[agreed.turn]])
        for agreed in standing(talk.scores, tongue_of(talk.session.language))
    )


def _records(talk: Talk) -> dict[int, int]:
    """The number in the record of each turn that was scored, by its place in the dialogue."""
    return {r.scored.score.turn: r.received.turn for r in talk.complete if r.scored is not None}


def _numbers(talk: Talk) -> dict[int, int]:
    """How the trainee counts each turn, by its number in the record."""
    return {r.received.turn: number for number, r in enumerate(talk.rounds, 1)}
