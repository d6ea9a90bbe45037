"""Where somebody speaks, and sound without long silences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.speech_spans import LONGEST_SILENCE, speech_spans, spoken_seconds, spoken_share, squeeze
from simulator.types import RATE, Audio
from tests.simulator.clips import clear_clips, joined, noise, silence

lengths = st.lists(st.tuples(st.floats(0.05, 4), st.floats(0.2, 6)), min_size=1, max_size=5)


@pytest.mark.parametrize(
    "sound",
    [silence(3), silence(0), silence(0.01), noise(3, 0.003), noise(3, 0.1), noise(3, 0.5)],
    ids=["silence", "nothing", "a blink", "soft noise", "noise", "loud noise"],
)
def test_nobody_speaks_in_silence_and_noise(sound: Audio) -> None:
    assert speech_spans(sound.samples) == ()


def test_nobody_speaks_in_a_hum() -> None:
    time = np.arange(3 * RATE) / RATE
    assert speech_spans((0.3 * np.sin(2 * np.pi * 50 * time)).astype(np.float32)) == ()


@pytest.mark.whisper
def test_speech_between_silences_is_found() -> None:
    clip = clear_clips()[4].audio
    spans = speech_spans(joined(silence(3), clip, silence(3)).samples)
    assert spans[0][0] == pytest.approx(3, abs=0.6)
    assert spans[-1][1] <= 3 + clip.seconds + 0.3
    assert 0.5 * clip.seconds < spoken_seconds(spans) <= clip.seconds


@given(lengths)
@settings(max_examples=40)
def test_squeezing_keeps_all_speech_and_no_long_silence(runs: list[tuple[float, float]]) -> None:
    spans, at = [], 0.0
    for speech, pause in runs:
        at += pause
        spans.append((at, at + speech))
        at += speech
    samples = np.zeros(round((at + 5) * RATE), dtype=np.float32)
    kept = squeeze(samples, spans)
    assert all(spoken_share(kept.pieces, start, end) > 0.999 for start, end in spans)
    assert kept.seconds <= spoken_seconds(spans) + LONGEST_SILENCE * (len(spans) + 1) + 0.01


@given(lengths, st.floats(0, 1))
@settings(max_examples=40)
def test_every_time_of_a_squeezed_sound_lies_in_what_was_kept(runs: list[tuple[float, float]], share: float) -> None:
    spans, at = [], 0.0
    for speech, pause in runs:
        spans.append((at + pause, at + pause + speech))
        at += pause + speech
    kept = squeeze(np.zeros(round(at * RATE), dtype=np.float32), spans)
    place = kept.original(share * kept.seconds)
    assert any(start - 0.001 <= place <= end + 0.001 for start, end in kept.pieces)


def test_nothing_is_left_of_a_sound_without_speech() -> None:
    kept = squeeze(silence(4).samples, ())
    assert kept.seconds == 0
    assert kept.original(1) == 0
