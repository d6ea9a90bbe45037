"""Which sentences of a model the avatar does not say."""

from __future__ import annotations

import pytest

from simulator.prompt import messages
from simulator.reply_check import fault, tidy
from simulator.types import Response
from tests.simulator.stage import CLEAR, Line, nadia, play

SAID = "Ik begrijp dat je liever een andere reden had gehoord."
ANSWER = Response(
    before=nadia().starts, after=nadia().starts, intent="object", line="Dat is niet eerlijk. Twaalf jaar."
)


def wrong(sentence: str, before: str = "", said: str = SAID, response: Response = ANSWER) -> str | None:
    """The fault of a sentence after the news."""
    talk, _ = play(Line("Dag Nadia."), CLEAR)
    return fault(sentence, before, talk, said, response, messages(talk, said, response))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik had dat niet zien komen.",
        "… Dus het is waar.",
        "…",
        "(kijkt weg) Oké.",
        "Twaalf jaar, en dan dit.",
        "Ge kunt dat niet menen.",
        "En mijn collega's, weten die het al?",
        "Dat is niet eerlijk.",
        "Mijn moeder gaat schrikken.",
        "Ik ben geen machine.",
        "Nee.",
    ],
)
def test_what_a_person_could_say_passes(sentence: str) -> None:
    assert wrong(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("", "empty"),
        ("?!", "empty"),
        ("Ik ben zo boos en " * 30, "too_long"),
        ("Als taalmodel kan ik daar niets over zeggen.", "role_break"),
        ("Ik ben een AI-assistent.", "role_break"),
        ("I'm sorry, but I can't assist with that.", "role_break"),
        ("Hoe kan ik je vandaag helpen?", "role_break"),
        ("Jo: we stoppen ermee.", "role_break"),
        ("Nadia, ik snap dat het moeilijk is.", "role_break"),
        ("Beste Nadia, het spijt me.", "role_break"),
        ("[Regie] ik ben stil", "role_break"),
        ("# Antwoord", "markup"),
        ("Zie https://example.org voor meer.", "markup"),
        ("<b>Nee</b>", "markup"),
        ("- Ten eerste ben ik boos.", "markup"),
        ("I do not know what you want from me now.", "foreign"),
        ("Envolenje kunst verlieft tenzaken gorm belgen.", "foreign"),
        ("Ik begrijp dat je liever een andere reden had gehoord.", "parrot"),
        ("Kent elke leverancier bij naam, rekent alles na, ook wat je zegt.", "prompt"),
        ("Je bent gespannen en je stem wordt scherp of hapert nu.", "prompt"),
        ("Ik heb die job bij de brouwerij afgezegd in maart.", "leak"),
        ("Ons ma zit in een woonzorgcentrum.", "leak"),
        ("Ik heb die fout van jou rechtgezet.", "leak"),
    ],
)  # fmt: skip
def test_what_falls_out_of_the_talk_is_found(sentence: str, found: str) -> None:
    response = ANSWER.model_copy(update={"after": nadia().starts.model_copy(update={"tension": 0.9})})
    assert wrong(sentence, response=response) == found


def test_what_was_said_before_is_not_said_again() -> None:
    talk, _ = play(Line("Dag Nadia."), CLEAR)
    earlier = "Ik had dat van jou toch niet verwacht."
    assert fault(earlier, earlier, talk, SAID, ANSWER, []) == "repeated"
    assert fault(talk.rounds[0].reply.rsplit(") ", 1)[-1] + " Zeg het.", "", talk, SAID, ANSWER, []) is None


def test_a_model_that_is_stuck_is_found() -> None:
    assert wrong("Ik weet het niet meer, ik weet het niet meer.") == "repeated"
    assert wrong("Nee!", before="Ik ga.\nNee!") == "repeated"


def test_a_layer_may_be_spoken_of_once_the_engine_opens_it() -> None:
    opens = ANSWER.model_copy(update={"intent": "tell", "layer": "moeder", "line": nadia().layers[2].line})
    assert wrong("Ons ma zit in een woonzorgcentrum.", response=opens) is None


def test_what_the_trainee_brings_up_is_no_leak() -> None:
    assert wrong("Over die brouwerij zeg ik niks.", said="En die job bij de brouwerij?") is None


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("Nadia: Nee.", "Nee."),
        ("**Nadia Verlinden**: Nee.", "Nee."),
        ("*zucht* Ja.", "(zucht) Ja."),
        ('"Dat is niet waar."', "Dat is niet waar."),
        ("'Op termijn' zeg je.", "'Op termijn' zeg je."),
        ('"Dus het is waar.', "Dus het is waar."),
    ],
)
def test_a_sentence_is_tidied(raw: str, tidied: str) -> None:
    assert tidy(raw, "Nadia Verlinden") == tidied
