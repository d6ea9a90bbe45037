"""Syllables counted in the sound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.contours import loudness
from scoring.delivery.nuclei import nuclei
from scoring.delivery.pitch import pitch
from tests.scoring.delivery.sounds import Samples, joined, noise, silence, syllable_train, tone


def counted(sound: Samples) -> int:
    return len(nuclei(loudness(sound), pitch(sound)))


@settings(max_examples=12, deadline=None)
@given(count=st.integers(3, 15), each=st.sampled_from([0.14, 0.18, 0.22, 0.3]))
def test_every_burst_of_voice_is_one(count: int, each: float) -> None:
    assert counted(joined(silence(0.2), syllable_train(count, each), silence(0.2))) == count


def test_twice_as_many_in_the_same_time_are_twice_as_many() -> None:
    assert counted(syllable_train(20, 0.15)) == 2 * counted(syllable_train(10, 0.3))


@settings(max_examples=10, deadline=None)
@given(gain=st.floats(0.001, 5))
def test_how_loud_it_is_changes_nothing(gain: float) -> None:
    sound = syllable_train(6, 0.2)
    assert counted(sound * np.float32(gain)) == counted(sound)


@pytest.mark.parametrize("sound", [silence(1), noise(1), silence(0)], ids=["silence", "noise", "nothing"])
def test_where_nobody_speaks_there_are_none(sound: Samples) -> None:
    assert counted(sound) == 0


def test_a_held_vowel_is_one() -> None:
    assert counted(joined(silence(0.2), tone(140, 1.0), silence(0.2))) == 1
