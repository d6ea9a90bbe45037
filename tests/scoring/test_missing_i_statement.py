"""Blame and hiding where owning is called for."""

import pytest

from scoring.missing_i_statement import missing_i_statement
from scoring.types import Dialogue
from tests.scoring.said import talk


def kinds(dialogue: Dialogue) -> set[str]:
    """The kinds of missing ownership in the last turn."""
    return {str(flag.kind) for flag in missing_i_statement(dialogue)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jij luistert ook nooit.", "blame"),
        ("Je bent gewoon lui, dat is het.", "blame"),
        ("gij zijt ook altijd dezelfde altijd moet gij het laatste woord hebben", "blame"),
        ("Ge hebt het uzelf aangedaan, met uw eeuwige koppigheid.", "blame"),
        ("Ik vind dat jij onprofessioneel bent.", "disguised"),
        ("Ik heb het gevoel dat je niet wil.", "disguised"),
        ("Vanuit mijn gevoel ervaar ik u als een koppige ezel.", "disguised"),
        ("Iedereen heeft last van jou.", "others"),
        ("Men vindt dat je nogal hautain overkomt.", "others"),
        ("de mannen zeggen allemaal dat ge lastig doet", "others"),
        ("Je moet je gedragen, anders vlieg je eruit.", "demand"),
        ("ge zet da ding op of ge kunt gaan stempelen", "demand"),
    ],
)
def test_is_seen(text: str, kind: str) -> None:
    assert kind in kinds(talk(text, course="conflict", message="Ruzie over de planning."))


@pytest.mark.parametrize(
    "text",
    [
        "Je was deze week drie keer na negen uur binnen.",
        "Je contract eindigt op 31 januari.",
        "Heb jij altijd de sleutel?",
        "Je bent boos, en dat mag.",
        "Twee collega's kwamen naar mij; ik wil het eerst van jou horen.",
        "Toen Jana uitviel, sprong jij in. Knap gedaan.",
        "Ik maak me zorgen: de drie laatste rapporten kwamen een week te laat.",
        "Gij zegt maar wanneer.",
        "Dus jij draait dubbel, en dan knapt er iets. Zeg ik dat goed?",
        "Ik had je dat nooit mogen zeggen waar iedereen bij was. Sorry.",
    ],
)
def test_facts_feelings_questions_and_praise_are_left_alone(text: str) -> None:
    assert not kinds(talk(text, course="conflict", message="Ruzie over de planning."))


def test_giving_back_the_words_of_the_other_is_no_blame() -> None:
    other = "Ik krijg alles op mijn bord en niemand helpt mij met de zaterdagen."
    assert not kinds(talk("Gij krijgt alles op uw bord, ook de zaterdagen.", other, course="conflict"))
