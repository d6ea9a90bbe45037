"""One spelling for matching, with every offset kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.spelling import plain


def test_stress_accents_and_curly_apostrophes_go() -> None:
    assert plain("Dát is één van ’t Hélé") == "dat is een van 't hele"


def test_unbreakable_spaces_are_spaces() -> None:
    assert plain("tu pars\u202f? oui\u00a0!") == "tu pars ? oui !"


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_offsets_stay(text: str) -> None:
    assert len(plain(text)) == len(text)
