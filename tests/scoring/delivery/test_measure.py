"""One turn in numbers: synthetic turns of which everything is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.measure import delivery
from scoring.delivery.prosody import prosody
from scoring.delivery.types import Delivery, Timed
from tests.scoring.delivery.sounds import Samples, glide, joined, noise, silence, syllable_train, tone


def words_of(text: str, start: float, end: float) -> list[Timed]:
    """The words of a text, spread evenly."""
    parts = text.split()
    step = (end - start) / len(parts)
    return [Timed(part, start + i * step, start + (i + 1) * step) for i, part in enumerate(parts)]


def measured(
    sound: Samples, words: list[Timed], spans: list[tuple[float, float]], message: tuple[int, int] | None = None
) -> Delivery:
    found = delivery(prosody(sound, spans), words, "nl", message)
    assert found is not None
    return found


TEN = "ik ga nu naar huis want de bus is weg"
"""Ten syllables."""


def test_where_nobody_speaks_there_is_nothing_to_tell() -> None:
    for sound in (silence(2), noise(2), silence(0)):
        assert delivery(prosody(sound, []), [], "nl") is None


@pytest.mark.parametrize("each", [0.16, 0.2, 0.25, 0.32])
def test_the_rates_are_syllables_by_seconds(each: float) -> None:
    sound = joined(syllable_train(10, each), silence(1.0), syllable_train(10, each))
    length = 10 * each
    words = [*words_of(TEN, 0, length), *words_of(TEN, length + 1, 2 * length + 1)]
    found = measured(sound, words, [(0, length), (length + 1, 2 * length + 1)])
    assert found.syllables == 20
    assert found.articulation_rate == pytest.approx(1 / each, rel=0.08)
    assert found.speech_rate == pytest.approx(20 / (2 * length + 1), rel=0.08)


def test_twice_as_fast_is_twice_the_rate() -> None:
    slow = measured(syllable_train(20, 0.3), words_of(f"{TEN} {TEN}", 0, 6), [(0, 6)])
    fast = measured(syllable_train(20, 0.15), words_of(f"{TEN} {TEN}", 0, 3), [(0, 3)])
    assert slow.articulation_rate is not None
    assert fast.articulation_rate == pytest.approx(2 * slow.articulation_rate, rel=0.05)


def test_too_little_sound_gives_no_rate() -> None:
    found = measured(syllable_train(4, 0.2), words_of("ik ga naar huis", 0, 0.8), [(0, 0.8)])
    assert (found.articulation_rate, found.speech_rate, found.pitch_range, found.end_drop) == (None, None, None, None)


def test_words_that_do_not_fit_the_sound_give_no_rate() -> None:
    """A recogniser that lost half of it, or made it up."""
    sound, spans = syllable_train(24, 0.2), [(0.0, 4.8)]
    assert measured(sound, words_of(TEN, 0, 4.8), spans).syllables is None
    assert measured(sound, words_of(" ".join([TEN] * 6), 0, 4.8), spans).articulation_rate is None
    assert measured(sound, [], spans).syllables is None


def test_pauses_are_told_with_where_they_fall() -> None:
    """Inside the message, right after it, and elsewhere."""
    parts = [syllable_train(5, 0.2), silence(0.5), syllable_train(5, 0.2), silence(2.4), syllable_train(5, 0.2)]
    parts += [silence(0.8), syllable_train(5, 0.2)]
    spans = [(0.0, 1.0), (1.5, 2.5), (4.9, 5.9), (6.7, 7.7)]
    words = [word for start, end in spans for word in words_of("ik ga nu naar huis.", start, end)]
    found = measured(joined(*parts), words, spans, message=(0, 10))
    assert [pause.place for pause in found.pauses] == ["in_message", "after_message", "elsewhere"]
    assert [pause.seconds for pause in found.pauses] == pytest.approx([0.5, 2.4, 0.8], abs=0.08)


def test_without_a_message_every_pause_lies_elsewhere() -> None:
    sound = joined(syllable_train(5, 0.2), silence(0.5), syllable_train(5, 0.2))
    found = measured(sound, words_of(TEN, 0, 2.5), [(0, 1), (1.5, 2.5)])
    assert [pause.place for pause in found.pauses] == ["elsewhere"]
    assert found.message_rise is None


@pytest.mark.parametrize("wide", [2.0, 5.0, 8.0, 12.0])
def test_the_range_is_that_of_the_voice(wide: float) -> None:
    """A voice that moves evenly up and down: from the 5th to the 95th percentile are nine tenths of it."""
    top = 110 * 2 ** (wide / 12)
    sound = glide([(0, 110), (1, top), (2, 110), (3, top)])
    assert measured(sound, [], [(0, 3)]).pitch_range == pytest.approx(0.9 * wide, abs=0.25)


def test_a_flat_voice_has_no_range() -> None:
    assert measured(tone(140, 3.0), [], [(0, 3)]).pitch_range == pytest.approx(0, abs=0.05)


@settings(max_examples=10, deadline=None)
@given(up=st.floats(-4, 10))
def test_a_higher_voice_has_the_same_range(up: float) -> None:
    def voice(by: float) -> Samples:
        return glide([(at, hertz * 2 ** (by / 12)) for at, hertz in [(0, 110), (1.2, 165), (2.4, 120)]])

    higher, plain = (measured(voice(by), [], [(0, 2.4)]).pitch_range for by in (up, 0.0))
    assert higher == pytest.approx(plain, abs=0.2)


@pytest.mark.parametrize("drop", [0.0, 6.0, 12.0, 18.0])
def test_the_end_of_a_sentence_is_softer_by_so_many_decibel(drop: float) -> None:
    one = joined(syllable_train(8, 0.2), syllable_train(3, 0.2) * np.float32(10 ** (-drop / 20)))
    sound = joined(one, silence(0.7), one)
    found = measured(sound, [], [(0, 2.2), (2.9, 5.1)])
    assert found.end_drop == pytest.approx(drop, abs=1.5)


def test_full_stops_end_sentences_too() -> None:
    """No pause after the soft end: only the words tell that the sentence is over."""
    soft = syllable_train(4, 0.2) * np.float32(0.2)
    sound = joined(syllable_train(6, 0.2), soft, syllable_train(10, 0.2))
    words = [*words_of("ik ga nu naar huis want de bus is weg.", 0, 2.0), *words_of(TEN, 2.0, 4.0)]
    plain = [Timed(word.text.rstrip("."), word.start, word.end) for word in words]
    with_stop, without = (measured(sound, said, [(0, 4.0)]).end_drop for said in (words, plain))
    assert with_stop is not None
    assert without is not None
    assert with_stop > without + 3


@pytest.mark.parametrize("rise", [-6.0, 0.0, 4.0, 8.0])
def test_the_message_ends_so_many_semitones_higher(rise: float) -> None:
    end = 140 * 2 ** (rise / 12)
    sound = glide([(0, 140), (2.4, 140), (2.45, end), (2.6, end)])
    found = measured(sound, words_of(TEN, 0, 2.6), [(0, 2.6)], message=(0, 10))
    assert found.message_rise == pytest.approx(rise, abs=0.5)


@settings(max_examples=10, deadline=None)
@given(gain=st.floats(0.02, 4), later=st.integers(0, 40))
def test_neither_how_loud_nor_how_late_changes_the_numbers(gain: float, later: int) -> None:
    by = later / 20
    sound = joined(syllable_train(10, 0.2), silence(0.6), glide([(0, 120), (2, 150)]))
    words = words_of(TEN, 0, 2.0)
    spans = [(0.0, 2.0), (2.6, 4.6)]
    plain = measured(sound, words, spans, (0, 10))
    moved = measured(
        joined(silence(by), sound * np.float32(gain)),
        [Timed(word.text, word.start + by, word.end + by) for word in words],
        [(start + by, end + by) for start, end in spans],
        (0, 10),
    )
    for name in ("seconds", "speech_seconds", "articulation_rate", "pitch_range", "end_drop", "message_rise"):
        assert getattr(moved, name) == pytest.approx(getattr(plain, name), abs=0.11), name
    assert [pause.seconds for pause in moved.pauses] == pytest.approx([p.seconds for p in plain.pauses], abs=0.03)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=5), st.floats(0, 3), st.floats(0, 3)), max_size=5),
    st.none() | st.tuples(st.integers(0, 6), st.integers(0, 6)),
)
def test_whatever_a_recogniser_says_there_are_numbers(
    said: list[tuple[str, float, float]], message: tuple[int, int] | None
) -> None:
    words = [Timed(text, min(one, other), max(one, other)) for text, one, other in said]
    assert delivery(prosody(tone(140, 2.0), [(0, 2.0)]), words, "nl", message) is not None
