"""The small language of the word lists."""

import pytest

from scoring.phrases import read_phrase
from scoring.speech import speech
from scoring.spelling import plain

GROUPS = {"you": "je|ge"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("zaken|dingen", "van die Dingen", "dingen"),
        ("verlof*", "je verlofaanvraag", "verlofaanvraag"),
        ("*probleempje", "een miniprobleempje", "miniprobleempje"),
        ("er .. veranderen", "er moet iets veranderen", "er moet iets veranderen"),
        ("wel? goed", "het komt goed", "goed"),
        ("wel? goed", "het komt wel goed", "wel goed"),
        ("[you] kunt", "dat ge kunt", "ge kunt"),
        ("van hogerhand|boven_af", "van boven af", "van boven af"),
        ("^ ach", "Ja, ach Jan", "ach"),
        ("dat is het", "da 's 't", "da 's 't"),
    ],
)
def test_finds(phrase: str, text: str, found: str) -> None:
    low = plain(text)
    assert [low[a:b] for a, b in read_phrase(phrase, GROUPS, speech("nl")).spans(low)] == [found]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("er .. veranderen", "er is koffie. Dat zal veranderen"),
        ("er .. veranderen", "er een twee drie vier veranderen"),
        ("zaken", "zakenman"),
        ("^ ach", "ik zeg ach"),
        ("klaar $", "klaar voor vandaag"),
    ],
)
def test_does_not_find(phrase: str, text: str) -> None:
    assert not read_phrase(phrase, GROUPS, speech("nl")).spans(plain(text))


@pytest.mark.parametrize("phrase", ["[nobody] kunt", "..", "^"])
def test_a_mistake_is_told(phrase: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_phrase(phrase, GROUPS, speech("nl"))
