"""Facts of the case: said, asked, denied, or called unknown."""

import pytest

from personas.types import FactId
from scoring.steps.fact import places, shown
from tests.scoring.steps.talks import case_of, told

SAID: list[tuple[FactId, str, str]] = [
    ("last_day", "Vrijdag 27 november is je laatste dag.", "Vrijdag 27 november is je laatste dag."),
    ("last_day", "uw laatste werkdag is zevenentwintig november", "uw laatste werkdag is zevenentwintig november"),
    ("reason", "Dat komt omdat de avondploeg stopt.", "Dat komt omdat de avondploeg stopt."),
    ("compensation", "Ge krijgt een vergoeding. Dat is 45 weken loon.", "Dat is 45 weken loon."),
    ("documents", "Uw C4 krijgt ge vrijdag van mij.", "Uw C4 krijgt ge vrijdag van mij."),
    ("outplacement", "Ge hebt recht op outplacement.", "Ge hebt recht op outplacement."),
    ("no_signature", "Ge moet vandaag niets tekenen.", "Ge moet vandaag niets tekenen."),
    ("no_signature", "Er is vandaag geen handtekening nodig.", "Er is vandaag geen handtekening nodig."),
]
NOT_SAID: list[tuple[FactId, str]] = [
    ("last_day", "Vrijdag bel ik je nog eens."),
    ("last_day", "Is vrijdag je laatste dag?"),
    ("compensation", "Hoeveel weken vergoeding het zijn, weet ik nog niet."),
    ("compensation", "Ge krijgt een vergoeding van 60 weken."),
    ("outplacement", "Er is geen outplacement, geen recht daarop."),
    ("documents", "De papieren komen later."),
]


@pytest.mark.parametrize(("id_", "text", "quote"), SAID)
def test_a_fact_that_is_said_is_quoted(id_: FactId, text: str, quote: str) -> None:
    (fact,) = [each for each in case_of("c4").facts if each.id == id_]
    assert next(shown(fact, told(f"- Ja?\n> {text}", "c4"))).quote == quote


@pytest.mark.parametrize(("id_", "text"), NOT_SAID)
def test_a_question_a_denial_or_not_knowing_says_no_fact(id_: FactId, text: str) -> None:
    (fact,) = [each for each in case_of("c4").facts if each.id == id_]
    assert list(shown(fact, told(f"- Ja?\n> {text}", "c4"))) == []


def test_the_sentence_of_the_file_says_the_fact() -> None:
    for course in ("c4", "bad_news", "conflict"):
        for fact in case_of(course).facts:
            assert list(shown(fact, told(f"- Ja?\n> {fact.says}", course))), fact.id


def test_a_sign_stands_for_whole_words_and_any_ending() -> None:
    assert places("laatste dag", "Op uw laatste dag.") == [(6, 17)]
    assert places("dag", "Goeiendag.") == []
    assert places("attest*", "De attesten.") == [(3, 11)]
