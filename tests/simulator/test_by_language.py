"""The words for a language."""

from __future__ import annotations

import pytest

from simulator.by_language import in_language

WORDS = {"nl": "dag", "fr": "bonjour"}


@pytest.mark.parametrize(
    ("language", "word"), [("nl-BE", "dag"), ("nl-NL", "dag"), ("fr", "bonjour"), ("fr-BE", "bonjour"), ("de", "dag")]
)
def test_a_variety_has_the_words_of_its_language_and_others_have_dutch(language: str, word: str) -> None:
    assert in_language(WORDS, language) == word
