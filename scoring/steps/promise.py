"""A promise that is not in the case: something that nobody may give, or an amount that is not the one on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from personas.types import Scenario
from scoring.calendars.spoken import cardinals
from scoring.evidence import stems
from scoring.patterns import Pattern
from scoring.spelling import plain
from scoring.steps.types import Evidence, Told, moved
from scoring.types import Tongue
from scoring.words import Hit, of_class

_NEGATES = Pattern("message.negates")
_FIGURES = re.compile(r"\d{1,3}(?:[ .]\d{3})+|\d+")


def shown(told: Told) -> Iterator[Evidence]:
    """Every promise that the case does not hold. A refusal, a question and `I do not know yet` promise nothing."""
    if told.case is None:
        return
    allowed = _allowed(told.case)
    offered = stems(allowed, told.tongue)
    sums = frozenset(_numbers(allowed, told.tongue))
    for turn in told.judged:
        for sentence in told.said(turn):
            text = sentence.text
            if _NEGATES[told.tongue].search(plain(text)) or not of_class("steps", text, told.tongue, "gives"):
                continue
            hits = [
                hit for hit in of_class("steps", text, told.tongue, "benefit") if not _offered(hit, text, offered, told)
            ]
            hits += [
                hit for hit in of_class("steps", text, told.tongue, "amount") if not _same_sum(hit, text, sums, told)
            ]
            if hits:
                yield told.evidence(turn, *(moved(sentence, (hit.start, hit.end)) for hit in hits))


def occasion(told: Told) -> bool:
    """Whether anything was given at all that could have been promised wrongly."""
    return any(
        of_class("steps", sentence.text, told.tongue, "gives") for turn in told.judged for sentence in told.said(turn)
    )


def _allowed(case: Scenario) -> str:
    """All that may be promised."""
    b = case.briefing
    return " . ".join(
        (case.message, b.situation, *b.must_say, *b.may_offer, *b.still_open, *(f.says for f in case.facts))
    )


def _offered(hit: Hit, text: str, offered: frozenset[str], told: Told) -> bool:
    words = stems(text[hit.start : hit.end], told.tongue)
    return bool(words) and words <= offered


def _same_sum(hit: Hit, text: str, sums: frozenset[int], told: Told) -> bool:
    return set(_numbers(text[hit.start : hit.end], told.tongue)) <= sums


def _numbers(text: str, tongue: Tongue) -> list[int]:
    """The numbers in `text`, in figures and in words."""
    low = plain(text)
    figures = [int(re.sub(r"\D", "", found)) for found in _FIGURES.findall(low)]
    return figures + [
        _words(tongue)[word] for word in re.findall(r"[^\W\d]+(?:-[^\W\d]+)*", low) if word in _words(tongue)
    ]


@cache
def _words(tongue: Tongue) -> dict[str, int]:
    return cardinals(tongue)
