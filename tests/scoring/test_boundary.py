"""A boundary keeps a decision or a limit, without blame, threat or new arguments."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ik begrijp dat je het anders wil. De beslissing staat vast.", "En als ik minder verdien?"),
        ("Ook dan niet.", "En als ik halftijds ga werken?"),
        ("over nancy zeg ik niks da 's een collega", "En Nancy? Die komt toch ook te laat?"),
        ("Dat woord wil ik hier niet horen.", "Slapjanus."),
        ("Ge komt direct aan de beurt, Tom. Inge was nog bezig.", "Mag ik ook iets zeggen?"),
        ("het blijft een nee jordi", "Eén maand dan. Kom op."),
    ],
)
def test_is_seen(text: str, other: str) -> None:
    assert seen("boundary", talk(text, other))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Nee, dat mag volgende week.", "Moet ik vandaag mijn bureau leegmaken?"),
        ("Daar kunnen we misschien nog eens naar kijken.", "En als ik naar de late ga?"),
        ("Gij moet zwijgen, of ge vliegt buiten.", "En als ik niet teken?"),
        ("Dat weet ik niet.", "Wie wordt mijn opvolger?"),
        ("Ja hoor, ga gerust even naar buiten.", "Mag ik bellen?"),
    ],
)
def test_answers_threats_and_openings_are_none(text: str, other: str) -> None:
    assert not seen("boundary", talk(text, other))
