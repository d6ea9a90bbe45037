"""A summary gives back what the other said and can be corrected."""

import pytest

from tests.scoring.said import seen, talk

HEARD = "Ik moest het van de poetsvrouw horen. Van de poetsvrouw! En mijn chef wist van niks."


@pytest.mark.parametrize(
    "text",
    [
        "Als ik je goed begrijp, steekt vooral dat je het van de poetsvrouw hoorde. Klopt dat?",
        "Dus ge moest het van de poetsvrouw horen en uw chef wist het niet. Heb ik dat juist?",
        "dus je hoorde het van de poetsvrouw en je chef wist nergens van zeg ik dat goed",
        "Wat ik u hoor zeggen, is dat niemand van uw leidinggevenden het u zelf gezegd heeft.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("summary", talk(text, HEARD, course="conflict"))


@pytest.mark.parametrize(
    "text",
    [
        "Ja. Dat klopt.",
        "Klopt dat?",
        "Dus morgen om tien uur?",
        "Als ik u goed begrijp, zoekt gij altijd een uitvlucht. Klopt dat voor u?",
        "Ik luister, ik vat samen en ik vraag door, want ik wil u echt begrijpen. Klopt dat?",
    ],
)
def test_magic_words_are_none(text: str) -> None:
    assert not seen("summary", talk(text, HEARD, course="conflict"))


def test_needs_somebody_who_spoke() -> None:
    assert not seen("summary", talk("Dus je hoorde het van de poetsvrouw. Klopt dat?"))


def test_quotes_the_summary() -> None:
    dialogue = talk("Goed. Dus ge hoorde het van de poetsvrouw en niet van uw chef. Klopt dat?", HEARD)
    (flag,) = seen("summary", dialogue)
    assert flag.quote == "Dus ge hoorde het van de poetsvrouw en niet van uw chef. Klopt dat?"
