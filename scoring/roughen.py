"""Makes text as rough as a recogniser may write it: no marks, no capitals, wrong words. Pure and repeatable."""

from __future__ import annotations

import re
import zlib

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"[^\w\s'’-]|['’](?!\w)|(?<!\w)-|-(?!\w)")
_VOWEL = re.compile(r"[aeiouyáéèëïöü]")
_NEXT = str.maketrans("aeiouybdgptkmnfvszc", "eaoiueptkbdgnmvfzsk")
"""A sound that is easily taken for another: b and p, d and t, m and n, s and z."""


def unmarked(text: str) -> str:
    """`text` without punctuation marks and capitals. Stage directions between brackets stay what they are."""
    return " ".join(_MARKS.sub(" ", text).lower().split())


def misheard(text: str, rate: float, seed: str) -> str:
    """`text` with about `rate` of its words wrong: of ten errors six other words, three lost ones, one too many.

    Which ones is decided by `seed` and the place alone, so the same call gives the same text.
    """
    heard: list[str] = []
    for place, word in enumerate(_WORD.findall(text)):
        draw = zlib.crc32(f"{seed}:{place}".encode()) / 2**32
        if draw >= rate:
            heard.append(word)
        elif draw < 0.6 * rate:
            heard.append(_other(word, place))
        elif draw >= 0.9 * rate:
            heard += [word, word]
    return " ".join(heard) or text


def _other(word: str, place: int) -> str:
    """A word that sounds a little like `word`: one sound changed, or its last syllable lost."""
    if len(word) > 6 and place % 2:
        last = list(_VOWEL.finditer(word))
        return word[: last[-1].start()] if len(last) > 1 else word[:-1]
    spot = place % len(word)
    return word[:spot] + word[spot:].translate(_NEXT)[:1] + word[spot + 1 :]
