"""A promise that is not in the case: something that nobody may give, or an amount that is not the one on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from personas.types import Scenario
from scoring.calendars.spoken import cardinals
from scoring.patterns import Pattern
from scoring.spelling import plain
from scoring.steps.types import Evidence, Told, moved
from scoring.types import Tongue
from scoring.words import of_class

_NEGATES = Pattern("message.negates")
_CARRIES = 5
"""Words with fewer letters say little about what is given."""
_FIGURES = re.compile(r"\d{1,3}(?:[ .]\d{3})+|\d+")


def shown(told: Told) -> Iterator[Evidence]:
    """Every promise that the case does not hold. A refusal, a question and `I do not know yet` promise nothing."""
    if told.case is None:
        return
    offered = frozenset(re.findall(r"\w+", plain(_offers(told.case))))
    sums = frozenset(_numbers(f"{_offers(told.case)} {told.case.briefing.situation}", told.tongue))
    for turn in told.judged:
        for sentence in told.said(turn):
            text = sentence.text
            if _NEGATES[told.tongue].search(plain(text)) or not of_class("steps", text, told.tongue, "gives"):
                continue
            benefits = of_class("steps", text, told.tongue, "benefit")
            amounts = of_class("steps", text, told.tongue, "amount")
            hits = [hit for hit in benefits if not _is_offered(text[hit.start : hit.end], offered)]
            hits += [hit for hit in amounts if not set(_numbers(text[hit.start : hit.end], told.tongue)) <= sums]
            if hits:
                yield told.evidence(turn, *(moved(sentence, (hit.start, hit.end)) for hit in hits))


def occasion(told: Told) -> bool:
    """Whether anything was given at all that could have been promised wrongly."""
    return any(
        of_class("steps", sentence.text, told.tongue, "gives") for turn in told.judged for sentence in told.said(turn)
    )


def _offers(case: Scenario) -> str:
    """All that may be promised."""
    b = case.briefing
    return " . ".join((case.message, *b.must_say, *b.may_offer, *(fact.says for fact in case.facts)))


def _is_offered(benefit: str, offered: frozenset[str]) -> bool:
    """Whether the words of a benefit that carry something all stand in what may be offered, with any ending."""
    words = [word for word in re.findall(r"\w+", plain(benefit)) if len(word) >= _CARRIES]
    return bool(words) and all(
        any(known.startswith(word[: max(5, len(word) - 2)]) for known in offered) for word in words
    )


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
