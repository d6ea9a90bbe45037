"""The forms of questions and answers."""

import pytest

from scoring.forms import form, forms
from scoring.rules import GRADED
from scoring.types import Tongue


@pytest.mark.parametrize(("tongue", "name"), [(tongue, name) for tongue in GRADED for name in sorted(forms(tongue))])
def test_every_class_compiles(tongue: Tongue, name: str) -> None:
    assert not form(name, tongue).search("")


@pytest.mark.parametrize("tongue", GRADED)
def test_every_language_has_every_class(tongue: Tongue) -> None:
    assert forms(tongue).keys() == forms("nl").keys()


def test_forms_stand_for_whole_words() -> None:
    assert form("ask_who", "nl").search("wie doet dat")
    assert not form("ask_who", "nl").search("wiegen")
