"""Who does what and when, counted from the talk's own clock."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.agreed import agreed, standing
from scoring.rules import score_dialogue
from scoring.types import Agreed, Dialogue, Score
from tests.scoring.said import talk

NOW = datetime(2025, 11, 20, 10, 15)  # a Thursday


def said(text: str, now: datetime | None = NOW, *, unsure: tuple[tuple[int, int], ...] = ()) -> Dialogue:
    """A talk on that day in which the other asked when."""
    asked = "En wanneer zitten we opnieuw samen?"
    return talk(text, asked, unsure=unsure).model_copy(update={"now": now})


def kept(text: str, now: datetime | None = NOW) -> tuple[Agreed, ...]:
    """What a turn fixed."""
    return score_dialogue(said(text, now)).agreed


@pytest.mark.parametrize(
    ("text", "who", "what", "when", "on", "at"),
    [
        ("ik stuur u morgen de brief op", "trainee", "ik stuur u morgen de brief op", "morgen",
         date(2025, 11, 21), None),
        ("Gij brengt de sleutels binnen op 30 april.", "other", "Gij brengt de sleutels binnen op 30 april",
         "op 30 april", date(2026, 4, 30), None),
        ("Volgende dinsdag om tien uur zitten we samen.", "both", "Volgende dinsdag om tien uur zitten we samen",
         "Volgende dinsdag om tien uur", date(2025, 11, 25), time(10)),
        ("Over twee weken, dinsdag 9 december om tien uur, zitten we hier opnieuw.", "both", "zitten we hier opnieuw",
         "Over twee weken, dinsdag 9 december om tien uur", date(2025, 12, 9), time(10)),
        ("Dinsdag zitten we samen, om tien uur.", "both", "Dinsdag zitten we samen", "Dinsdag",
         date(2025, 11, 25), time(10)),
        ("Volgende dinsdag om tien uur.", "both", "", "Volgende dinsdag om tien uur", date(2025, 11, 25), time(10)),
    ],
)  # fmt: skip
def test_who_what_and_when_are_kept(
    text: str, who: str, what: str, when: str, on: date | None, at: time | None
) -> None:
    assert [(a.who, a.what, a.when, a.on, a.at) for a in kept(text)] == [(who, what, when, on, at)]


def test_each_deed_has_its_own_moment() -> None:
    mine, yours = kept("Ik mail je dit vandaag voor vijf uur, jij bekijkt het tegen donderdag.")
    assert (mine.who, mine.on, mine.at) == ("trainee", date(2025, 11, 20), time(17))
    assert (yours.who, yours.what, yours.on) == ("other", "jij bekijkt het tegen donderdag", date(2025, 11, 27))


def test_an_hour_without_a_day_is_today() -> None:
    assert [a.on for a in kept("Ik bel je om vier uur.")] == [date(2025, 11, 20)]


def test_without_a_clock_no_day_is_made_up() -> None:
    assert [(a.when, a.on) for a in kept("ik stuur u morgen de brief op", None)] == [("morgen", None)]


@pytest.mark.parametrize("text", ["We bekijken dat binnenkort nog wel eens.", "Ik heb dat gisteren gemaild.", ""])
def test_what_is_no_agreement_leaves_nothing(text: str) -> None:
    assert kept(text) == ()


def test_the_same_words_on_another_day_come_to_another_date() -> None:
    assert kept("Ik bel je morgen.", datetime(2028, 2, 28, 9))[0].on == date(2028, 2, 29)


def test_a_moment_that_was_not_heard_for_sure_is_not_kept() -> None:
    text = "Ik mail je dit vandaag, jij bekijkt het tegen donderdag."
    found = score_dialogue(said(text, unsure=((text.index("donderdag"), len(text) - 1),))).agreed
    assert all(a.when == "vandaag" for a in found)


def scores(*texts: str) -> list[Score]:
    """The scores of turns, one after the other."""
    return [score_dialogue(said(text)) for text in texts]


def test_a_later_agreement_about_the_same_thing_replaces_the_earlier() -> None:
    found = standing(scores("Ik bel je vrijdag om tien uur.", "Nee, ik bel je maandag om negen uur."), "nl")
    assert [(a.on, a.at) for a in found] == [(date(2025, 11, 24), time(9))]


def test_agreements_about_other_things_stand_beside_each_other() -> None:
    found = standing(scores("Ik mail je vrijdag de brief.", "Ik bel morgen de vakbond."), "nl")
    assert [a.on for a in found] == [date(2025, 11, 21), date(2025, 11, 21)]


def test_what_the_other_does_never_replaces_what_the_trainee_does() -> None:
    found = standing(scores("Ik mail je vrijdag de cijfers.", "Jij mailt mij maandag de cijfers."), "nl")
    assert [a.who for a in found] == ["trainee", "other"]


WORDS = [
    *(
        "ik",
        "bel",
        "mail",
        "je",
        "jij",
        "ge",
        "brengt",
        "zitten",
        "we",
        "samen",
        "de",
        "cijfers",
        "nee",
        "en",
        ",",
        ".",
    ),
    *("morgen", "vrijdag", "dinsdag", "om", "tien", "uur", "over", "twee", "weken", "tegen", "31", "februari"),
]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=16,
    ),
    st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)),
)
def test_the_quotes_are_always_in_the_turn(words: list[str], now: datetime) -> None:
    text = " ".join(words)
    dialogue = said(text, now)
    found = agreed(dialogue, score_dialogue(dialogue).moves)
    assert all(a.what in text and a.when in text and a.when for a in found)
