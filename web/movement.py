"""How the avatar's state moved in a turn, in the words and steps a person reads. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from personas.types import FEELINGS, AvatarState, Change, Feeling
from simulator.types import Cause

WHOLE = 100
"""Feelings go from 0 to 1 inside, and from 0 to 100 for people."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One feeling that moved."""

    feeling: Feeling
    before: int
    after: int


def moved(before: AvatarState, after: AvatarState, *, all_of_them: bool = False) -> list[Moved]:
    """The feelings that moved, each from 0 to 100; with `all_of_them`, also those that stayed."""
    found = [Moved(f, round(getattr(before, f) * WHOLE), round(getattr(after, f) * WHOLE)) for f in FEELINGS]
    return [each for each in found if all_of_them or each.before != each.after]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why feelings moved, as a person reads it."""

    says: str
    quote: str
    change: Change


def reasons(causes: Iterable[Cause]) -> list[Reason]:
    """The causes, those that read the same added up: two rules of a file may hold for one reason."""
    found: dict[tuple[str, str], Change] = {}
    for cause in causes:
        before = found.get((cause.says, cause.quote), Change())
        total = {feeling: getattr(before, feeling) + getattr(cause.change, feeling) for feeling in FEELINGS}
        found[cause.says, cause.quote] = Change(**{f: max(-1.0, min(1.0, step)) for f, step in total.items()})
    return [Reason(says, quote, change) for (says, quote), change in found.items()]


def steps_of(change: Change) -> list[tuple[Feeling, int]]:
    """The steps of one cause, from -100 to 100, those of nothing left out."""
    found = [(f, round(getattr(change, f) * WHOLE)) for f in FEELINGS]
    return [each for each in found if each[1]]
