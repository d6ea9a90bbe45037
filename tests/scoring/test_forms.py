"""The forms of questions and answers."""

import pytest

from scoring.forms import form, forms


@pytest.mark.parametrize("name", sorted(forms()))
def test_every_class_compiles(name: str) -> None:
    assert not form(name).search("")


def test_forms_stand_for_whole_words() -> None:
    assert form("ask_who").search("wie doet dat")
    assert not form("ask_who").search("wiegen")
