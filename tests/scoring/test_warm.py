"""What is made ready beforehand."""

import pytest

from scoring.rules import GRADED
from scoring.types import Tongue
from scoring.warm import LISTS, warm
from tests.scoring.test_words import lists


@pytest.mark.parametrize("tongue", GRADED)
def test_a_language_can_be_made_ready(tongue: Tongue) -> None:
    warm(tongue, heads=False)


def test_no_list_is_forgotten() -> None:
    assert sorted(LISTS) == lists("nl")
