"""The expressions that rules look with: whole in every language."""

import pytest

from scoring.patterns import Pattern, expressions
from scoring.rules import GRADED
from scoring.types import Tongue


@pytest.mark.parametrize("tongue", GRADED)
def test_every_language_has_every_expression(tongue: Tongue) -> None:
    assert expressions(tongue).keys() == expressions("nl").keys()


@pytest.mark.parametrize(("tongue", "name"), [(tongue, name) for tongue in GRADED for name in expressions(tongue)])
def test_every_expression_compiles(tongue: Tongue, name: str) -> None:
    Pattern(name)[tongue].search("en dan")


def test_an_expression_is_found_by_name_and_language() -> None:
    assert Pattern("vagueness.or_else")["nl"].search(", anders")


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(KeyError):
        Pattern("nobody.nothing")["nl"]
