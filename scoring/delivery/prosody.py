"""The contours of one turn: how loud and how high, frame by frame, and where somebody speaks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.delivery.contours import HOP, STEP, Contour, Samples, loudness
from scoring.delivery.nuclei import nuclei
from scoring.delivery.pitch import pitch, stretches, without_jumps

Span = tuple[float, float]
"""From and to, in seconds."""

SHORTEST_PAUSE = 0.2
"""Seconds. Shorter silences are stops of consonants (Campione & Véronis 2002 call pauses below 200 ms brief)."""
QUIET_BELOW = 25.0
"""dB below the loud end of the speech: what is softer and has no voice is silence (De Jong & Wempe 2009)."""


@dataclass(frozen=True, slots=True, eq=False)
class Prosody:
    """What the sound of a turn gives without any words."""

    spans: tuple[Span, ...]
    """The stretches of speech, in order."""
    level: Contour
    """dB relative to full scale, for each frame."""
    hertz: Contour
    """Pitch for each frame; nan where no voice sounds, and outside the spans."""
    nuclei: NDArray[np.float64]
    """Where the syllables have their middle, in seconds."""

    @property
    def speech_seconds(self) -> float:
        """How long somebody speaks, pauses left out."""
        return sum(end - start for start, end in self.spans)

    def between(self, start: float, end: float) -> slice:
        """The frames of a stretch of time."""
        return slice(max(0, round(start / STEP)), max(0, round(end / STEP)))


def prosody(samples: Samples, spans: Sequence[Span]) -> Prosody:
    """The contours of 16 kHz mono sound in which somebody speaks in `spans`; without spans there is nothing to measure.

    A speech detector lags behind the end of speech and bridges short pauses, so the spans are cut to what is loud
    or voiced in them; in a noisy recording nothing is quiet enough, and they stay as they are. A steady offset of
    the microphone is taken away first. Nothing here depends on how loud the recording is, except `level`, by that
    very number of dB.
    """
    if len(samples) and spans:
        samples = samples - np.float32(samples.mean(dtype=np.float64))
    level = loudness(samples)
    inside = np.zeros(len(level), dtype=bool)
    for start, end in spans:
        inside[round(start / STEP) : round(end / STEP)] = True
    hertz = np.full(len(level), np.nan)
    if inside.any():
        # Only what lies around speech is looked at: two minutes of silence cost nothing.
        first, last = int(inside.argmax()), len(inside) - int(inside[::-1].argmax())
        hertz[first:last] = pitch(samples[first * HOP : last * HOP])
        hertz[~inside] = np.nan
        inside = _speaking(inside, loudness(samples, 0.03), hertz)
        hertz[~inside] = np.nan
        hertz = without_jumps(hertz)
    middles = nuclei(np.where(inside, level, level.min(initial=0.0)), hertz) if inside.any() else np.zeros(0)
    cut = tuple((round(start * STEP, 3), round(end * STEP, 3)) for start, end in stretches(inside))
    return Prosody(cut, level, hertz, middles)


def _speaking(inside: NDArray[np.bool_], level: Contour, hertz: Contour) -> NDArray[np.bool_]:
    """The frames of speech without the silences at the edges of each stretch and the pauses in it."""
    quiet = inside & (level < float(np.quantile(level[inside], 0.99)) - QUIET_BELOW) & ~np.isfinite(hertz)
    kept = inside.copy()
    for start, end in stretches(inside):
        for first, last in stretches(quiet[start:end]):
            at_edge = first == 0 or last == end - start
            if at_edge or last - first >= SHORTEST_PAUSE / STEP:
                kept[start + first : start + last] = False
    return kept
