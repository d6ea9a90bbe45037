"""Cuts what was said into sentences and clauses, also where a recogniser wrote no punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring.patterns import Pattern
from scoring.spelling import plain
from scoring.types import Tongue


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one utterance; offsets count code points from the start of its text, end excluded."""

    start: int
    end: int
    text: str


_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"'”’)]*(?=\s|$))|\n")
_CLAUSE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|[;:]|,|\s[-–—]\s|\n")
"""Marks that close a clause where somebody punctuated."""
_NO_END = re.compile(
    r"(?<![\w.,:])(?:\d{1,2}|[Dd]r|[Pp]rof|St|Nr|ca|bzw|evtl|usw)\.(?=\s+(?:[a-zäöü]|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))"
    r"|(?<!\w)(?:Dr|Prof|St|Nr)\.(?=\s+[A-ZÄÖÜ\d])"
)
"""A full stop that closes nothing: behind a day (`am 31. Mai`, `am 4. war ich`) or a short form (`Dr. Sahin`)."""
_LONG = 12
"""So many words without a mark are no longer one clause: then conjunctions cut."""
_STRETCH = 18
_CONJUNCTION = Pattern("clauses.conjunction")


_QUOTED = re.compile(r"(?<!\w)(?:['‘\"“](?![tksnm]\b)[^'’\"”]{3,}['’\"”]|«[^»]{3,}»|„[^“”]{3,}[“”])(?!\w)")


def unquoted(text: str) -> str:
    """`text` with what stands between quotation marks blanked; offsets stay, and `'t` opens no quotation."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[Clause, ...]:
    """The sentences of `text`, in order; unpunctuated text is one."""
    return tuple(_cut(text, 0, len(text), _ends(_SENTENCE_END, text)))


@lru_cache(maxsize=2048)
def clauses(text: str, tongue: Tongue) -> tuple[Clause, ...]:
    """The clauses of `text`, in order, without the space around them."""
    found: list[Clause] = []
    for clause in _cut(text, 0, len(text), _ends(_CLAUSE_END, text)):
        if len(clause.text.split()) <= _LONG:
            found.append(clause)
            continue
        cuts = [clause.start + mark.start() for mark in _CONJUNCTION[tongue].finditer(plain(clause.text))]
        found += _cut(text, clause.start, clause.end, cuts)
    return tuple(found)


@lru_cache(maxsize=2048)
def stretches(text: str) -> tuple[Clause, ...]:
    """The stretches of speech in which words weigh together: a sentence, or so many words where nobody punctuated."""
    found: list[Clause] = []
    for sentence in sentences(text):
        words = [match.span() for match in re.finditer(r"\S+", sentence.text)]
        if re.search(r"[,;:.!?…]", sentence.text[:-1]) or len(words) <= _STRETCH + 6:
            found.append(sentence)
            continue
        for first in range(0, len(words), _STRETCH):
            start, end = words[first][0], words[min(first + _STRETCH, len(words)) - 1][1]
            found.append(Clause(sentence.start + start, sentence.start + end, sentence.text[start:end]))
    return tuple(found)


def is_question(sentence: Clause, tongue: Tongue) -> bool:
    """Whether a sentence ends in a question mark or, unpunctuated, begins like a question."""
    if "?" in sentence.text[-3:]:
        return True
    unmarked = not re.search(r"[.!…]", sentence.text[-3:])
    return unmarked and bool(_ASKS[tongue].match(plain(sentence.text)))


_ASKS = Pattern("clauses.asks")


def _ends(marks: re.Pattern[str], text: str) -> list[int]:
    """Where a mark closes something."""
    open_stops = {stop.end() for stop in _NO_END.finditer(text)}
    return [mark.end() for mark in marks.finditer(text) if mark.end() not in open_stops]


def _cut(text: str, start: int, end: int, cuts: list[int]) -> list[Clause]:
    found: list[Clause] = []
    for cut in [*cuts, end]:
        found += _stripped(text, start, cut)
        start = cut
    return found


def _stripped(text: str, start: int, end: int) -> list[Clause]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Clause(start, end, text[start:end])] if any(c.isalnum() for c in text[start:end]) else []
