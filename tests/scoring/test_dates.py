"""Moments in Dutch sentences: where they stand, whether they fit a diary, which day they are."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.dates import concrete, moments, vague

TODAY = date(2025, 11, 20)  # a Thursday


@pytest.mark.parametrize(
    ("text", "words", "on", "at"),
    [
        ("We zien elkaar over twee weken.", "over twee weken", date(2025, 12, 4), None),
        ("Volgende dinsdag om tien uur.", "Volgende dinsdag om tien uur", date(2025, 11, 25), time(10)),
        ("Ik mail het tegen vrijdag voor vijf uur.", "tegen vrijdag voor vijf uur", date(2025, 11, 21), time(17)),
        ("eind deze maand", "eind deze maand", date(2025, 11, 30), None),
        ("Je laatste dag is 31 januari.", "31 januari", date(2026, 1, 31), None),
        ("Morgenvoormiddag bel ik.", "Morgenvoormiddag", date(2025, 11, 21), None),
        ("ik bel u op dinsdag twaalf maart", "op dinsdag twaalf maart", date(2026, 3, 12), None),
        ("donderdag om half tien", "donderdag om half tien", date(2025, 11, 27), time(9, 30)),
        ("ten laatste op 15 mei", "ten laatste op 15 mei", date(2026, 5, 15), None),
        ("sinds vrij dag nog eens alleen", "vrij dag", date(2025, 11, 21), None),
        ("vrijdag over een week", "vrijdag over een week", date(2025, 11, 28), None),
        ("volgende week woensdag", "volgende week woensdag", date(2025, 11, 26), None),
        ("de briefing om 6.45 uur", "om 6.45 uur", None, time(6, 45)),
        ("om tien na twee", "om tien na twee", None, time(14, 10)),
        ("elke vrijdag voor 16 uur", "elke vrijdag voor 16 uur", None, time(16)),
    ],
)
def test_concrete_moments_are_found_and_resolved(text: str, words: str, on: date | None, at: time | None) -> None:
    found = next(moment for moment in moments(text, "nl", TODAY) if moment.concrete)
    assert (text[found.start : found.end], found.on, found.at) == (words, on, at)


@pytest.mark.parametrize(
    "text",
    ["binnenkort", "op termijn", "een dezer dagen", "op den duur", "als het zo past", "in de komende weken"],
)
def test_vague_moments_are_told_apart(text: str) -> None:
    assert vague(f"Dat doen we {text}.")
    assert not concrete(f"Dat doen we {text}.")


@pytest.mark.parametrize("text", ["Het duurde drie uur.", "Hij is de derde.", "Ik doe dat graag.", ""])
def test_lengths_and_ranks_are_no_moments(text: str) -> None:
    assert not concrete(text)


def test_a_day_that_is_not_there_has_no_date() -> None:
    assert moments("31 februari", "nl", TODAY)[0].on is None


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "op",
                "tegen",
                "voor",
                "dinsdag",
                "31",
                "12",
                "mei",
                "uur",
                "om",
                "half",
                "tien",
                "over",
                "twee",
                "weken",
                "eind",
                "x",
                ",",
                ".",
                "'",
            ]
        )
    )
)
def test_spans_stay_inside_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = moments(text, "nl", TODAY)
    assert all(0 <= moment.start < moment.end <= len(text) for moment in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
