"""Every trouble has a sentence in four languages, with the same facts in it."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from simulator.errors import (
    _SENTENCES,
    Conflict,
    NotAllowed,
    NotHeard,
    NotReadable,
    NotStored,
    Stumble,
    Trouble,
    sentence,
)

LANGUAGES = {"nl", "en", "fr", "de"}


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_trouble_has_its_sentences() -> None:
    assert set(_SENTENCES) == set(get_args(Trouble))


@pytest.mark.parametrize("trouble", _SENTENCES)
def test_a_sentence_says_the_same_in_every_language(trouble: Trouble) -> None:
    told = _SENTENCES[trouble]
    assert set(told) == LANGUAGES
    assert len({frozenset(facts(text)) for text in told.values()}) == 1
    assert all(text.rstrip().endswith((".", "?", "!")) for text in told.values())


@pytest.mark.parametrize("trouble", _SENTENCES)
def test_a_sentence_can_be_told_in_every_variety(trouble: Trouble) -> None:
    given = dict.fromkeys(facts(_SENTENCES[trouble]["nl"]), "iets")
    for language in ("nl-BE", "nl-NL", "en", "fr", "de", "it"):
        assert "{" not in sentence(trouble, language, **given)


def test_a_fact_may_have_words_of_its_own_in_each_language() -> None:
    full = NotStored(reason={"nl": "de schijf is vol", "en": "the disk is full"})
    assert "(de schijf is vol)" in full.says("nl-BE")
    assert "(the disk is full)" in full.says("en")
    assert "(de schijf is vol)" in full.says("fr")


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (NotHeard(reason="stuk"), "ear_failed"),
        (NotHeard("no_ear"), "no_ear"),
        (NotStored(reason="vol"), "not_stored"),
        (Conflict(), "moved_on"),
        (NotReadable(found="x"), "broken_record"),
        (NotAllowed(), "unknown_talk"),
        (Stumble(), "unexpected"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_kind_of_stumble_has_its_trouble(error: Stumble, trouble: str) -> None:
    assert error.trouble == trouble
    assert error.says("nl-BE") == sentence(error.trouble, "nl-BE", **error.facts)


def test_a_fact_with_braces_is_told_as_it_is() -> None:
    assert "({0} {x})" in NotStored(reason="{0} {x}").says("nl")
