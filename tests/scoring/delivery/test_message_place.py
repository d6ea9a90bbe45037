"""Which words are the message."""

from __future__ import annotations

import pytest

from scoring.delivery.message_place import message_place
from scoring.types import Dialogue, Utterance

MESSAGE = "Je contract eindigt op 31 januari."


def talk(*said: str) -> Dialogue:
    utterances = [Utterance(speaker="trainee" if i % 2 else "avatar", text=text) for i, text in enumerate(said)]
    return Dialogue(
        language="nl-BE",
        course="bad_news",
        message=MESSAGE,
        signs=(("contract",), ("eindig*", "stopt")),
        utterances=tuple(utterances),
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Ga zitten. Je contract eindigt op 31 januari. Dat is beslist.", "Je contract eindigt op 31 januari."),
        ("Je contract stopt.", "Je contract stopt."),
        ("je contract eindigt op 31 januari", "je contract eindigt op 31 januari"),
    ],
)
def test_the_message_is_the_sentence_that_says_it(said: str, words: str) -> None:
    spoken = said.split()
    place = message_place(talk("Je wou mij spreken?", said), spoken)
    assert place is not None
    assert " ".join(spoken[slice(*place)]) == words


@pytest.mark.parametrize(
    "said", ["Ga zitten, alstublieft.", "Hoe was je weekend?", "", "ja " * 60 + "je contract eindigt"]
)
def test_what_does_not_say_it_or_says_more_has_no_place(said: str) -> None:
    assert message_place(talk("Je wou mij spreken?", said), said.split()) is None


def test_what_was_said_before_is_not_said_again() -> None:
    again = "Je contract eindigt op 31 januari."
    assert message_place(talk("Ja?", again, "Wat?", again), again.split()) is None
