"""How far a figure may be off by chance: bootstrap intervals over whole stories. Pure: no randomness.

Turns of one story stand or fall together, so stories are drawn and not turns (Efron & Tibshirani 1993, ch. 8).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from personas.types import Frozen

DRAWS = 1000
_SEED = 20_261_122
_LOW, _HIGH = 2.5, 97.5

Outcome = tuple[bool, bool]
"""Whether a label was seen, and whether it holds."""


class Interval(Frozen):
    """The middle 95 % of what drawing the stories again gives; None where too little is there to say."""

    low: float | None
    high: float | None


def intervals(outcomes: Sequence[tuple[Hashable, Outcome]]) -> Mapping[str, Interval]:
    """The intervals of `precision`, `recall` and `f1` for the outcomes of one label, each with its story.

    Empty where the label neither holds nor was seen.
    """
    stories = {story: place for place, story in enumerate(dict.fromkeys(story for story, _ in outcomes))}
    counts = np.zeros((len(stories), 3))
    for story, (seen, holds) in outcomes:
        if seen or holds:
            counts[stories[story], 0 if seen and holds else 1 if seen else 2] += 1
    if not stories or not counts.any():
        return {}
    draws = np.random.default_rng(_SEED).multinomial(len(stories), [1 / len(stories)] * len(stories), size=DRAWS)
    right, wrong, missed = (draws @ counts).T
    return {
        "precision": _middle(right, right + wrong),
        "recall": _middle(right, right + missed),
        "f1": _middle(2 * right, 2 * right + wrong + missed),
    }


def share_interval(marks: Sequence[tuple[Hashable, bool]]) -> Interval:
    """The interval of a share, such as that of the clean turns with a flag."""
    stories = {story: place for place, story in enumerate(dict.fromkeys(story for story, _ in marks))}
    counts = np.zeros((len(stories), 2))
    for story, marked in marks:
        counts[stories[story]] += (marked, 1)
    if not stories:
        return Interval(low=None, high=None)
    draws = np.random.default_rng(_SEED).multinomial(len(stories), [1 / len(stories)] * len(stories), size=DRAWS)
    marked_ones, all_of_them = (draws @ counts).T
    return _middle(marked_ones, all_of_them)


def _middle(part: NDArray[np.float64], whole: NDArray[np.float64]) -> Interval:
    there = whole > 0
    if not there.any():
        return Interval(low=None, high=None)
    low, high = np.percentile(part[there] / whole[there], [_LOW, _HIGH])
    return Interval(low=round(float(low), 4), high=round(float(high), 4))
