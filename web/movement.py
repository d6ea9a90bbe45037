"""How the avatar's state moved in a turn, in the words and steps a person reads. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from personas.types import FEELINGS, AvatarState, Change, Feeling

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


def steps_of(change: Change) -> list[tuple[Feeling, int]]:
    """The steps of one cause, from -100 to 100, those of nothing left out."""
    found = [(f, round(getattr(change, f) * WHOLE)) for f in FEELINGS]
    return [each for each in found if each[1]]
