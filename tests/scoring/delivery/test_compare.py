"""What was measured, beside one's own start and the variety."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personas.types import Language
from scoring.delivery.compare import OWN_SECONDS, Baseline, Measure, baseline, measures, silence_after, together
from scoring.delivery.types import Delivery, Pause


def spoken(rate: float | None = 4.0, seconds: float = 10.0, **more: object) -> Delivery:
    return Delivery(
        seconds=seconds * 1.25,
        speech_seconds=seconds,
        voiced_seconds=seconds * 0.6,
        syllables=None if rate is None else round(rate * seconds),
        articulation_rate=rate,
        speech_rate=None if rate is None else rate / 1.25,
        **more,  # type: ignore[arg-type]  # fields of the model
    )


def of(found: tuple[Measure, ...], name: str) -> Measure:
    return next(each for each in found if each.name == name)


OWN = Baseline("this_talk", 31, articulation_rate=5.0, speech_rate=4.0, pitch_range=8.0, end_drop=4.0)


def test_half_a_minute_of_speech_makes_a_baseline() -> None:
    assert baseline([spoken(seconds=10), spoken(seconds=19.9)], "this_talk") is None
    found = baseline([spoken(4.0, 10), spoken(5.0, 20), spoken(9.0, 60)], "this_talk")
    assert found is not None
    assert found.seconds == OWN_SECONDS
    assert found.articulation_rate == pytest.approx(140 / 30, abs=0.01)


@pytest.mark.parametrize(
    ("rate", "way"), [(5.0, None), (6.2, None), (6.3, "above"), (3.8, None), (3.7, "below")], ids=str
)
def test_only_a_quarter_more_or_less_than_ones_own_is_told(rate: float, way: str | None) -> None:
    note = of(measures(spoken(rate), "nl-BE", OWN), "articulation_rate").note
    assert (note.way if note else None, note.against if note else None) == (way, "this_talk" if way else None)


@pytest.mark.parametrize(
    ("language", "rate", "way"),
    [
        ("nl-BE", 5.2, None),
        ("nl-BE", 6.0, None),  # with its pauses it is 4.8, which is usual
        ("nl-BE", 6.4, "above"),
        ("nl-NL", 6.4, None),
        ("nl-NL", 6.7, "above"),
        ("nl-BE", 3.1, "below"),
        ("fr", 3.0, None),  # known only of texts read aloud
        ("de", 9.0, None),
    ],
)
def test_without_a_start_of_ones_own_the_variety_counts(language: Language, rate: float, way: str | None) -> None:
    note = of(measures(spoken(rate), language), "articulation_rate").note
    assert (note.way if note else None) == way


def test_a_single_sentence_is_not_held_against_strangers() -> None:
    assert of(measures(spoken(8.0, seconds=9.9), "nl-BE"), "articulation_rate").note is None
    assert of(measures(spoken(8.0, seconds=9.9), "nl-BE", OWN), "articulation_rate").note is not None


def test_every_number_comes_with_its_unit_and_window() -> None:
    one = spoken(
        pauses=(Pause(start=1, seconds=0.4, place="in_message"), Pause(start=2, seconds=2.5, place="after_message")),
        pitch_range=6.0,
        end_drop=3.0,
        message_rise=-2.0,
    )
    found = measures(one, "nl-BE", OWN)
    assert [(each.name, each.unit, each.window) for each in found] == [
        ("articulation_rate", "syllables_a_second", 10.0),
        ("speech_rate", "syllables_a_second", 12.5),
        ("longest_pause", "seconds", 12.5),
        ("pause_in_message", "seconds", 12.5),
        ("silence_after_message", "seconds", 2.5),
        ("pitch_range", "semitones", 6.0),
        ("end_drop", "decibel", 10.0),
        ("message_rise", "semitones", 0.4),
    ]


@pytest.mark.parametrize(
    ("name", "given_", "told"),
    [
        ("pause_in_message", {"pauses": (Pause(start=1, seconds=0.9, place="in_message"),)}, False),
        ("pause_in_message", {"pauses": (Pause(start=1, seconds=1.0, place="in_message"),)}, True),
        ("silence_after_message", {"pauses": (Pause(start=1, seconds=1.9, place="after_message"),)}, False),
        ("silence_after_message", {"pauses": (Pause(start=1, seconds=2.0, place="after_message"),)}, True),
        ("end_drop", {"end_drop": 10.0}, False),
        ("end_drop", {"end_drop": 10.1}, True),
        ("message_rise", {"message_rise": 2.9}, False),
        ("message_rise", {"message_rise": 3.0}, True),
        ("pitch_range", {"pitch_range": 4.8, "seconds": 17.0}, True),
        ("pitch_range", {"pitch_range": 4.8, "seconds": 10.0}, False),
        ("pitch_range", {"pitch_range": 5.0, "seconds": 17.0}, False),
    ],
)
def test_what_lies_within_its_limit_is_not_told(name: str, given_: dict[str, object], told: bool) -> None:
    assert (of(measures(spoken(**given_), "nl-BE"), name).note is not None) is told  # type: ignore[arg-type]  # fields


def test_what_was_not_measured_is_not_shown() -> None:
    assert measures(spoken(None), "nl-BE", OWN) == ()


def test_several_turns_are_one_by_all_their_syllables() -> None:
    whole = together([spoken(4.0, 10, pitch_range=6.0), spoken(6.0, 30, pitch_range=10.0), spoken(None, 5)])
    assert whole.articulation_rate == pytest.approx(220 / 40, abs=0.01)
    assert whole.pitch_range == pytest.approx(9.0)
    assert whole.speech_seconds == 45


@given(st.lists(st.builds(spoken, st.floats(1, 9), st.floats(2, 60)), min_size=1, max_size=5))
def test_the_rate_of_several_lies_between_theirs(turns: list[Delivery]) -> None:
    rates = [turn.articulation_rate or 0 for turn in turns]
    whole = together(turns).articulation_rate
    assert whole is not None
    assert min(rates) - 0.3 <= whole <= max(rates) + 0.3  # syllables are whole


def test_a_silence_of_nothing_is_no_silence_left_alone() -> None:
    assert silence_after(0.3).note is None
