"""When a condition of a persona file holds."""

from __future__ import annotations

import pytest

from personas.types import AvatarState, When
from simulator.conditions import Moment, Said, mentioned, met
from tests.simulator.stage import CLEAR, VAGUE, Line, begin, scored


def said(line: Line) -> Said:
    """A turn as conditions see it."""
    return Said(scored(begin(), line, 1), line.text or "", line.silence)


def moment(now: Line, *past: Line, told: tuple[str, ...] = (), **feelings: float) -> Moment:
    """A moment in a talk."""
    return Moment(said(now), tuple(map(said, past)), AvatarState(**feelings), frozenset(told))


AGREED = Line("Ik mail je dit vandaag.", moves=["agreement"])
HERE = moment(VAGUE, VAGUE, AGREED, told=("gerucht",), trust=0.6)


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"slip": "vagueness"}, True),
        ({"slip": "evasiveness"}, False),
        ({"slip": "vagueness", "kind": "open"}, True),
        ({"slip": "vagueness", "kind": "fog"}, False),
        ({"kind": "open"}, True),
        ({"move": "clear_message"}, False),
        ({"phase": "opening"}, True),
        ({"phase": "closing"}, False),
        ({"slip": "vagueness", "times": 2}, True),
        ({"slip": "vagueness", "times": 3}, False),
        ({"move": "agreement", "times": 1}, False),
        ({"about": ["boekhoud*"]}, True),
        ({"about": ["boekhoud"]}, False),
        ({"after": "gerucht"}, True),
        ({"after": "aanbod"}, False),
        ({"trust": ">= 0.6"}, True),
        ({"trust": "> 0.6"}, False),
        ({"agreed": ">= 1"}, True),
        ({"agreed": ">= 2"}, False),
        ({"silence": ">= 3 s"}, False),
        ({"any": [{"move": "apology"}, {"slip": "vagueness"}]}, True),
        ({"any": [{"move": "apology"}, {"move": "summary"}]}, False),
        ({"all": [{"slip": "vagueness"}, {"trust": "< 0.9"}]}, True),
        ({"all": [{"slip": "vagueness"}, {"trust": "< 0.5"}]}, False),
        ({"slip": "vagueness", "any": [{"move": "apology"}]}, False),
    ],
)
def test_a_condition_holds_when_every_part_does(when: dict[str, object], holds: bool) -> None:
    assert (met(When.model_validate(when), HERE) is not None) == holds


def test_it_gives_the_words_that_made_it_hold() -> None:
    assert met(When(slip="vagueness"), HERE) == "op termijn"
    assert met(When.model_validate({"any": [{"about": ["misschien"]}]}), HERE) == "misschien"


@pytest.mark.parametrize(("seconds", "holds"), [(None, False), (2.9, False), (3.0, True)])
def test_silence_counts_in_seconds_where_it_was_measured(seconds: float | None, holds: bool) -> None:
    assert (met(When(silence=">= 3 s"), moment(Line("Ja.", silence=seconds))) is not None) == holds


def test_times_counts_turns_in_which_the_same_happened() -> None:
    twice = moment(VAGUE, Line("Er is iets.", slips=["open", "fog"]))
    assert met(When(slip="vagueness", kind="fog", times=2), twice) is None
    assert met(When(slip="vagueness", times=2), twice) is not None


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("maart",), "Wat ik in Maart zei", "Maart"),
        (("maart",), "een maartse bui", None),
        (("foto's",), "die foto’s", "foto’s"),
        (("thuis", "geen zorgen"), "maak u geen  zorgen", "geen  zorgen"),
    ],
)
def test_words_are_found_whole_in_any_case(words: tuple[str, ...], text: str, found: str | None) -> None:
    assert mentioned(words, text) == found


def test_agreements_of_the_whole_talk_count() -> None:
    assert moment(AGREED, AGREED, CLEAR).agreed == 2


def test_what_was_said_goes_before_what_was_left_out() -> None:
    both = moment(Line("Er verandert op termijn iets.", slips=["open", "delay", "no_answer"]))
    assert met(When(slip="evasiveness"), both) is None
    assert met(When(slip="vagueness"), both) is not None
    assert met(When(kind="delay"), moment(Line("Hoe was je weekend?", slips=["delay"]))) is not None
