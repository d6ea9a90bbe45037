"""Where in a sound somebody speaks (Silero VAD, as faster-whisper brings it), and the sound without long silences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.types import RATE

Span = tuple[float, float]
"""From and to, in seconds."""

SHORTEST_SPEECH = 0.1
"""Shorter bursts are clicks and knocks; the shortest answer, "ja", lasts longer."""
SHORTEST_PAUSE = 0.2
"""Shorter gaps belong to the words: a stop consonant is silent too."""
AROUND = 1.0
"""Seconds kept before and after speech: soft first and last sounds lie there, and cutting closer costs words."""
LONGEST_SILENCE = 2.0
"""Longer silences are cut down to twice AROUND: nothing is to be heard there, and recognisers make words up in them."""


def speech_spans(samples: NDArray[np.float32]) -> tuple[Span, ...]:
    """The stretches of speech in 16 kHz mono samples, in order, never overlapping; none in silence and noise."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    if len(samples) < RATE * SHORTEST_SPEECH:
        return ()
    options = VadOptions(
        min_speech_duration_ms=round(SHORTEST_SPEECH * 1000),
        min_silence_duration_ms=round(SHORTEST_PAUSE * 1000),
        speech_pad_ms=0,
    )
    found = get_speech_timestamps(samples, options)
    return tuple((span["start"] / RATE, min(span["end"], len(samples)) / RATE) for span in found)


def spoken_seconds(spans: Sequence[Span]) -> float:
    """How long somebody speaks, pauses left out."""
    return sum(end - start for start, end in spans)


def spoken_share(spans: Sequence[Span], start: float, end: float) -> float:
    """How much of the time from `start` to `end` is speech, from 0 to 1."""
    if end <= start:
        return float(any(one <= start <= other for one, other in spans))
    return min(1.0, sum(max(0.0, min(end, stop) - max(start, begin)) for begin, stop in spans) / (end - start))


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A sound without its long silences, and how its times lie in the whole sound."""

    samples: NDArray[np.float32]
    """16 kHz mono, shape (samples,)."""
    pieces: tuple[Span, ...]
    """What was kept, in seconds of the whole sound."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / RATE

    def original(self, second: float) -> float:
        """Where a time of the squeezed sound lies in the whole one."""
        left = second
        for start, end in self.pieces:
            if left <= end - start:
                return start + max(0.0, left)
            left -= end - start
        return self.pieces[-1][1] if self.pieces else 0.0


def squeeze(samples: NDArray[np.float32], spans: Sequence[Span]) -> Squeezed:
    """The speech with a little around it; silences up to LONGEST_SILENCE between two stretches stay as they are."""
    length = len(samples) / RATE
    pieces: list[Span] = []
    for start, end in spans:
        if pieces and start - pieces[-1][1] + AROUND <= LONGEST_SILENCE:
            pieces[-1] = (pieces[-1][0], min(length, end + AROUND))
        else:
            pieces.append((max(0.0, start - AROUND), min(length, end + AROUND)))
    kept = [samples[round(start * RATE) : round(end * RATE)] for start, end in pieces]
    return Squeezed(np.concatenate(kept) if kept else samples[:0], tuple(pieces))
