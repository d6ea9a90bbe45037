"""The pitch of sounds whose pitch is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.pitch import BLOCK, HIGHEST, LOWEST, pitch, semitones, stretches, without_jumps
from tests.scoring.delivery.sounds import glide, joined, noise, silence, tone


@pytest.mark.parametrize("hertz", [78, 90, 110, 147, 196, 220, 262, 330, 392, 440, 490])
def test_a_voice_is_found_at_its_pitch(hertz: float) -> None:
    found = pitch(tone(hertz, 0.6))
    assert np.isfinite(found).mean() > 0.95
    assert np.nanmax(np.abs(semitones(found) - semitones(np.array(float(hertz))))) < 0.1


@pytest.mark.parametrize("hertz", [100, 200, 300])
def test_a_voice_in_noise_is_found_at_its_pitch(hertz: float) -> None:
    """At ten decibel above white noise."""
    sound = tone(hertz, 1.0)
    found = pitch(sound + noise(1.0, float(np.std(sound)) * 10 ** (-10 / 20)))
    assert np.nanmedian(np.abs(semitones(found) - 12 * np.log2(hertz))) < 0.1


def test_a_glide_is_followed() -> None:
    found = semitones(pitch(glide([(0, 110), (1, 220)])))
    truth = 12 * np.log2(110) + 12 * np.arange(len(found)) / 100
    assert np.nanmax(np.abs(found - truth)[5:-5]) < 0.3


@pytest.mark.parametrize("sound", [silence(0.5), noise(0.5), silence(0)], ids=["silence", "noise", "nothing"])
def test_what_has_no_voice_has_no_pitch(sound: np.ndarray) -> None:
    assert not np.isfinite(pitch(sound)).any()


def test_pitches_lie_within_their_bounds() -> None:
    found = pitch(glide([(0, 60), (1, 700)]))
    assert np.nanmin(found) >= LOWEST * 0.99
    assert np.nanmax(found) <= HIGHEST * 1.02


@settings(max_examples=15, deadline=None)
@given(gain=st.floats(1e-4, 8.0), hertz=st.floats(85, 400))
def test_how_loud_it_is_changes_nothing(gain: float, hertz: float) -> None:
    sound = joined(tone(hertz, 0.3), silence(0.1), tone(hertz * 1.2, 0.2))
    soft = pitch(sound * np.float32(gain))
    assert soft == pytest.approx(pitch(sound), rel=1e-3, nan_ok=True)


@settings(max_examples=15, deadline=None)
@given(steps=st.integers(0, 60))
def test_what_comes_later_is_found_later(steps: int) -> None:
    sound = joined(tone(130, 0.3), tone(170, 0.3))
    later = pitch(joined(silence(steps * 0.01), sound))
    assert later[steps + 5 :] == pytest.approx(pitch(sound)[5:], rel=1e-3, nan_ok=True)


@settings(max_examples=15, deadline=None)
@given(up=st.floats(-5, 12))
def test_a_voice_that_is_so_many_semitones_higher_is_found_so_many_higher(up: float) -> None:
    course = [(0.0, 120.0), (0.4, 160.0), (0.8, 130.0)]
    higher = glide([(at, hertz * 2 ** (up / 12)) for at, hertz in course])
    moved = semitones(pitch(higher)) - semitones(pitch(glide(course)))
    assert moved[5:-5] == pytest.approx(up, abs=0.1)


def test_a_knock_on_the_table_leaves_the_voice_a_voice() -> None:
    sound = tone(120, 1.0, loudness=0.02)
    sound[8_000:8_020] = 1.0
    assert np.isfinite(pitch(sound)).mean() > 0.9


def test_a_long_sound_is_the_same_as_its_pieces() -> None:
    """Longer than one block of the transform."""
    seconds = BLOCK * 0.01 + 1
    assert np.nanmedian(pitch(tone(150, seconds))[BLOCK:]) == pytest.approx(150, rel=1e-3)


def test_leaps_no_voice_makes_are_left_out() -> None:
    steady = np.full(100, 120.0)
    leaps = steady.copy()
    leaps[40:44] = 240.0
    cleaned = without_jumps(leaps)
    kept = cleaned[np.isfinite(cleaned)]
    assert len(kept) > 80
    assert set(np.delete(kept, np.flatnonzero(kept == 240.0))) == {120.0}
    assert (kept == 240.0).sum() <= 2


def test_a_stretch_far_from_all_others_is_left_out() -> None:
    mixed = np.concatenate([np.full(60, 120.0), np.full(5, np.nan), np.full(10, 480.0)])
    assert np.nanmax(without_jumps(mixed)) == 120.0


def test_stretches_are_the_runs_of_true() -> None:
    assert stretches(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert stretches(np.zeros(3, dtype=bool)) == []
