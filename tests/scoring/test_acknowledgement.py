"""An acknowledgement names what this means for the other."""

import pytest

from tests.scoring.said import seen, talk

SAID = "Twintig jaar... En mijn man is ook al ziek."


@pytest.mark.parametrize(
    "text",
    [
        "Je schrikt hiervan, dat zie ik. Neem je tijd.",
        "Uw man ziek, en nu dit er nog bovenop. Dat is veel in één keer.",
        "dat doet pijn na twintig jaar",
        "Ge zijt kwaad, en dat mag.",
        "Wat een klap, na twintig jaar.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("acknowledgement", talk(text, SAID))


@pytest.mark.parametrize(
    "text",
    [
        "Ik begrijp het, maar we hebben geen keuze.",
        "Ik begrijp dat.",
        "Dat is zwaar. Maar ge zijt nog jong, ge vindt zo iets anders.",
        "Ik voel dat, ik begrijp dat heel goed en ik waardeer uw openheid.",
        "Uw laatste dag is 31 januari.",
        "Zo erg is het niet.",
    ],
)
def test_formulas_and_taking_back_are_none(text: str) -> None:
    assert not seen("acknowledgement", talk(text, SAID))
