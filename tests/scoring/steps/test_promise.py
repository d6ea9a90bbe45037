"""Promises: those of the case may be made, others are seen."""

import pytest

from scoring.steps.promise import shown
from tests.scoring.steps.talks import told

PROMISES = [
    ("Ge krijgt een afscheidspremie.", True),
    ("Ge krijgt 60 weken loon.", True),
    ("Ik beloof u dat ge later moogt terugkomen.", True),
    ("Ge moogt de wagen houden.", True),
    ("Ge vindt zeker direct ander werk.", True),
    ("Ge krijgt een andere functie.", True),
    ("Ge krijgt 45 weken loon.", False),
    ("Ge krijgt vijfenveertig weken loon, dat is berekend door het sociaal secretariaat.", False),
    ("Ge krijgt van mij een aanbevelingsbrief.", False),
    ("Ge krijgt geen premie.", False),
    ("Wat ge netto krijgt, weet ik nog niet.", False),
    ("Ik bel u donderdag om tien uur.", False),
    ("Hadt ge een premie verwacht?", False),
]


@pytest.mark.parametrize(("text", "is_one"), PROMISES)
def test_a_promise_that_is_not_in_the_case(text: str, is_one: bool) -> None:
    assert bool(list(shown(told(f"- En nu?\n> {text}", "c4")))) is is_one
