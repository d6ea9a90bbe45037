"""How a talk sounded: what was measured of each turn beside the trainee's own earlier speech and the variety. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from personas.types import Language
from scoring.delivery.compare import Baseline, Measure, baseline, measures, silence_after, together
from scoring.delivery.says import Line, line, share
from scoring.delivery.types import Delivery
from simulator.talk import Round, Talk

_DIRECTION = re.compile(r"\([^)]*\)")
"""What the avatar does stands in parentheses and takes no words."""


@dataclass(frozen=True, slots=True)
class Share:
    """The trainee's part of all that was said in a talk."""

    percent: float
    of: Literal["words", "seconds"]
    """Seconds where both were heard in every turn, words otherwise."""


def lines_of_turn(talk: Talk, turn: int, earlier: Sequence[Delivery] = ()) -> tuple[Line, ...]:
    """What there is to read about the sound of one turn; nothing where it was typed, silent or not measured.

    `earlier` is what was measured in this person's other talks in the same language, the newest first.
    """
    found = next((r for r in (*talk.rounds, *talk.taken_back) if r.received.turn == turn), None)
    if found is None or found.measured is None:
        return ()
    own = _before(talk, turn) or baseline(earlier, "earlier_talks")
    return _in_words(measures(found.measured.delivery, talk.session.language, own), talk.session.language, own)


def lines_of_talk(talk: Talk, earlier: Sequence[Delivery] = ()) -> tuple[Line, ...]:
    """What there is to read about the sound of a whole talk; nothing where no turn was measured.

    A talk as a whole is held against earlier talks, not against its own beginning.
    """
    spoken = [r.measured.delivery for r in talk.complete if r.measured is not None]
    if not spoken:
        return ()
    language = talk.session.language
    own = baseline(earlier, "earlier_talks")
    whole = [each for each in measures(together(spoken), language, own) if each.name != "silence_after_message"]
    left = silence_after_message(talk)
    if left:
        whole.append(silence_after(left))
    lines = _in_words(whole, language, own)
    part = talk_share(talk)
    return (*lines, share(part.percent, part.of, language)) if part else lines


def _in_words(found: Iterable[Measure], language: Language, own: Baseline | None) -> tuple[Line, ...]:
    return tuple(line(each, language, own.source if own else "this_talk") for each in found)


def _before(talk: Talk, turn: int) -> Baseline | None:
    """The first half minute of speech in this talk, if this turn comes after it."""
    return baseline((r.measured.delivery for r in talk.rounds if r.measured and r.received.turn < turn), "this_talk")


def silence_after_message(talk: Talk) -> float:
    """Seconds the trainee kept silent once the message had been said; 0 where it was not said, or not timed.

    Either a pause in the same turn, or all silence until the trainee's next words.
    """
    rounds = iter(talk.complete)
    said = next((r for r in rounds if r.scored is not None and r.scored.score.message_said), None)
    if said is None:
        return 0.0
    inside = [p.seconds for p in said.measured.delivery.pauses if p.place == "after_message"] if said.measured else []
    return max(inside, default=0.0) or _until_words(rounds)


def _until_words(rounds: Iterator[Round]) -> float:
    silence = 0.0
    for each in rounds:
        if each.received.kind != "silent":
            return silence + (each.received.silence_before or 0.0)
        silence += each.received.seconds
    return silence


def talk_share(talk: Talk) -> Share | None:
    """How much of the talk was the trainee's; None before both have spoken."""
    rounds = [r for r in talk.complete if r.received.kind != "silent"]
    mine = [r.measured.delivery.seconds for r in rounds if r.measured is not None]
    voiced = [event.seconds for r in talk.complete for event in r.spoke]
    if mine and len(mine) == len(rounds) and voiced and all(voiced):
        return Share(100 * sum(mine) / (sum(mine) + sum(voiced)), "seconds")
    said = sum(len(r.heard.transcript.text.split()) for r in rounds if r.heard is not None)
    heard = sum(len(_DIRECTION.sub("", text).split()) for text in (talk.opening, *(r.reply for r in talk.complete)))
    return Share(100 * said / (said + heard), "words") if said and heard else None
