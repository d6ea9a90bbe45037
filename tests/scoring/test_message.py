"""Whether the message was said."""

import pytest

from scoring.message import message_index, message_said, says_message
from scoring.types import Dialogue, Utterance
from tests.scoring.said import DISMISSAL, talk


@pytest.mark.parametrize(
    "text",
    [
        "Ik beëindig je contract, je laatste dag is 31 januari.",
        "uw contract stopt op eenendertig januari",
        "we stoppen met jou per 1 februari",
        "Ge zijt ontslagen.",
    ],
)
def test_is_said_in_plain_words(text: str) -> None:
    assert message_said(talk(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb slecht nieuws.",
        "Het zou kunnen dat je contract misschien niet verlengd wordt.",
        "Onze wegen gaan uit elkaar.",
        "De markt is moeilijk geweest.",
        "Stopt jouw contract, denk je?",
    ],
)
def test_is_not_said(text: str) -> None:
    assert not message_said(talk(text))


def test_a_plain_yes_to_the_other_saying_it_counts() -> None:
    assert message_said(talk("Ja. Het spijt me.", "Ben ik ontslagen?"))
    assert not message_said(talk("Ja kijk, dat is moeilijk.", "Ben ik ontslagen?"))


def test_a_refusal_is_known_by_its_subject() -> None:
    assert says_message("Juli lukt niet, Nancy.", "Het verlof in juli is geweigerd; september kan wel.", "nl")


def test_signs_of_a_scenario_decide() -> None:
    signs = (("contract*", "functie"), ("31 januari", "eind januari"))
    assert says_message("Uw contract loopt tot eind januari.", DISMISSAL, "nl", signs)
    assert not says_message("Uw contract stopt.", DISMISSAL, "nl", signs)
    assert not says_message("Misschien loopt uw contract tot eind januari.", DISMISSAL, "nl", signs)


def test_the_first_turn_that_says_it_is_found() -> None:
    texts = [("trainee", "Dag Jan."), ("avatar", "Ja?"), ("trainee", "Uw contract stopt."), ("avatar", "Wat?")]
    said = Dialogue(
        language="nl-BE", course="c4", message=DISMISSAL,
        utterances=tuple(Utterance(speaker=s, text=t) for s, t in texts),  # type: ignore[arg-type]  # both are speakers
    )  # fmt: skip
    assert message_index(said) == 2
