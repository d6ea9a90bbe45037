"""Sounds of which everything is known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
Samples = NDArray[np.float32]


def tone(hertz: float, seconds: float, loudness: float = 0.1) -> Samples:
    """A steady voice: ten harmonics, each softer than the one below."""
    return glide([(0.0, hertz), (seconds, hertz)], loudness)


def glide(course: list[tuple[float, float]], loudness: float = 0.1) -> Samples:
    """A voice whose pitch goes from point to point of `course` (second, hertz), evenly in semitones."""
    at, hertz = zip(*course, strict=True)
    time = np.arange(round(at[-1] * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(2 ** np.interp(time, at, np.log2(hertz))) / RATE
    harmonics = [np.sin(k * phase) / k for k in range(1, 11)]
    whole: Samples = (loudness * np.sum(harmonics, axis=0)).astype(np.float32)
    return whole


def silence(seconds: float) -> Samples:
    """Nothing at all."""
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def noise(seconds: float, loudness: float = 0.1, seed: int = 1) -> Samples:
    """White noise."""
    return (np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * loudness).astype(np.float32)


def syllable_train(count: int, each: float, hertz: float = 140.0) -> Samples:
    """So many bursts of voice, `each` seconds from one to the next, with a dip between them."""
    one = round(each * RATE)
    shape = np.hanning(one) ** 0.5 + 0.02
    return (tone(hertz, count * each)[: one * count] * np.tile(shape, count)).astype(np.float32)


def joined(*parts: Samples) -> Samples:
    """One sound after the other."""
    return np.concatenate(parts)
