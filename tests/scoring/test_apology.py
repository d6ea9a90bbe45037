"""An apology owns a fault, without `but` or `if`."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    "text",
    [
        "Ik had je dit zelf moeten zeggen. Het spijt me.",
        "Dat was fout van mij. Sorry.",
        "sorry dat had ik niet mogen zeggen waar iedereen bij zat",
        "Ge hebt gelijk, ik heb u laten wachten. Mijn excuses.",
        "Dat is mijn fout.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("apology", talk(text, "Ge hebt mij voor schut gezet.", course="conflict"))


@pytest.mark.parametrize(
    "text",
    [
        "Sorry als je je aangevallen voelt.",
        "Het spijt me dat je er zo over denkt.",
        "Sorry, maar je had het zelf kunnen vragen.",
        "Je hoeft geen sorry te zeggen.",
        "Sorry, wat zei je?",
    ],
)
def test_taken_back_or_habit_is_none(text: str) -> None:
    assert not seen("apology", talk(text, "Ge hebt mij voor schut gezet.", course="conflict"))
