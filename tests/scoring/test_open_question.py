"""An open question cannot be answered by yes or no and is no statement in disguise."""

import pytest

from tests.scoring.said import seen, talk

TOLD = "Ik weet niet hoe ik dat thuis moet zeggen."


@pytest.mark.parametrize(
    "text",
    [
        "Wat heb je nodig om hier verder mee te kunnen?",
        "Vertel eens hoe het voor jou ging, van in het begin.",
        "waar lig je nu het meeste wakker van",
        "Oké. Hoe kijkt ge daar zelf naar?",
        "wat maakt het zo moeilijk om het thuis te zeggen",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("open_question", talk(text, TOLD, course="listening"))


@pytest.mark.parametrize(
    "text",
    [
        "Snap je?",
        "Wil je een glas water?",
        "Je bent het daar toch mee eens?",
        "Wat denk je zelf dat ik ga zeggen?",
        "En gij dan, vorige week?",
        "Hoe laat begint dat?",
        "Dat is wat ik bedoel.",
    ],
)
def test_closed_leading_and_shifting_questions_are_none(text: str) -> None:
    assert not seen("open_question", talk(text, TOLD, course="listening"))


def test_small_talk_before_the_news_is_none() -> None:
    assert not seen("open_question", talk("Dag Karel, hoe was het weekend?", course="bad_news"))
