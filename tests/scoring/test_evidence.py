"""What rules for moves read."""

from scoring.evidence import around, echo, heard, near, stuffed
from scoring.types import Utterance
from tests.scoring.said import talk


def test_unsure_words_are_blanked_and_offsets_stay() -> None:
    assert heard(Utterance(speaker="trainee", text="Ik bel morgen.", unsure=((3, 6),))) == "Ik     morgen."


def test_a_short_passage_is_quoted_by_whole_sentences() -> None:
    text = "Goed. Ik bel u morgen. Tot dan."
    assert text[slice(*around(text, (9, 12)))] == "Ik bel u morgen."


def test_a_long_passage_is_quoted_by_the_words_alone() -> None:
    text = " ".join(["woord"] * 40)
    assert around(text, (6, 11)) == (6, 11)


def test_an_echo_counts_words_the_other_said() -> None:
    dialogue = talk("Die toonbank hebt ge zelf getimmerd.", "Ik heb die toonbank zelf getimmerd.")
    assert echo(dialogue, dialogue.last.text) == 3


def test_near_counts_the_near() -> None:
    assert near("een twee drie vier", (0, 3), (14, 18), 2)
    assert not near("een twee drie vier", (14, 18), (0, 3), 1)
    assert near("een twee", (0, 8), (4, 8), 0)


def test_a_show_of_listening_is_known() -> None:
    assert stuffed("Ik begrijp u, ik hoor u echt, en ik waardeer uw openheid.", "nl")
    assert not stuffed("Je schrikt hiervan, dat zie ik.", "nl")
