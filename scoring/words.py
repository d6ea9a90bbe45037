"""The word lists of scoring/words/<tongue>/, read once, and where their words stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, field_validator
from ruamel.yaml import YAML

from personas.types import Frozen
from scoring.phrases import Phrase, read_phrase
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Tongue

_WORD = re.compile(r"\w+")


class Entry(Frozen):
    """Some phrases that mean the same to a rule."""

    id: str
    class_: Annotated[str, Field(alias="class")]
    """What they do in a sentence; rules choose by it."""
    weight: Annotated[float, Field(ge=0, le=2)]
    """How much evidence one of them is; a rule says how much it needs."""
    variety: Literal["nl", "nl-BE", "nl-NL", "en", "fr", "fr-BE", "de", "de-AT"]
    """Where it is said; rules accept all of them in every variety, since speakers mix."""
    source: str
    phrases: Annotated[tuple[str, ...], Field(min_length=1)]
    """In the small language of `scoring.phrases`; in the file they stand on lines or apart by ` / `."""

    @field_validator("phrases", mode="before")
    @classmethod
    def _apart(cls, raw: object) -> object:
        if not isinstance(raw, str):
            return raw
        return tuple(part.strip() for part in re.split(r"\n|\s/\s", raw) if part.strip())


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a list, found in a text. Offsets count code points, end excluded."""

    start: int
    end: int
    id: str
    kind: str
    weight: float


def _read(name: str, tongue: Tongue) -> object:
    text = (files("scoring") / "words" / tongue / f"{name}.yaml").read_text(encoding="utf-8")
    return YAML(typ="safe", pure=True).load(text)


@cache
def groups(tongue: Tongue) -> dict[str, str]:
    """The named groups of words that phrases may use."""
    raw = _read("groups", tongue)
    assert isinstance(raw, dict)
    return {str(key): plain(str(value)).replace(" ", "|") for key, value in raw.items()}


@cache
def entries(name: str, tongue: Tongue) -> tuple[Entry, ...]:
    """The entries of one list, as they stand in the file."""
    raw = _read(name, tongue)
    assert isinstance(raw, list)
    return tuple(Entry.model_validate(item) for item in raw)


@dataclass(frozen=True, slots=True)
class _Index:
    """The phrases of one list, to be found by the words they need."""

    phrases: tuple[tuple[Entry, Phrase], ...]
    by_word: dict[str, tuple[int, ...]]
    by_piece: dict[str, tuple[int, ...]]


@cache
def _index(name: str, tongue: Tongue) -> _Index:
    phrases = tuple(
        (entry, read_phrase(plain(phrase), groups(tongue), speech(tongue)))
        for entry in entries(name, tongue)
        for phrase in entry.phrases
    )
    words: dict[str, list[int]] = {}
    pieces: dict[str, list[int]] = {}
    for number, (_, phrase) in enumerate(phrases):
        for word in phrase.words:
            words.setdefault(word, []).append(number)
        for piece in phrase.pieces:
            pieces.setdefault(piece, []).append(number)
    return _Index(phrases, {k: tuple(v) for k, v in words.items()}, {k: tuple(v) for k, v in pieces.items()})


def compile_all(name: str, tongue: Tongue) -> None:
    """Compiles every phrase of a list, so that no turn waits for it."""
    for _, phrase in _index(name, tongue).phrases:
        phrase.compile()


@lru_cache(maxsize=4096)
def hits(name: str, text: str, tongue: Tongue) -> tuple[Hit, ...]:
    """Where the phrases of list `name` stand in `text`, in order of place; one hit for each place and class."""
    low = plain(text)
    index = _index(name, tongue)
    candidates = {number for word in set(_WORD.findall(low)) for number in index.by_word.get(word, ())}
    candidates |= {number for piece, numbers in index.by_piece.items() if piece in low for number in numbers}
    found: list[Hit] = []
    for number in sorted(candidates):
        entry, phrase = index.phrases[number]
        found += [_hit(low, span, entry) for span in phrase.spans(low)]
    found.sort(key=lambda hit: (hit.start, -hit.end, -hit.weight))
    kept: list[Hit] = []
    for hit in found:
        if not any(k.kind == hit.kind and k.start <= hit.start and hit.end <= k.end for k in kept):
            kept.append(hit)
    return tuple(kept)


def _hit(low: str, span: tuple[int, int], entry: Entry) -> Hit:
    start, end = span
    while start < end and not (low[start].isalnum() or low[start] == "'"):
        start += 1
    return Hit(start, end, entry.id, entry.class_, entry.weight)


def of_class(name: str, text: str, tongue: Tongue, *kinds: str) -> tuple[Hit, ...]:
    """The hits of list `name` whose class is one of `kinds`."""
    return tuple(hit for hit in hits(name, text, tongue) if hit.kind in kinds)
