"""Syllables counted in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.delivery.syllables import syllables
from scoring.types import TONGUES, Tongue

KNOWN = [
    (tongue, word.replace("-", " "), int(count))
    for line in (Path(__file__).parent / "syllables.tsv").read_text(encoding="utf-8").splitlines()
    for tongue, count, words in [line.split("\t")]
    for word in words.split()
]


@pytest.mark.parametrize("tongue", TONGUES)
def test_known_words_have_their_syllables(tongue: Tongue) -> None:
    wrong = {word: syllables(word, tongue) for t, word, count in KNOWN if t == tongue and syllables(word, t) != count}
    assert wrong == {}


@pytest.mark.parametrize(
    ("tongue", "number", "count"),
    [
        ("nl", "31", 4),  # eenendertig
        ("nl", "14", 2),
        ("nl", "100", 2),
        ("nl", "2026", 7),  # tweeduizend zesentwintig
        ("nl", "1998", 10),  # negentienhonderd achtennegentig
        ("nl", "10.30", 3),  # tien (uur) dertig
        ("de", "31", 4),  # einunddreißig
        ("de", "17", 2),
        ("en", "31", 3),
        ("en", "117", 6),  # a hundred and seventeen
        ("fr", "31", 2),
        ("fr", "17", 2),
        ("fr", "300", 2),
    ],
)
def test_numbers_are_read_out(tongue: Tongue, number: str, count: int) -> None:
    assert syllables(number, tongue) == count


def test_capitals_are_read_letter_by_letter() -> None:
    assert syllables("De HR", "nl") == 3


def test_without_words_there_are_none() -> None:
    assert [syllables(text, "nl") for text in ("", "…", " ?! ")] == [0, 0, 0]


@settings(max_examples=50)
@given(st.lists(st.sampled_from([word for _, word, _ in KNOWN]), max_size=6), st.sampled_from(TONGUES))
def test_a_text_has_the_syllables_of_its_words(words: list[str], tongue: Tongue) -> None:
    assert syllables(" ".join(words), tongue) == sum(syllables(word, tongue) for word in words)
    assert syllables(", ".join(words), tongue) >= len(words)


@settings(max_examples=50)
@given(st.text(max_size=30), st.sampled_from(TONGUES))
def test_any_text_has_a_count(text: str, tongue: Tongue) -> None:
    assert syllables(text, tongue) >= 0
