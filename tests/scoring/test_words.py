"""Every word list can be read, and every hit stands where it says."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.phrases import read_phrase
from scoring.spelling import plain
from scoring.words import entries, groups, hits

OTHER = ("groups", "answers", "hints")  # these have a form of their own
LISTS = sorted(
    path.name.removesuffix(".yaml")
    for path in (files("scoring") / "words" / "nl").iterdir()
    if path.name.endswith(".yaml") and path.name.removesuffix(".yaml") not in OTHER
)


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_whole(name: str) -> None:
    ids = [entry.id for entry in entries(name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", LISTS)
def test_every_phrase_compiles(name: str) -> None:
    for entry in entries(name):
        for phrase in entry.phrases:
            read_phrase(plain(phrase), groups()).spans("")


@given(st.text(alphabet=st.sampled_from("abcdeghiklmnoprstuvwz ,.?'"), max_size=60))
@settings(max_examples=30, deadline=None)  # the lists are read at the first use
def test_hits_lie_inside_the_text(text: str) -> None:
    for name in ("vague", "evade", "blame", "decisions"):
        for hit in hits(name, text):
            assert 0 <= hit.start <= hit.end <= len(text)


def test_flemish_and_northern_forms_are_both_known() -> None:
    assert hits("vague", "we zien dat nog wel ne keer")
    assert hits("vague", "we zien dat nog wel een keer")
