"""From what a recogniser gives to words, text and the spans nobody should score. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from simulator.speech_spans import Span, Squeezed
from simulator.types import Word

FLOOR = 0.5
"""Words the recogniser is less sure of are marked. Base on acted Dutch: of the words above it two in three are right,
of those below one in four."""
NEAR = 0.3
"""Seconds by which a recogniser may misplace a word; one that lies farther from all speech was made up in silence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of text with its time; a space in front means that a new word begins."""

    text: str
    start: float
    end: float
    confidence: float


def words_from(pieces: Iterable[Piece]) -> tuple[Word, ...]:
    """Whole words: pieces without a space in front belong to the word before.

    Confidence is the mean over a word's pieces that hold letters or digits. Times never run backwards.
    """
    runs: list[list[Piece]] = []
    for piece in pieces:
        parts = piece.text.split()
        for number, part in enumerate(parts):
            bit = Piece(part, piece.start, piece.end, piece.confidence)
            if runs and number == 0 and not piece.text[0].isspace():
                runs[-1].append(bit)
            else:
                runs.append([bit])
    words: list[Word] = []
    for run in runs:
        spoken = [piece for piece in run if any(letter.isalnum() for letter in piece.text)] or run
        start = max(0.0, spoken[0].start, words[-1].start if words else 0.0)
        sure = sum(piece.confidence for piece in spoken) / len(spoken)
        words.append(
            Word(
                text="".join(piece.text for piece in run),
                start=round(start, 3),
                end=round(max(start, spoken[-1].end), 3),
                confidence=round(min(1.0, max(0.0, sure)), 3),
            )
        )
    return tuple(words)


def placed(words: Sequence[Word], kept: Squeezed) -> tuple[Word, ...]:
    """The words of a squeezed sound at their times in the whole one."""
    return tuple(
        word.model_copy(update={"start": kept.original(word.start), "end": kept.original(word.end)}) for word in words
    )


def on_speech(words: Sequence[Word], spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words, each cut to the stretch of speech that most of it lies in; at confidence 0 where none is near.

    A recogniser stretches the words beside a pause into the pause; the speech detector knows where it begins.
    """
    cut = []
    for word in words:
        overlaps = (
            (min(word.end, stop) - max(word.start, begin), max(word.start, begin), min(word.end, stop))
            for begin, stop in spans
        )
        spoken, start, end = max(overlaps, default=(-math.inf, word.start, word.end))
        if spoken > 0:
            cut.append(word.model_copy(update={"start": round(start, 3), "end": round(end, 3)}))
        elif spoken >= -NEAR:
            cut.append(word)
        else:
            cut.append(word.model_copy(update={"confidence": 0.0}))
    return tuple(cut)


def text_of(words: Sequence[Word]) -> str:
    """The words as one text, one space between each two."""
    return " ".join(word.text for word in words)


def unsure_spans(words: Sequence[Word], floor: float = FLOOR) -> tuple[tuple[int, int], ...]:
    """The spans of `text_of(words)` whose words lie below `floor`; neighbours are one span."""
    places: list[tuple[bool, int, int]] = []
    at = 0
    for word in words:
        places.append((word.confidence < floor, at, at + len(word.text)))
        at += len(word.text) + 1
    runs = ((unsure, list(run)) for unsure, run in groupby(places, key=lambda place: place[0]))
    return tuple((run[0][1], run[-1][2]) for unsure, run in runs if unsure)
