"""Syllables counted in the sound: voiced peaks of loudness with a dip between them (De Jong & Wempe 2009). Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.delivery.contours import STEP, Contour

BELOW_TOP = 25.0
"""dB below the loud end of the sound under which nothing is a syllable."""
DIP = 1.0
"""dB between a peak and the lowest point before it; a smaller dip lies inside one syllable. Theirs is 2, found with
another smoothing; on the human clips 2 misses 16 % of the syllables and 1 misses 5 %."""


def nuclei(level: Contour, hertz: Contour) -> NDArray[np.float64]:
    """The seconds at which the syllables of a sound have their middle, in order.

    `level` is in dB and `hertz` is nan where no voice sounds, a number for each frame in both.
    """
    if len(level) < 3:
        return np.zeros(0)
    floor = float(np.quantile(level, 0.99)) - BELOW_TOP
    before, here, after = level[:-2], level[1:-1], level[2:]
    tops = np.flatnonzero((here > before) & (here >= after) & (here > floor)) + 1
    kept: list[int] = []
    for top in tops:
        if not kept:
            kept.append(int(top))
            continue
        lowest = float(level[kept[-1] : top + 1].min())
        if level[top] - lowest >= DIP and level[kept[-1]] - lowest >= DIP:
            kept.append(int(top))
        elif level[top] > level[kept[-1]]:
            kept[-1] = int(top)  # a shoulder of the same syllable
    voiced = np.isfinite(hertz)
    return np.array([top * STEP for top in kept if voiced[max(0, top - 1) : top + 2].any()])
