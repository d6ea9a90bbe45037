"""The contours of a turn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.prosody import prosody
from tests.scoring.delivery.sounds import Samples, joined, noise, silence, syllable_train, tone

TURN = joined(silence(0.5), syllable_train(8, 0.2), silence(0.6), syllable_train(6, 0.2, hertz=170), silence(0.4))
SPANS = [(0.45, 2.2), (2.6, 4.0)]


def test_a_lagging_detector_is_put_right() -> None:
    found = prosody(TURN, SPANS).spans
    assert [end - start for start, end in found] == pytest.approx([1.6, 1.2], abs=0.08)
    assert found[1][0] - found[0][1] == pytest.approx(0.6, abs=0.08)


def test_a_pause_that_the_detector_bridged_is_found() -> None:
    assert len(prosody(TURN, [(0.45, 4.0)]).spans) == 2


def test_a_short_stop_is_no_pause() -> None:
    sound = joined(tone(140, 0.8), silence(0.12), tone(140, 0.8))
    assert len(prosody(sound, [(0, 1.72)]).spans) == 1


def test_in_noise_the_detector_is_believed() -> None:
    noisy = TURN + noise(len(TURN) / 16_000, 0.02)
    for kept, given_ in zip(prosody(noisy, SPANS).spans, SPANS, strict=True):
        assert kept == pytest.approx(given_, abs=0.02)


@pytest.mark.parametrize("sound", [silence(1), noise(1), silence(0)], ids=["silence", "noise", "nothing"])
def test_where_nobody_speaks_nothing_is_measured(sound: Samples) -> None:
    found = prosody(sound, [])
    assert found.spans == ()
    assert not np.isfinite(found.hertz).any()
    assert len(found.nuclei) == 0


def test_a_steady_offset_of_the_microphone_changes_nothing() -> None:
    moved = prosody(TURN + np.float32(0.05), SPANS)
    assert moved.hertz == pytest.approx(prosody(TURN, SPANS).hertz, rel=1e-2, nan_ok=True)


@settings(max_examples=10, deadline=None)
@given(gain=st.floats(0.01, 5))
def test_how_loud_it_is_moves_the_level_and_nothing_else(gain: float) -> None:
    plain, louder = prosody(TURN, SPANS), prosody(TURN * np.float32(gain), SPANS)
    assert louder.spans == plain.spans
    assert louder.nuclei == pytest.approx(plain.nuclei)
    assert louder.hertz == pytest.approx(plain.hertz, rel=1e-3, nan_ok=True)
    loud = plain.level > -60
    assert louder.level[loud] == pytest.approx(plain.level[loud] + 20 * np.log10(gain), abs=0.01)


def test_pitch_outside_speech_does_not_count() -> None:
    """A hum before the first word."""
    found = prosody(joined(tone(100, 1.0), silence(0.3), tone(200, 1.0)), [(1.3, 2.3)])
    assert np.nanmin(found.hertz) > 190
