"""Turns that the rules once judged wrongly in use, each with the talk it was said in."""

from __future__ import annotations

import pytest

from personas.types import CourseId, Kind
from scoring.message import says_message
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance
from tests.scoring.said import DISMISSAL, talk

FUNCTION = "Je functie van coördinator vervalt op 1 maart."
QUARREL = "De terechtwijzing voor heel de ploeg: eerst je eigen fout."


def kinds(dialogue: Dialogue) -> set[Kind]:
    """The kinds of slips in the last turn."""
    return {flag.kind for flag in score_dialogue(dialogue).slips if flag.kind}


def test_own_words_of_before_that_are_taken_back_comfort_nobody() -> None:
    text = "In maart heb ik je gezegd dat je je geen zorgen moest maken. Dat had ik niet mogen zeggen. Het spijt me."
    score = score_dialogue(talk(text, "Je hebt mij iets anders beloofd.", course="bad_news", message=FUNCTION))
    assert not score.slips
    assert {move.name for move in score.moves} == {"apology"}


def test_comfort_in_the_place_of_yes_or_no_leaves_the_question_open() -> None:
    text = "We gaan dat wel bekijken, het komt allemaal goed."
    assert kinds(talk(text, "Blijf ik hier werken, ja of nee?")) >= {"soothing", "no_answer", "loose"}


def test_fog_about_the_company_before_the_message_is_delay_as_well() -> None:
    text = (
        "Ja, ge weet dat het de laatste tijd wat moeilijker gaat in de groep, "
        "en er zouden eventueel bepaalde dingen kunnen veranderen op termijn."
    )
    score = score_dialogue(talk(text, course="bad_news", message=FUNCTION))
    assert {flag.name for flag in score.slips} == {"vagueness", "evasiveness"}
    assert "delay" in {flag.kind for flag in score.slips}


@pytest.mark.parametrize(
    ("other", "text", "kind"),
    [
        ("Waarom zegt niemand mij iets?", "Iedereen heeft last van jou.", "others"),
        ("Dat deed pijn.", "Jij bent gewoon veel te gevoelig.", "blame"),
        ("Het zit mij dwars.", "Heel het team loopt op eieren door jou.", "others"),
        ("Wat is er tegen Bart gezegd?", "Er is iets gezegd, ja.", "hiding"),
        ("Dat deed pijn.", "Zo erg was dat toch niet.", "soothing"),
        ("En anders?", "Je doet wat er gevraagd wordt, anders zoek je maar ander werk.", "demand"),
        ("En anders?", "Je gedraagt je op de vergadering, anders…", "demand"),
    ],
)
def test_a_slip_in_plain_words_is_seen(other: str, text: str, kind: Kind) -> None:
    assert kind in kinds(talk(text, other, course="conflict", message=QUARREL))


def test_others_are_no_comfort() -> None:
    said = talk("Iedereen heeft last van jou.", "Waarom zegt niemand iets?", course="conflict", message=QUARREL)
    assert "soothing" not in kinds(said)


def test_what_happened_and_that_it_still_hurts_is_an_acknowledgement() -> None:
    text = "Twaalf man erbij, en niemand die iets zei. Ik zie dat je daar nog altijd mee zit."
    score = score_dialogue(talk(text, "Iedereen stond erbij.", course="conflict", message=QUARREL))
    assert {move.name for move in score.moves} == {"acknowledgement"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Je functie vervalt op 1 maart.", True),
        ("Misschien heb je het al gehoord: je functie vervalt op 1 maart.", True),
        ("Je functie zou eventueel kunnen stoppen.", False),
        ("Misschien stopt je functie.", False),
        ("Stopt je functie dan?", False),
    ],
)
def test_a_message_in_signs_is_said_only_in_words_without_doubt(text: str, said: bool) -> None:
    assert says_message(text, FUNCTION, (("functie",), ("stop*", "verval*"))) is said


@pytest.mark.parametrize("course", ["c4", "bad_news"])
def test_a_turn_in_the_middle_of_a_talk_does_not_put_the_news_off(course: CourseId) -> None:
    text = "Twintig jaar, ja. En ge hebt hier zowat iedereen opgeleid die er nu nog rondloopt."
    assert "delay" not in kinds(talk(text, "Twintig jaar. Twintig jaar heb ik hier gegeven.", course=course))


def test_silence_keeps_the_phase_and_that_the_message_was_said() -> None:
    lines = (("trainee", "Ik beëindig je contract op 31 januari."), ("avatar", "Wat?"), ("trainee", "…"))
    said = Dialogue(
        language="nl-BE", course="c4", message=DISMISSAL,
        utterances=tuple(Utterance(speaker=s, text=t) for s, t in lines),
    )  # fmt: skip
    score = score_dialogue(said)
    assert score.ungraded
    assert score.message_said
    assert score.phase == "catching"
