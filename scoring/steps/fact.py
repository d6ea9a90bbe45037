"""A fact of the case that was said: its words in one sentence, or in two that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from personas.types import Fact
from scoring.clauses import Clause, clauses
from scoring.phrases import SEPARATOR
from scoring.spelling import plain
from scoring.steps.types import Evidence, Span, Told, moved
from scoring.types import Tongue


def shown(fact: Fact, told: Told) -> Iterator[Evidence]:
    """Every time the fact was said; a question, or that it is not known, does not say it."""
    for turn in told.judged:
        text = told.dialogue.utterances[turn].text
        sentences = list(told.said(turn))
        windows: list[tuple[Clause, ...]] = [(sentence,) for sentence in sentences]
        windows += [(one, two) for one, two in pairwise(sentences) if not told.text(turn)[one.end : two.start].strip()]
        for start, end in sorted({span for window in windows if (span := _closest(fact, window, told.tongue))}):
            quote = text[start:end].rstrip(",;: ")
            yield Evidence(turn, start, start, start + len(quote), quote)


def _closest(fact: Fact, window: tuple[Clause, ...], tongue: Tongue) -> Span | None:
    """The fewest clauses that hold a word of each group; None where a group is missing."""
    groups = [
        [
            moved(part, span)
            for part in window
            for sign in group
            for span in places(sign, part.text)
            if not _denied(part.text, span)
        ]
        for group in fact.signs
    ]
    parts = [moved(part, (clause.start, clause.end)) for part in window for clause in clauses(part.text, tongue)]
    found: list[Span] = []
    for start in {first for group in groups for first, _ in group}:
        nearest = [min((end for first, end in group if first >= start), default=-1) for group in groups]
        if -1 not in nearest:
            held = [(first, last) for first, last in parts if first < max(nearest) and start < last]
            found.append((held[0][0], held[-1][1]))
    return min(found, key=lambda span: (span[1] - span[0], span[0]), default=None)


def places(sign: str, text: str) -> list[Span]:
    """Where the words of a sign stand in `text`; a final * stands for any ending."""
    return [match.span() for match in _pattern(sign).finditer(plain(text))]


@lru_cache(maxsize=4096)
def _pattern(sign: str) -> re.Pattern[str]:
    words = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in plain(sign).split()]
    return re.compile(rf"(?<!\w){SEPARATOR.join(words)}(?!\w)")


_NONE = re.compile(r"(?<!\w)(?:geen|zonder|no|without|pas de|pas d'|sans|kein|keine|keinen|ohne) (?:\w+ )?$")
"""In front of a word, in any of the languages: it is not there."""


def _denied(text: str, span: Span) -> bool:
    return bool(_NONE.search(plain(text)[: span[0]]))
