"""What the avatar remembers."""

from __future__ import annotations

import pytest

from simulator.conditions import Moment, Said
from simulator.memory import last_question, remember
from tests.simulator.stage import BLAMING, CLEAR, EVASIVE, Line, play, scored


def memory(*lines: Line, answered: bool | None = None):  # type: ignore[no-untyped-def]  # one helper, read in three tests
    """The memory with which the turn after these lines is met."""
    talk, _ = play(*lines)
    now = scored(talk, Line("Ja.", answered=answered), 9)
    past = tuple(Said(score, "", None) for score in talk.scores)
    return remember(talk, Moment(Said(now, "Ja.", None), past, talk.state, talk.told))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("'Op termijn.' Is dat volgende week of volgend jaar?", "Is dat volgende week of volgend jaar?"),
        ("(kijkt op) Blijf ik hier werken, ja of nee?", "Blijf ik hier werken, ja of nee?"),
        ("En wat nu? Wat moet ik doen?", "Wat moet ik doen?"),
        ("Zeg het maar.", None),
        ("(wat nu?) …", None),
        ("?", None),
    ],
)
def test_the_last_question_is_kept_without_gestures(text: str, question: str | None) -> None:
    assert last_question(text) == question


@pytest.mark.parametrize(
    ("lines", "owed"),
    [
        ((), 0),
        ((EVASIVE,), 1),
        ((EVASIVE, BLAMING), 2),
        ((EVASIVE, CLEAR), 0),
        ((EVASIVE, EVASIVE, CLEAR), 1),
        ((EVASIVE, EVASIVE, Line("Het spijt me.", moves=["apology"])), 0),
        ((CLEAR, EVASIVE), 1),
    ],
)
def test_each_wound_takes_a_repair_and_an_apology_repairs_all(lines: tuple[Line, ...], owed: int) -> None:
    assert memory(*lines).owed == owed


def test_a_question_stays_open_only_while_it_is_dodged() -> None:
    assert memory(CLEAR, Line("Het is zo."), Line("Het is zo."), answered=False).question
    assert memory(CLEAR, Line("Het is zo."), Line("Het is zo."), answered=True).question is None


def test_the_question_of_the_greeting_is_not_held_against_anybody() -> None:
    assert memory(answered=False).question is None
