"""Every word list can be read in every language, and every hit stands where it says."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.phrases import read_phrase
from scoring.rules import GRADED
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Tongue
from scoring.words import entries, groups, hits

OTHER = ("groups", "answers", "hints", "patterns", "speech", "rewrite")  # these have a form of their own


def lists(tongue: str) -> list[str]:
    """The names of the word lists of one language."""
    names = (path.name for path in (files("scoring") / "words" / tongue).iterdir())
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and name[:-5] not in OTHER)


LISTS = [(tongue, name) for tongue in GRADED for name in lists(tongue)]


@pytest.mark.parametrize(("tongue", "name"), LISTS)
def test_every_entry_is_whole(tongue: Tongue, name: str) -> None:
    ids = [entry.id for entry in entries(name, tongue)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("tongue", "name"), LISTS)
def test_every_phrase_compiles(tongue: Tongue, name: str) -> None:
    for entry in entries(name, tongue):
        for phrase in entry.phrases:
            read_phrase(plain(phrase), groups(tongue), speech(tongue)).spans("")


@pytest.mark.parametrize("tongue", GRADED)
def test_every_language_has_every_list_and_class(tongue: Tongue) -> None:
    assert lists(tongue) == lists("nl")
    for name in lists("nl"):
        there = {entry.class_ for entry in entries(name, tongue)}
        assert {entry.class_ for entry in entries(name, "nl")} - there == set(), name


@given(st.text(alphabet=st.sampled_from("abcdeghiklmnoprstuvwz ,.?'"), max_size=60), st.sampled_from(GRADED))
@settings(max_examples=30, deadline=None)  # the lists are read at the first use
def test_hits_lie_inside_the_text(text: str, tongue: Tongue) -> None:
    for name in ("vague", "evade", "blame", "decisions"):
        for hit in hits(name, text, tongue):
            assert 0 <= hit.start <= hit.end <= len(text)


def test_flemish_and_northern_forms_are_both_known() -> None:
    assert hits("vague", "we zien dat nog wel ne keer", "nl")
    assert hits("vague", "we zien dat nog wel een keer", "nl")
