"""Text as rough as a recogniser may write it."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.roughen import misheard, unmarked

TEXT = st.text(alphabet="abcdefgh ijklmnopqrstuvwxyz'.,?éA", max_size=120)


def test_marks_and_capitals_go_and_apostrophes_stay() -> None:
    assert unmarked("Allez, 't is zo: da's beslist. J'ai dit «non»!") == "allez 't is zo da's beslist j'ai dit non"


@given(TEXT)
def test_nothing_wrong_leaves_every_word(text: str) -> None:
    assert misheard(text, 0, "a").split() == text.split()


@given(TEXT, st.floats(0, 0.9))
def test_the_same_seed_gives_the_same_text(text: str, rate: float) -> None:
    assert misheard(text, rate, "a") == misheard(text, rate, "a")


def test_about_the_share_that_was_asked_for_goes_wrong() -> None:
    words = ["contract"] * 2000
    heard = misheard(" ".join(words), 0.15, "x").split()
    same = sum(word == "contract" for word in heard)
    assert 0.82 < same / len(words) < 0.9
