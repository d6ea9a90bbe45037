"""What a question asks for, and whether it was answered."""

import pytest

from scoring.slots import answers, asked
from tests.scoring.said import talk


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Ben ik ontslagen?", "yes_no"),
        ("Klaar en duidelijk: ben ik ontslagen, ja of nee?", "yes_no"),
        ("En wanneer weet ik iets?", "when"),
        ("Wie heeft dat beslist? Gij?", "who"),
        ("Hoeveel weken krijg ik?", "how_many"),
        ("Waarom ik en niet Bo?", "why"),
        ("Op welke grond? Ik heb recht op de reden.", "why"),
        ("En wat moet ik nu doen?", "what_now"),
        ("Zichtbaarder? Hoe bedoel je dat precies?", "meaning"),
        ("Wat staat er op mijn C4?", "open"),
        ("Noemt ne naam!", "who"),
        ("En mijn twee jobstudenten?", "open"),
    ],
)
def test_asked(text: str, slot: str) -> None:
    assert asked(text, "nl") == slot


@pytest.mark.parametrize(
    "text", ["Drie. Van de honderdtwintig.", "Joyce? Die werkt hier twee jaar!", "En ik dan?", "…", ""]
)
def test_nothing_asked(text: str) -> None:
    assert asked(text, "nl") is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ben ik ontslagen?", "Ja. Dat klopt."),
        ("Moet ik komen?", "ge moet komen in uw gewone uurrooster"),
        ("Krijg ik outplacement?", "Ja, zestig uur, bij een bureau in Hasselt."),
        ("En krijg ik een vergoeding?", "Dat weet ik nog niet; dinsdag bel ik u met het bedrag."),
        ("Wie heeft geklaagd?", "Dat zeg ik niet, dat gaat over een ander."),
        ("Wie heeft dat beslist?", "Ik, samen met Karin."),
        ("Wanneer krijg ik mijn loon?", "Op 5 april."),
        ("Hoeveel is het?", "Zes weken."),
        ("Waarom stopt het?", "Omdat het geld op is."),
    ],
)
def test_answered(question: str, answer: str) -> None:
    assert answers(talk(answer, question))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ben ik ontslagen?", "Je moet dat in zijn context zien."),
        ("Ben ik ontslagen?", "Ja kijk, de markt is moeilijk."),
        ("Hoeveel weken krijg ik?", "Het sociaal secretariaat doet dat al dertig jaar voor ons."),
        ("Waarom mocht Bart wel?", "Wat zegt die vergelijking over jouzelf?"),
        ("Wie zegt dat?", "Er wordt hier over u gesproken."),
    ],
)
def test_not_answered(question: str, answer: str) -> None:
    assert not answers(talk(answer, question))
