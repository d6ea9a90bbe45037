"""What the heads read of a turn."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.heads.embedding import WIDTH
from scoring.heads.features import BINS, COURSES, FACTS, SIZE, facts, row, texts, words
from tests.scoring.said import talk


def test_a_row_has_the_size_that_is_told() -> None:
    vector = np.zeros(WIDTH, np.float32)
    assert row(talk("Dag Karel."), vector, vector, np.zeros((2, WIDTH), np.float32)).shape == (SIZE,)


def test_the_facts_are_those_that_are_named() -> None:
    said = dict(zip(FACTS, facts(talk("Ja.", "Stop ik?")), strict=True))
    assert said["asked"] == said["first"] == said["course c4"] == said["tongue nl"] == 1
    assert said["alone"] == said["unmarked"] == 0
    assert sum(said[f"course {course}"] for course in COURSES) == 1


def test_unsure_words_are_not_read() -> None:
    assert texts(talk("Ja nee misschien.", unsure=((3, 6),)))[0].split() == ["Ja", "misschien."]


def test_words_keep_their_order_and_lose_their_capitals() -> None:
    assert (words("Ja MAAR nee") == words("ja maar nee")).all()
    assert not (words("ja maar nee") == words("nee maar ja")).all()


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None)
def test_words_have_one_length_or_none(text: str) -> None:
    found = words(text)
    assert found.shape == (BINS,)
    assert np.isclose(np.linalg.norm(found), 3, atol=1e-3) or not found.any()


def test_capitals_are_read_as_small_letters() -> None:
    assert texts(talk("IK BEL MORGEN.", "En dan?")) == texts(talk("ik bel morgen.", "En dan?"))
