"""A follow-up fixes a moment to come back to it."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    "text",
    [
        "Volgende week dinsdag om tien uur zitten we hier opnieuw.",
        "we zien elkaar over twee weken terug",
        "Vrijdag bel ik u.",
        "Op 14 maart kijken we samen hoe het gelopen is.",
        "Morgen om negen uur kom ik bij je langs met het antwoord.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("follow_up", talk(text, "En dan?"))


@pytest.mark.parametrize(
    "text",
    [
        "We houden contact.",
        "Dan spreken we nog eens af, ergens in de komende weken.",
        "Ik mail u woensdag de brief.",
        "Dinsdag zaten we hier ook al.",
        "Zien we elkaar vrijdag?",
    ],
)
def test_without_a_moment_or_a_meeting_is_none(text: str) -> None:
    assert not seen("follow_up", talk(text, "En dan?"))
