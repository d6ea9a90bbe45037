"""A fact of the case that was said: its words in one sentence, or in two that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from personas.types import Fact
from scoring.clauses import Clause
from scoring.spelling import plain
from scoring.steps.types import Evidence, Span, Told, moved

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def shown(fact: Fact, told: Told) -> Iterator[Evidence]:
    """Every time the fact was said; a question, or that it is not known, does not say it."""
    for turn in told.judged:
        sentences = list(told.said(turn))
        windows: list[tuple[Clause, ...]] = [(sentence,) for sentence in sentences]
        windows += [(one, two) for one, two in pairwise(sentences) if not told.text(turn)[one.end : two.start].strip()]
        found = [spans for window in windows if (spans := _all(fact, window))]
        for spans in sorted(found):
            yield told.evidence(turn, *spans)


def _all(fact: Fact, window: tuple[Clause, ...]) -> list[Span]:
    """Where each group of words stands; nothing where one is missing."""
    spans: list[Span] = []
    for group in fact.signs:
        here = [
            moved(part, span)
            for part in window
            for sign in group
            if (span := where(sign, part.text)) and not _denied(part.text, span)
        ]
        if not here:
            return []
        spans.append(min(here))
    return spans


def where(sign: str, text: str) -> Span | None:
    """Where the words of a sign stand in `text`; a final * stands for any ending."""
    words = [(match.group(), match.span()) for match in _WORD.finditer(plain(text))]
    parts = plain(sign).split()
    for first in range(len(words) - len(parts) + 1):
        here = words[first : first + len(parts)]
        if all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, (w, _) in zip(parts, here, strict=True)):
            return here[0][1][0], here[-1][1][1]
    return None


_NONE = re.compile(r"(?<!\w)(?:geen|zonder|no|without|pas de|pas d'|sans|kein|keine|keinen|ohne) (?:\w+ )?$")
"""In front of a word, in any of the languages: it is not there."""


def _denied(text: str, span: Span) -> bool:
    return bool(_NONE.search(plain(text)[: span[0]]))
