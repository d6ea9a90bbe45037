"""A clear message says what, and from when or why."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ik heb slecht nieuws: we beëindigen je contract, je laatste dag is 31 januari.", ""),
        ("ja ge zijt ontslagen uw contract stopt op 31 januari omdat het depot sluit", "Ben ik ontslagen?"),
        ("De reden is dat het depot op 31 januari sluit.", "Waarom?"),
    ],
)
def test_news_is_seen(text: str, other: str) -> None:
    assert seen("clear_message", talk(text, other))


@pytest.mark.parametrize(
    "text",
    [
        "In maart kwamen er drie van uw vier rapporten te laat binnen.",
        "Ik wil de rapporten elke vrijdag voor vier uur in mijn mailbox.",
    ],
)
def test_observations_and_expectations_are_seen(text: str) -> None:
    message = "Vraag: de weekrapporten elke vrijdag voor 16 uur."
    assert seen("clear_message", talk(text, "Zeg het maar.", course="appraisal", message=message))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Het zou kunnen dat je contract misschien niet verlengd wordt.", ""),
        ("Dag Karel, ga zitten.", ""),
        ("Nee, u moet vandaag niets tekenen.", "Moet ik nu tekenen?"),
        ("Wordt je contract dan verlengd?", ""),
        ("Ik heb helaas geen goed nieuws.", ""),
    ],
)
def test_hedges_announcements_and_practical_answers_are_none(text: str, other: str) -> None:
    assert not seen("clear_message", talk(text, other))


def test_nothing_is_seen_on_words_that_were_not_heard_for_sure() -> None:
    text = "Uw contract stopt op 31 januari."
    assert seen("clear_message", talk(text))
    assert not seen("clear_message", talk(text, unsure=((0, len(text)),)))
