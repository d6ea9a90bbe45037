"""What people read: numbers with units, in four languages."""

from __future__ import annotations

import re
from itertools import product
from typing import get_args

import pytest

from personas.types import Language
from scoring.delivery.compare import UNITS, Baseline, Measure, Name, Note, measures
from scoring.delivery.norms import NORMS
from scoring.delivery.says import _words, line, number, share
from scoring.delivery.types import Delivery
from scoring.types import TONGUES, Tongue, tongue_of

LANGUAGES: tuple[Language, ...] = get_args(Language)


def shape(tree: object, at: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {f"{at} {sorted(re.findall('{([a-z]+)}', str(tree)))}"}
    return {key for name, inner in tree.items() for key in shape(inner, f"{at}.{name}") if name != "norm"}


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_language_has_the_same_sentences_with_the_same_numbers(tongue: Tongue) -> None:
    assert shape(_words(tongue)) == shape(_words("nl"))


def test_every_variety_with_a_norm_says_whose_it_is() -> None:
    assert all(language in _words(tongue_of(language))["norm"] for language in NORMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_and_every_note_it_can_have_is_a_sentence(language: Language) -> None:
    own = Baseline("this_talk", 31, articulation_rate=5.0, speech_rate=4.0, pitch_range=8.0, end_drop=4.0)
    earlier = Baseline("earlier_talks", 31, articulation_rate=5.0, speech_rate=4.0, pitch_range=8.0, end_drop=4.0)
    seen = 0
    for rate, wide, base in product((2.0, 5.0, 9.0), (3.0, 8.0, 15.0), (None, own, earlier)):
        spoken = Delivery(
            seconds=30, speech_seconds=25, voiced_seconds=15, syllables=99, speech_rate=rate, articulation_rate=rate,
            pitch_range=wide, end_drop=rate * 2, message_rise=rate - 5,
        )  # fmt: skip
        for each in measures(spoken, language, base):
            told = line(each, language, base.source if base else "this_talk")
            assert told.name
            assert re.search(r"\d", told.value)
            assert bool(told.note) == bool(each.note)
            assert "{" not in f"{told.value}{told.norm}{told.own}{told.note}{told.window}"
            seen += bool(told.note)
    assert seen > 10


@pytest.mark.parametrize("name", get_args(Name))
def test_every_measure_has_a_name_and_a_unit_in_every_language(name: Name) -> None:
    for tongue in TONGUES:
        assert _words(tongue)["names"][name]
        assert "{value}" in _words(tongue)["units"][UNITS[name]]


def test_a_number_has_one_decimal_and_the_sign_of_the_language() -> None:
    assert [number(value, "nl") for value in (4.23, 4.0, -0.04, -2.5)] == ["4,2", "4", "0", "-2,5"]
    assert number(4.23, "en") == "4.2"


def test_a_high_rate_is_told_as_two_numbers() -> None:
    measure = Measure("articulation_rate", 5.6, "syllables_a_second", 6.2, 4.23, 4.4, Note("above", "this_talk", 4.4))
    told = line(measure, "nl-BE")
    assert told.note == "Hoger tempo dan aan het begin: 5,6 tegenover 4,4 lettergrepen per seconde."
    assert told.value == "5,6 lettergrepen per seconde"
    assert told.own == "in je eerste halve minuut 4,4"
    assert told.norm == "Vlaamse sprekers in een interview: gemiddeld 4,2"
    assert told.window == "gemeten over 6,2 s"


def test_up_and_down_are_told_in_words() -> None:
    up, down = (line(Measure("message_rise", value, "semitones", 0.4), "nl-BE").value for value in (4.0, -5.5))
    assert (up, down) == ("4 halve tonen omhoog", "5,5 halve tonen omlaag")


def test_a_share_says_of_what() -> None:
    assert share(61.4, "words", "nl-BE").value == "61 % van de woorden"
    assert share(61.4, "seconds", "fr").value == "61 % du temps de parole"
