"""The weight of a slip follows from its moment."""

from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance
from tests.scoring.said import DISMISSAL, talk


def story(*texts: str) -> Dialogue:
    """A talk in turns that begins with the trainee."""
    said = tuple(Utterance(speaker="avatar" if index % 2 else "trainee", text=text) for index, text in enumerate(texts))
    return Dialogue(language="nl-BE", course="c4", message=DISMISSAL, utterances=said)


def weight(dialogue: Dialogue, kind: str) -> int:
    """How heavy the slip of this kind weighs."""
    return next(flag.severity for flag in score_dialogue(dialogue).slips if flag.kind == kind)


def test_a_hedge_in_the_message_weighs_most() -> None:
    text = "Het zou kunnen dat je contract misschien niet verlengd wordt."
    assert weight(talk(text), "hedged") == 3
    assert weight(talk(text, course="conflict", message="Ruzie over de planning."), "hedged") == 2


def test_the_second_time_weighs_more() -> None:
    once = ("Uw contract stopt op 31 januari.", "Hoe moet dat nu?", "Ach, dat komt allemaal wel goed.")
    assert weight(story(*once), "soothing") == 2
    assert weight(story(*once, "Hoe dan?", "Maak u daar niet druk over."), "soothing") == 3


def test_a_question_that_waits_for_a_second_turn_weighs_more() -> None:
    asked = ("Uw contract stopt op 31 januari.", "Hoeveel weken krijg ik?", "Dat doet er nu niet toe.")
    assert weight(story(*asked), "no_answer") == 2
    assert weight(story(*asked, "Hoeveel weken?", "Daar gaat het nu niet over."), "no_answer") == 3
