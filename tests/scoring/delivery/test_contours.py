"""How loud each frame is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.contours import QUIET, frame_count, loudness
from tests.scoring.delivery.sounds import joined, noise, silence, tone


def test_a_sine_of_full_scale_lies_three_decibel_below_it() -> None:
    sine = np.sin(2 * np.pi * 200 * np.arange(16_000) / 16_000).astype(np.float32)
    assert loudness(sine)[20:80] == pytest.approx(-3.01, abs=0.1)


def test_silence_has_a_number_too() -> None:
    assert loudness(silence(0.5)) == pytest.approx(QUIET)


def test_no_sound_has_no_frames() -> None:
    assert len(loudness(silence(0))) == frame_count(silence(0)) == 0


def test_a_step_is_seen_where_it_is() -> None:
    level = loudness(joined(silence(0.5), tone(150, 0.5)))
    assert int(np.flatnonzero(level > -40)[0]) == pytest.approx(50, abs=4)


@settings(max_examples=20, deadline=None)
@given(gain=st.floats(0.01, 4.0))
def test_louder_by_so_many_decibel_is_so_many_decibel_more(gain: float) -> None:
    sound = noise(0.3)
    assert loudness(sound * np.float32(gain)) == pytest.approx(loudness(sound) + 20 * np.log10(gain), abs=1e-3)


@pytest.mark.parametrize("samples", [1, 79, 80, 159, 160, 161, 16_001])
def test_every_begun_step_has_a_frame(samples: int) -> None:
    sound = np.ones(samples, dtype=np.float32)
    assert len(loudness(sound)) == frame_count(sound) == -(-samples // 160)
