"""Whether a condition of a persona file can ever hold."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from personas.types import FEELINGS, KINDS, Phase, Threshold, When

MOST_STEPS = 1_000
"""So many steps at most are taken to find a way in which a condition holds; then it gets the benefit of the doubt."""


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that are still possible."""

    low: float = 0
    low_is_in: bool = True
    high: float = math.inf
    high_is_in: bool = True

    def within(self, bound: Threshold) -> Range:
        """What is left of it under one more bound."""
        strict, value = bound.sign in (">", "<"), bound.value
        if bound.sign in (">=", ">"):
            if value < self.low or (value == self.low and not strict):
                return self
            return replace(self, low=value, low_is_in=not strict)
        if value > self.high or (value == self.high and not strict):
            return self
        return replace(self, high=value, high_is_in=not strict)

    @property
    def empty(self) -> bool:
        """Whether no number is left."""
        return self.low > self.high or (self.low == self.high and not (self.low_is_in and self.high_is_in))


@dataclass(frozen=True, slots=True)
class Moment:
    """What one turn may still be like, with what is already asked of it."""

    phase: Phase | None = None
    ranges: tuple[tuple[str, Range], ...] = ()

    def with_(self, when: When, told: Collection[str]) -> Moment | None:
        """The same moment when this holds too, its `any` and `all` left out; None when it cannot."""
        if when.kind and when.slip and when.kind not in KINDS[when.slip]:
            return None
        if when.phase and self.phase and when.phase != self.phase:
            return None
        if when.after is not None and when.after not in told:
            return None
        ranges = dict(self.ranges)
        for name in (*FEELINGS, "silence", "agreed"):
            bound: Threshold | None = getattr(when, name)
            if bound is not None:
                widest = Range(high=1) if name in FEELINGS else Range()
                ranges[name] = ranges.get(name, widest).within(bound)
                if ranges[name].empty:
                    return None
        return Moment(when.phase or self.phase, tuple(ranges.items()))


def can_hold(when: When, told: Collection[str]) -> bool:
    """Whether there can be a turn in which this holds, when only these layers can have been told."""
    steps = 0
    waiting: list[tuple[Moment, tuple[tuple[When, ...], ...]]] = [(Moment(), ((when,),))]
    while waiting:
        moment, groups = waiting.pop()
        if not groups:
            return True
        for choice in reversed(groups[0]):
            steps += 1
            narrowed = moment.with_(choice, told)
            if narrowed is not None:
                more = tuple((one,) for one in choice.all) + ((choice.any,) if choice.any else ())
                waiting.append((narrowed, more + groups[1:]))
        if steps > MOST_STEPS:
            return True
    return False


def parts(when: When) -> Iterator[When]:
    """The condition and every condition within it."""
    yield when
    for part in (*when.any, *when.all):
        yield from parts(part)


def openable(layers: dict[str, When | str]) -> set[str]:
    """The ids of the layers that can ever be told, given when each opens."""
    told = {id_ for id_, opens in layers.items() if opens == "free"}
    waiting = {id_: opens for id_, opens in layers.items() if isinstance(opens, When)}
    while more := {id_ for id_, opens in waiting.items() if can_hold(opens, told)}:
        told |= more
        waiting = {id_: opens for id_, opens in waiting.items() if id_ not in more}
    return told
