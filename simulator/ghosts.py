"""Words that recognisers make up: credits and farewells of films they learnt from, and loops. Data and two rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from simulator.speech_spans import Span, spoken_share
from simulator.types import Word

CREDITS: tuple[str, ...] = (
    # Nobody says these in a talk. Dutch
    r"ondertite(?:ling|ld|ls)(?: \S+){0,6}",
    r"(?:ondertiteling )?tv gelderland(?: \d{4})?",
    r"nederlandse ondertiteling(?: \S+){0,4}",
    r"vertaling en ondertiteling(?: \S+){0,4}",
    # French
    r"sous titrage(?: \S+){0,6}",
    r"sous titres?(?: réalisés| fait| par)(?: \S+){0,6}",
    # English
    r"(?:subtitles|captions|transcription|transcribed|translated)(?: \S+)? by(?: \S+){1,6}",
    # German
    r"untertite(?:l|lung)(?: \S+){0,8}",
    r"copyright (?:wdr|swr|zdf|ard)(?: \d{4})?",
    # any
    r"(?:\S+ ){0,3}amara org(?: \S+){0,2}",
)
"""Credits, as patterns on lower-case words without punctuation."""

FAREWELLS: tuple[str, ...] = (
    # Somebody may really say these, so they go only when hardly anything speaks for them. Dutch
    r"(?:bedankt|dank je(?: wel)?|dankjewel|dank u(?: wel)?) voor het (?:kijken|luisteren)(?: naar deze video)?",
    r"(?:vergeet niet te )?abonne(?:ren|er)(?: je)?(?: op \S+(?: \S+)?)?",
    r"tot de volgende(?: keer| video)?",
    r"(?:\S+ )?muziek(?: \S+)?",
    r"applaus",
    # French
    r"merci d avoir regardé(?: \S+){0,3}",
    r"abonnez vous(?: \S+){0,4}",
    # English
    r"(?:thanks|thank you)(?: so much| very much)?(?: for (?:watching|listening)(?: \S+){0,3})?",
    r"(?:please )?(?:like and )?subscribe(?: \S+){0,4}",
    # German
    r"(?:vielen )?dank fürs (?:zuschauen|zuhören)",
    r"vielen dank für die aufmerksamkeit",
)
"""Farewells of films, as patterns on lower-case words without punctuation."""

CREDIT_SURE = 0.9
"""A credit stays only when the recogniser is this sure of it, on the mean over its words."""
FAREWELL_SURE = 0.5
"""A farewell goes when the recogniser is less sure of it than this."""
SPOKEN = 0.3
"""Words go when less than this share of their time is speech."""
LONGEST = 10
"""A ghost has at most so many words."""

INSTANT = 0.01
"""A word of fewer seconds takes no time."""
_LOOPS = ((1, 6), (2, 4), (3, 4), (8, 3))
"""Up to so many words, so often in a row, is a loop. "Nee, nee, nee, nee" is a person."""
_CREDITS = re.compile("|".join(CREDITS))
_FAREWELLS = re.compile("|".join(FAREWELLS))
_PUNCTUATION = re.compile(r"[^\w\s]+|_")


def without_ghosts(words: Sequence[Word], spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words without made-up credits and farewells.

    A ghost stands alone or after the end of a sentence at the very end, and little speaks for it: the recogniser is
    unsure, or hardly any speech (`spans`, in seconds) lies under it. Otherwise somebody really said it.
    """
    kept = list(words)
    while kept:
        for first in range(max(0, len(kept) - LONGEST), len(kept)):
            ends = first == 0 or kept[first - 1].text[-1] in ".!?…"
            if ends and _is_ghost(kept[first:], spans):
                del kept[first:]
                break
        else:
            return tuple(kept)
    return ()


def without_instants(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without runs of three and more that take no time at all: nobody says three words in an instant.

    A recogniser that has lost its place at the end of a clip writes the rest of what it expects at one moment.
    """
    kept: list[Word] = []
    for instant, run in groupby(words, key=lambda word: word.end - word.start < INSTANT):
        together = list(run)
        if not (instant and len(together) >= 3):
            kept += together
    return tuple(kept)


def without_loops(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with each loop told once, at confidence 0: it is the recogniser's doing, so nothing rests on it."""
    plain = [_plain(word.text) for word in words]
    kept: list[Word] = []
    at = 0
    while at < len(words):
        size, times = _loop_at(plain, at)
        if times > 1:
            kept += [word.model_copy(update={"confidence": 0.0}) for word in words[at : at + size]]
        else:
            kept.append(words[at])
        at += size * times
    return tuple(kept)


def _is_ghost(words: Sequence[Word], spans: Sequence[Span]) -> bool:
    said = " ".join(_plain(" ".join(word.text for word in words)).split())
    sure = sum(word.confidence for word in words) / len(words)
    unspoken = sum(spoken_share(spans, word.start, word.end) for word in words) / len(words) < SPOKEN
    if _CREDITS.fullmatch(said):
        return unspoken or sure < CREDIT_SURE
    return bool(_FAREWELLS.fullmatch(said)) and (unspoken or sure < FAREWELL_SURE)


def _loop_at(plain: Sequence[str], at: int) -> tuple[int, int]:
    """How many words loop from here and how often; (1, 1) where nothing does."""
    for size in range(1, _LOOPS[-1][0] + 1):
        unit = plain[at : at + size]
        if len(unit) < size or not any(unit):
            break
        times = 1
        while plain[at + times * size : at + (times + 1) * size] == unit:
            times += 1
        if times >= next(least for most, least in _LOOPS if size <= most):
            return size, times
    return 1, 1


def _plain(text: str) -> str:
    return _PUNCTUATION.sub(" ", text.lower()).strip()
