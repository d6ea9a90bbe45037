"""Giving way on a decision that stands: the other is left to think that there is still something to gain."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.message import message_index
from scoring.patterns import Pattern
from scoring.spelling import plain
from scoring.steps.types import Evidence, Told, moved
from scoring.words import of_class

_BARGAINS = Pattern("boundary.bargains")


def shown(told: Told) -> Iterator[Evidence]:
    """Every time the decision was opened again, once it had been said."""
    said = message_index(told.dialogue)
    if said is None:
        return
    for turn in told.judged:
        if turn < said:
            continue
        for sentence in told.said(turn, unknown=True):
            for hit in of_class("steps", sentence.text, told.tongue, "giving_way"):
                yield told.evidence(turn, moved(sentence, (hit.start, hit.end)))


def occasion(told: Told) -> bool:
    """Whether the other tried for another outcome, and was answered."""
    said = message_index(told.dialogue)
    return said is not None and any(
        turn > said and _BARGAINS[told.tongue].search(plain(told.other(turn))) for turn in told.judged
    )
