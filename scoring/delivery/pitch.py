"""The pitch of a voice, frame by frame: autocorrelation with a path through the candidates (Boersma 1993). Pure.

Own code in numpy: the permissive library for this, pyworld, comes without wheels for Linux and macOS.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.delivery.contours import HOP, RATE, Contour, Samples, frame_count

LOWEST = 75.0
HIGHEST = 500.0
"""Hz. Lower is creak and hum, higher is shouting and hiss."""
WINDOW = round(3 * RATE / LOWEST)
"""Three periods of the lowest pitch."""
SIZE = 1024
"""Of the transform: the window and the longest lag fit in it without folding over."""
CANDIDATES = 5
VOICING = 0.45
"""A frame is voiced when its best period repeats better than this, from 0 to 1."""
SILENCE = 0.03
"""Frames whose peak lies below this part of the loudest are silent."""
OCTAVE = 0.01
"""What a candidate gains for each octave it is higher: of equal ones the highest is the pitch."""
OCTAVE_JUMP = 0.35
"""What it costs to move by an octave in one frame."""
VOICE_CHANGE = 0.14
"""What it costs to begin or stop voicing."""
BLOCK = 1000
"""Frames that are transformed at once: ten seconds take a few megabytes, however long the turn."""

_LONGEST = round(RATE / LOWEST)
_SHORTEST = round(RATE / HIGHEST)
_HANN = np.hanning(WINDOW + 2)[1:-1].astype(np.float32)


def pitch(samples: Samples) -> Contour:
    """The pitch of each frame in Hz; nan where no voice sounds. Does not depend on how loud the sound is."""
    frames = frame_count(samples)
    if not frames:
        return np.zeros(0)
    padded = np.zeros(frames * HOP + WINDOW, dtype=np.float32)
    padded[WINDOW // 2 : WINDOW // 2 + len(samples)] = samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[: frames * HOP : HOP]
    lags = np.full((frames, CANDIDATES), np.nan)
    strengths = np.full((frames, CANDIDATES), -np.inf)
    peaks = np.zeros(frames)
    for start in range(0, frames, BLOCK):
        part = slice(start, min(start + BLOCK, frames))
        lags[part], strengths[part], peaks[part] = _candidates(windows[part])
    loudest = float(np.quantile(peaks, 0.995))  # one knock on the table must not make the rest silent
    if loudest <= 0:
        return np.full(frames, np.nan)
    return _path(lags, strengths, np.minimum(peaks / loudest, 1.0))


def _candidates(windows: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Lags and strengths of the best periods, shape (frames, CANDIDATES) each, and the peak of each frame."""
    centred = windows - windows.mean(axis=1, keepdims=True)
    peaks = np.abs(centred).max(axis=1).astype(np.float64)
    # Scaled to its own peak, so that float32 holds the squares of the softest voice too.
    tapered = centred * (_HANN / np.maximum(peaks, 1e-12)[:, None].astype(np.float32))
    spectrum = np.fft.rfft(tapered, SIZE)
    whole = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, SIZE)[:, : _LONGEST + 2]
    energy = whole[:, :1]
    r = np.divide(whole, energy, out=np.zeros_like(whole), where=energy > 0) / _WINDOW_R
    middle, left, right = r[:, _SHORTEST:-1], r[:, _SHORTEST - 1 : -2], r[:, _SHORTEST + 1 :]
    top = (middle > left) & (middle >= right) & (middle > 0.5 * VOICING)
    lag = np.arange(_SHORTEST, _LONGEST + 1, dtype=np.float32)
    rated = np.where(top, middle - OCTAVE * np.log2(lag / _SHORTEST), -np.inf)
    best = np.argpartition(rated, -CANDIDATES, axis=1)[:, -CANDIDATES:]
    rows = np.arange(len(r))[:, None]
    a, b, c = (each[rows, best].astype(np.float64) for each in (left, middle, right))
    bend = a - 2 * b + c
    shift = np.divide(0.5 * (a - c), bend, out=np.zeros_like(bend), where=bend < 0)
    height = np.minimum(b - 0.25 * (a - c) * shift, 1.0)
    found = np.isfinite(rated[rows, best])
    exact = lag[best] + np.clip(shift, -0.5, 0.5)
    strength = np.where(found, height - OCTAVE * np.log2(exact / _SHORTEST), -np.inf)
    return np.where(found, exact, np.nan), strength, peaks


def _of_window() -> NDArray[np.float32]:
    """The autocorrelation of the window itself, by which that of the sound is divided (Boersma's equation 9)."""
    whole = np.fft.irfft(np.abs(np.fft.rfft(_HANN, SIZE)) ** 2, SIZE)[: _LONGEST + 2]
    scaled: NDArray[np.float32] = (whole / whole[0]).astype(np.float32)
    return scaled


_WINDOW_R = _of_window()


def _path(lags: NDArray[np.float64], strengths: NDArray[np.float64], peaks: NDArray[np.float64]) -> Contour:
    """The pitch along the path through the candidates that costs least; unvoiced is the last candidate."""
    frames = len(lags)
    unvoiced = VOICING + np.maximum(0.0, 2.0 - peaks * (1 + VOICING) / SILENCE)
    gain = np.column_stack([strengths, unvoiced])
    octave = np.column_stack([np.log2(lags), np.full(frames, np.nan)])
    jump = OCTAVE_JUMP * np.abs(octave[1:, None, :] - octave[:-1, :, None])  # (frame, from, to)
    np.nan_to_num(jump, copy=False, nan=VOICE_CHANGE)
    jump[:, -1, -1] = 0.0
    total = gain[0]
    came = np.zeros((frames, CANDIDATES + 1), dtype=np.intp)
    for frame in range(1, frames):
        reached = total[:, None] - jump[frame - 1]
        came[frame] = reached.argmax(axis=0)
        total = reached.max(axis=0) + gain[frame]
    steps = np.empty(frames, dtype=np.intp)
    steps[-1] = int(total.argmax())
    for frame in range(frames - 1, 0, -1):
        steps[frame - 1] = came[frame, steps[frame]]
    chosen = np.column_stack([lags, np.full(frames, np.nan)])[np.arange(frames), steps]
    return RATE / chosen


def semitones(hertz: Contour) -> Contour:
    """The same pitches in semitones above 1 Hz, so that equal steps sound equal."""
    return 12 * np.log2(hertz)


def without_jumps(hertz: Contour) -> Contour:
    """The pitches without leaps that no voice makes: single frames, and stretches an octave off beside the others.

    A stretch of voicing is left out when its median lies more than ten semitones from the median of the whole.
    """
    cleaned = hertz.copy()
    tones = semitones(hertz)
    voiced = np.isfinite(tones)
    if not voiced.any():
        return cleaned
    middle = float(np.median(tones[voiced]))
    for start, end in stretches(voiced):
        inside = tones[start:end]
        if end - start < _SHORTEST_STRETCH or abs(float(np.median(inside)) - middle) > _FARTHEST:
            cleaned[start:end] = np.nan
            continue
        leap = np.flatnonzero(np.abs(np.diff(inside)) > _LEAP)
        for at in leap:  # the frames at a leap are in neither pitch
            cleaned[start + at : start + at + 2] = np.nan
    return cleaned


_SHORTEST_STRETCH = 4
"""Frames; shorter voicing is a knock or the edge of a consonant."""
_FARTHEST = 10.0
_LEAP = 5.0
"""Semitones from one frame to the next: faster than any voice glides."""


def stretches(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True, as the first frame and the one after the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
