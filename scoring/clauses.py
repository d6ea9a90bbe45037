"""Cuts what was said into clauses, also where a recogniser wrote no punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one utterance; offsets count code points from the start of its text, end excluded."""

    start: int
    end: int
    text: str


_END = re.compile(r"[.!?…]+[\"'”’)]*|[;:]|,|\s[-–—]\s|\n")
"""Marks that close a clause where somebody punctuated."""


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text`, in order, without the space around them."""
    found: list[Clause] = []
    start = 0
    for mark in _END.finditer(text):
        found += _stripped(text, start, mark.end())
        start = mark.end()
    return tuple(found + _stripped(text, start, len(text)))


def _stripped(text: str, start: int, end: int) -> list[Clause]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Clause(start, end, text[start:end])] if any(c.isalnum() for c in text[start:end]) else []
