"""Giving way: the decision opened again, and what only sounds like it."""

import pytest

from scoring.steps.giving_way import occasion, shown
from tests.scoring.steps.talks import told

NEWS = "> Je functie in Aalst stopt en je contract eindigt op 31 januari.\n- Kan ik niet mee naar Gent?\n"
ANSWERS = [
    ("Ik zal nog eens kijken of er iets mogelijk is.", True),
    ("Misschien kan er toch iets in Gent.", True),
    ("We kunnen daar nog over praten.", True),
    ("Het is nog niet definitief.", True),
    ("We gaan dat voor u zeker nog eens bekijken.", True),
    ("Goh, daar zouden we misschien nog ne keer naar kunnen kijken.", True),
    ("Vrijdag bekijken we samen nog eens de papieren.", False),
    ("Die plaats is er niet, en dat verandert niet meer.", False),
    ("Wat het bedrag is, zoek ik uit tegen vrijdag.", False),
    ("Dinsdag om tien uur zitten we hier opnieuw.", False),
]


@pytest.mark.parametrize(("text", "gives_way"), ANSWERS)
def test_giving_way_is_seen(text: str, gives_way: bool) -> None:
    assert bool(list(shown(told(f"{NEWS}> {text}")))) is gives_way


def test_before_the_news_there_is_nothing_to_give_way_on() -> None:
    assert list(shown(told("- Ja?\n> Ik zal nog eens kijken of er iets mogelijk is."))) == []


def test_there_is_occasion_only_where_the_other_bargains() -> None:
    assert occasion(told(f"{NEWS}> Die plaats is er niet."))
    assert not occasion(told(NEWS.replace("Kan ik niet mee naar Gent?", "…") + "> Neem je tijd."))
