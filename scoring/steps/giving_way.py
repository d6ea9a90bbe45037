"""Giving way on a decision that stands: the other is left to think that there is still something to gain."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.dates import concrete
from scoring.message import message_index
from scoring.patterns import Pattern
from scoring.slots import asked
from scoring.spelling import plain
from scoring.steps.types import Evidence, Told, moved
from scoring.words import of_class

_BARGAINS = Pattern("boundary.bargains")


def shown(told: Told) -> Iterator[Evidence]:
    """Every time the decision was opened again, once it had been said.

    `We bekijken het nog eens` opens it where the other asked for something and no day is named; with a day it is about
    something practical.
    """
    said = message_index(told.dialogue)
    if said is None:
        return
    for turn in told.judged:
        if turn < said:
            continue
        was_asked = turn > said and (_bargains(told, turn) or asked(told.other(turn), told.tongue) is not None)
        for sentence in told.said(turn, unknown=True):
            kinds = ["giving_way"]
            if was_asked and not concrete(sentence.text, told.tongue):
                kinds.append("another_look")
            for hit in of_class("steps", sentence.text, told.tongue, *kinds):
                yield told.evidence(turn, moved(sentence, (hit.start, hit.end)))


def occasion(told: Told) -> bool:
    """Whether the other tried for another outcome, and was answered."""
    said = message_index(told.dialogue)
    return said is not None and any(turn > said and _bargains(told, turn) for turn in told.judged)


def _bargains(told: Told, turn: int) -> bool:
    return bool(_BARGAINS[told.tongue].search(plain(told.other(turn))))
