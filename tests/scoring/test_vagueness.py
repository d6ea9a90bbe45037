"""Vague words at the wrong moment, and the same words where they harm nothing."""

import pytest

from scoring.types import Dialogue
from scoring.vagueness import vagueness
from tests.scoring.said import talk


def kinds(dialogue: Dialogue) -> set[str]:
    """The kinds of vagueness in the last turn."""
    return {str(flag.kind) for flag in vagueness(dialogue)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Het zou kunnen dat je contract misschien niet verlengd wordt.", "hedged"),
        ("ge weet dat er mogelijk wel eens iets zou kunnen veranderen aan uw functie", "hedged"),
        ("Er moet op termijn iets veranderen aan bepaalde zaken.", "open"),
        ("Je mag gerust wat meer initiatief tonen.", "open"),
        ("We gaan een ander weggetje inslaan.", "euphemism"),
        ("Er is nog een klein probleempje met uw dossiers.", "euphemism"),
        ("We zitten in een optimalisatieoefening met een herpositionering.", "fog"),
        ("We bekijken dat nog wel eens.", "loose"),
        ("ja da zien we dan wel ne keer", "loose"),
    ],
)
def test_is_seen(text: str, kind: str) -> None:
    assert kind in kinds(talk(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ik weet de uitbetalingsdatum nog niet; je hoort hem vrijdag van mij.",
        "Misschien ben je nu boos, klopt dat?",
        "Zou je even willen gaan zitten? Ik heb slecht nieuws: je contract stopt op 31 januari.",
        "Kom eens binnen, 't is hier wat frisser.",
        "Misschien was dat te vaag.",
        "Dan bekijken we dat opnieuw, samen, op donderdag 23 november om negen uur.",
        "Nee, niet eventueel en niet misschien. Het contract stopt op 31 januari.",
        "Wil je eventueel een glas water?",
        "Dat mag.",
    ],
)
def test_a_clear_turn_is_left_alone(text: str) -> None:
    assert not kinds(talk(text))


def test_an_open_word_is_too_much_where_the_other_asked_how_much() -> None:
    text = "Dat zal rond eind mei zijn."
    assert "open" in kinds(talk(text, "Wanneer is mijn laatste dag?"))


def test_a_farewell_phrase_after_the_message_hides_nothing() -> None:
    text = "Uw contract stopt op 31 januari, en ik hoop dat ge een nieuwe uitdaging vindt."
    assert not kinds(talk(text))
