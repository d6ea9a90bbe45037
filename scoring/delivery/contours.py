"""The frames in which sound is measured, and how loud each is. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second of all sound that is measured here."""
STEP = 0.01
"""Seconds from one frame to the next. Frame `i` has its middle at `i * STEP`."""
HOP = round(RATE * STEP)
QUIET = -120.0
"""dB relative to full scale at which digital silence is put: the logarithm of nothing has no number."""

Samples = NDArray[np.float32]
"""Mono, shape (samples,), 16 kHz, from -1 to 1."""
Contour = NDArray[np.float64]
"""One number for each frame, shape (frames,)."""


def frame_count(samples: Samples) -> int:
    """How many frames there are: one for each begun step of the sound."""
    return -(-len(samples) // HOP)


def loudness(samples: Samples, window: float = 0.064) -> Contour:
    """The level of each frame in dB relative to full scale, by a Hann window of so many seconds.

    64 ms is what De Jong & Wempe (2009) smooth with: longer than a period of any voice, shorter than a syllable.
    """
    frames = frame_count(samples)
    if not frames:
        return np.zeros(0)
    half = HOP // 2
    blocks = np.zeros((2 * frames + 1) * half)
    blocks[half : half + len(samples)] = np.square(samples, dtype=np.float64)
    power = blocks.reshape(-1, half).mean(axis=1)  # blocks of 5 ms; those around frame i are 2i and 2i + 1
    weights = np.hanning(2 * round(window / STEP) + 2)[1:-1]
    smooth = np.convolve(power, weights / weights.sum(), mode="full")
    first = len(weights) // 2
    level = smooth[first : first + 2 * frames : 2]
    quiet: Contour = 10 * np.log10(np.maximum(level, 10 ** (QUIET / 10)))
    return quiet
