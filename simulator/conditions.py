"""Whether a condition of a persona file holds at this moment, and which words make it hold. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from personas.types import FEELINGS, AvatarState, Kind, Move, Slip, Threshold, When
from scoring.types import Flag, Score

NOTICED = 2
"""Slips from this severity on reach the avatar; lighter ones wait for the debrief."""
OMISSIONS: frozenset[Kind] = frozenset({"delay", "no_answer"})
"""What is missing from a turn. Where the same turn says something that stings, the avatar takes up what was said: vague
words are asked about, a reproach is answered. Both are in the score."""


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of the trainee, as conditions see it."""

    score: Score
    text: str
    silence: float | None
    """Seconds: before the first word, or the whole of a silent turn; None where nobody measured."""

    @property
    def slips(self) -> tuple[Flag, ...]:
        """The slips that reach the avatar."""
        noticed = tuple(flag for flag in self.score.slips if flag.severity >= NOTICED)
        said = tuple(flag for flag in noticed if flag.kind not in OMISSIONS)
        return said or noticed

    def slip(self, name: Slip | Move | None = None, kind: Kind | None = None) -> Flag | None:
        """The first such slip, if there is one."""
        fitting = (f for f in self.slips if (name is None or f.name == name) and (kind is None or f.kind == kind))
        return next(fitting, None)

    def move(self, name: Move) -> Flag | None:
        """The first such move, if there is one."""
        return next((flag for flag in self.score.moves if flag.name == name), None)


@dataclass(frozen=True, slots=True)
class Moment:
    """This turn, everything before it, and what the avatar feels."""

    now: Said
    past: tuple[Said, ...]
    state: AvatarState
    told: frozenset[str]
    """The layers that were told."""

    @property
    def agreed(self) -> int:
        """So many concrete agreements were made, this turn included."""
        return sum(flag.name == "agreement" for said in (*self.past, self.now) for flag in said.score.moves)


def met(when: When, moment: Moment) -> str | None:
    """The words that make the condition hold, empty where no words do; None where it does not hold."""
    quote = _said(when, moment.now)
    if quote is None:
        return None
    if when.times is not None and 1 + sum(_said(when, past) is not None for past in moment.past) < when.times:
        return None
    if when.after is not None and when.after not in moment.told:
        return None
    if not all(_within(getattr(when, feeling), getattr(moment.state, feeling)) for feeling in FEELINGS):
        return None
    if not _within(when.agreed, moment.agreed):
        return None
    every = [met(part, moment) for part in when.all]
    if any(found is None for found in every):
        return None
    some = [found for part in when.any if (found := met(part, moment)) is not None]
    if when.any and not some:
        return None
    return next((found for found in (quote, *every, *some) if found), "")


def mentioned(words: tuple[str, ...], text: str) -> str | None:
    """The first place in `text` where one of `words` stands, as it is written there."""
    found = _pattern(words).search(text.replace("’", "'"))
    return text[found.start() : found.end()] if found else None


def _said(when: When, said: Said) -> str | None:
    """The part of a condition that one turn decides by itself; what `times` counts."""
    if when.phase is not None and said.score.phase != when.phase:
        return None
    quotes: list[str] = []
    if when.slip is not None or when.kind is not None:
        slip = said.slip(when.slip, when.kind)
        if slip is None:
            return None
        quotes.append(slip.quote)
    if when.move is not None:
        move = said.move(when.move)
        if move is None:
            return None
        quotes.append(move.quote)
    if when.about:
        words = mentioned(when.about, said.text)
        if words is None:
            return None
        quotes.append(words)
    if when.silence is not None and (said.silence is None or not when.silence.holds(said.silence)):
        return None
    return next((quote for quote in quotes if quote), "")


def _within(bound: Threshold | None, number: float) -> bool:
    return bound is None or bound.holds(number)


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(re.escape(word.replace("’", "'")).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)
