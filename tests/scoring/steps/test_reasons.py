"""Reasons: those of the case, others, and what is none."""

import pytest

from scoring.steps.reasons import another, given
from tests.scoring.steps.talks import told

REASONS = [
    ("De boekhouding van alle winkels komt samen in Gent.", ["0"]),
    ("Sinds de nieuwe facturatie is er nog werk voor een halve voltijdse.", ["1"]),
    ("De markt is slecht en we moeten besparen.", ["economy", "costs"]),
    ("Dat is omdat je resultaten tegenvielen.", ["performance"]),
    ("Je functie in Aalst stopt en je contract eindigt op 31 januari.", []),
    ("Dat heeft niets met je prestaties te maken.", []),
    ("Je denkt dat het om je leeftijd gaat.", []),
    ("Is het omdat de markt slecht is?", []),
    ("Neem je tijd.", []),
]


@pytest.mark.parametrize(("text", "what"), REASONS)
def test_which_reasons_were_given(text: str, what: list[str]) -> None:
    assert [each.what for each in given(told(f"- Waarom?\n> {text}"))] == what


ANOTHER = [
    ("Omdat ge zo dikwijls ziek zijt.", True),
    ("Ja, uw rug speelt ook mee.", True),
    ("De mannen vinden ook dat het zo niet verder kan.", True),
    ("Nee, uw rug heeft daar niets mee te maken.", False),
    ("De reden is de afschaffing van de avondploeg in het magazijn.", False),
    ("Ge dacht dus dat het om uw rug ging. Klopt dat?", False),
    ("Ik bel u donderdag.", False),
]


@pytest.mark.parametrize(("text", "is_one"), ANOTHER)
def test_another_reason_than_the_written_one(text: str, is_one: bool) -> None:
    assert bool(list(another(told(f"- Waarom ik?\n> {text}", "c4")))) is is_one
