"""Credits and loops go; people who really say such things stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.ghosts import without_ghosts, without_instants, without_loops
from simulator.types import Word


def spoken(text: str, confidence: float = 0.9, start: float = 0.0) -> tuple[Word, ...]:
    return tuple(
        Word(text=part, start=start + 0.3 * n, end=start + 0.3 * n + 0.3, confidence=confidence)
        for n, part in enumerate(text.split())
    )


def text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


SPEECH = ((0.0, 60.0),)


@pytest.mark.parametrize(
    "ghost",
    [
        "Ondertiteling: TV Gelderland 2021",
        "TV GELDERLAND 2021",
        "Ondertitels ingediend door de Amara.org gemeenschap",
        "Ondertiteld door de Amara.org-gemeenschap",
        "Sous-titres réalisés par la communauté d'Amara.org",
        "Sous-titrage Société Radio-Canada",
        "Subtitles by the Amara.org community",
        "Untertitel im Auftrag des ZDF für funk, 2017",
        "Untertitelung des ZDF, 2020",
        "Copyright WDR 2021",
    ],
)
def test_a_credit_goes_even_when_the_recogniser_is_rather_sure(ghost: str) -> None:
    assert without_ghosts(spoken(ghost, 0.8), SPEECH) == ()


@pytest.mark.parametrize(
    "ghost",
    ["Bedankt voor het kijken!", "Dank je wel voor het kijken.", "Thanks for watching!", "Thank you.", "MUZIEK.",
     "Merci d'avoir regardé cette vidéo !", "Vielen Dank fürs Zuschauen.", "Tot de volgende keer!"],
)  # fmt: skip
class TestFarewells:
    def test_goes_when_the_recogniser_is_unsure(self, ghost: str) -> None:
        assert without_ghosts(spoken(ghost, 0.3), SPEECH) == ()

    def test_goes_when_nobody_speaks_under_it(self, ghost: str) -> None:
        assert without_ghosts(spoken(ghost, 0.9), [(20.0, 21.0)]) == ()

    def test_stays_when_somebody_says_it(self, ghost: str) -> None:
        assert text(without_ghosts(spoken(ghost, 0.8), SPEECH)) == ghost

    def test_goes_at_the_end_without_what_came_before(self, ghost: str) -> None:
        words = spoken("Dat is mijn besluit.") + spoken(ghost, 0.3, start=2.0)
        assert text(without_ghosts(words, SPEECH)) == "Dat is mijn besluit."


@pytest.mark.parametrize(
    "said",
    ["Nogmaals bedankt voor het kijken naar dit dossier.", "De ondertiteling van die film was slecht, dat geef ik toe.",
     "Bedankt.", "Ik wil je bedanken voor het werk.", "Tot de volgende keer, dan bekijken we samen de cijfers.",
     "Je moet je abonneren op die nieuwsbrief, dat spraken we af."],
)  # fmt: skip
def test_sentences_of_people_stay_also_when_hardly_understood(said: str) -> None:
    assert text(without_ghosts(spoken(said, 0.2), SPEECH)) == said


def test_two_ghosts_in_a_row_both_go() -> None:
    words = spoken("Bedankt voor het kijken.", 0.2) + spoken("Ondertiteling: BNN", 0.5, start=2.0)
    assert without_ghosts(words, SPEECH) == ()


def test_a_loop_is_told_once_and_nothing_rests_on_it() -> None:
    kept = without_loops(spoken("Ik zeg " + "dat " * 20 + "is zo."))
    assert text(kept) == "Ik zeg dat is zo."
    assert [word.confidence for word in kept] == [0.9, 0.9, 0.0, 0.9, 0.9]


def test_a_loop_of_sentences_is_told_once() -> None:
    kept = without_loops(spoken("We gaan dat niet doen. " * 5))
    assert text(kept) == "We gaan dat niet doen."


@pytest.mark.parametrize(
    "said",
    ["Nee, nee, nee, nee.", "Dat kan niet, dat kan niet, dat kan niet!", "Heel, heel, heel erg.", "- - - - - - - -"],
)
def test_emphasis_is_no_loop(said: str) -> None:
    assert text(without_loops(spoken(said))) == said


ODDS = ["ja", "nee", "dat", "kan.", "bedankt", "voor", "het", "kijken", "amara.org", "–"]


@given(st.lists(st.sampled_from(ODDS), max_size=40), st.floats(0, 1))
def test_nothing_is_added_and_the_order_stays(parts: list[str], confidence: float) -> None:
    words = spoken(" ".join(parts), confidence)
    for kept in (without_loops(words), without_ghosts(words, SPEECH)):
        rest = iter(words)
        assert all(any(word.text == other.text for other in rest) for word in kept)


def test_words_that_take_no_time_were_said_by_nobody() -> None:
    said = spoken("wij vertrekken nu")
    made_up = tuple(
        Word(text=part, start=0.9, end=0.9, confidence=0.8) for part in ["wij", "vertrekken", "nu", "naar", "huis"]
    )
    assert without_instants((*said, *made_up)) == said


def test_a_single_short_word_stays() -> None:
    said = (*spoken("ja dat"), Word(text="'s", start=0.6, end=0.6, confidence=0.9), *spoken("goed", start=0.6))
    assert without_instants(said) == said
