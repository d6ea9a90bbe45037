"""A finding: what is wrong, and the way to it. These look at lists of any kind of file.

Whoever looks keeps quiet about parts whose types are wrong; those have complaints already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from personas.complaint import Sentence, Way, expected, shorten
from personas.yaml_safely import Tree

Found = Iterator[tuple[Way, Sentence]]
Look = Callable[[Tree], Found]


def indexes(tree: Tree, key: str) -> range:
    """The indexes of a list at the top of the file."""
    value = tree.at((key,))
    return range(len(value)) if isinstance(value, list) else range(0)


def keys(tree: Tree, *way: str | int) -> list[str]:
    """The keys of the block there."""
    value = tree.at(way)
    return list(value) if isinstance(value, dict) else []


def something(*ways: Way) -> Look:
    """Looks whether these lists hold anything."""

    def look(tree: Tree) -> Found:
        for way in ways:
            if tree.at(way) == []:
                what, came = Sentence("minstens één", "at least one"), Sentence("een lege lijst", "an empty list")
                yield way, expected(what, came)

    return look


def once(parent: str, key: str) -> Look:
    """Looks whether each item of a list has this key's value for itself."""

    def look(tree: Tree) -> Found:
        seen: dict[str, int] = {}
        for index in indexes(tree, parent):
            way: Way = (parent, index, key)
            value = tree.at(way)
            if isinstance(value, str) and value in seen:
                yield way, twice(value, seen[value])
            elif isinstance(value, str):
                seen[value] = tree.mark(way).line

    return look


def no_repeats(ways: Callable[[Tree], list[Way]]) -> Look:
    """Looks whether each of these lists says nothing twice."""

    def look(tree: Tree) -> Found:
        for way in ways(tree):
            seen: dict[str, int] = {}
            for below, text in tree.texts(way):
                plain = " ".join(text.split())
                if plain in seen:
                    yield below, twice(text, seen[plain])
                else:
                    seen[plain] = tree.mark(below).line

    return look


def whole(ways: Callable[[Tree], list[Way]]) -> Look:
    """Looks whether a comma cut a sentence in two: without quotation marks it begins the next item of a list."""

    def look(tree: Tree) -> Found:
        for way in ways(tree):
            texts = list(tree.texts(way))
            for (before, text), (below, rest) in pairwise(texts):
                cut = {before, below} <= tree.bare and " " in rest.strip() and rest[:1].islower()
                if cut and text[-1:] not in '.!?…)"':
                    came = shorten(rest)
                    yield (
                        below,
                        Sentence(
                            f"verwacht een hele zin, kreeg `{came}`; een komma begint in `[…]` een nieuwe zin, dus zet "
                            "elke zin tussen aanhalingstekens",
                            f"expected a whole sentence, got `{came}`; a comma begins a new sentence in `[…]`, so put "
                            "each sentence between quotation marks",
                        ),
                    )

    return look


def twice(value: str, line: int) -> Sentence:
    """The complaint about something that stands there twice."""
    short = shorten(value)
    return Sentence(
        f"verwacht `{short}` één keer, kreeg het ook op regel {line}",
        f"expected `{short}` once, got it on line {line} too",
    )


def values_left_out(tree: Tree) -> Found:
    """Looks for keys without a value."""
    for way, value in tree.leaves():
        last = str(way[-1]) if way else ""
        if value is None and last.isdigit() and isinstance(way[-1], str):
            yield (
                way,
                Sentence(
                    "verwacht een punt in een getal, zoals 0.5, kreeg een komma",
                    "expected a point in a number, such as 0.5, got a comma",
                ),
            )
        elif value is None and (stuck := re.fullmatch(r"([a-z_]+):(\S+)", last)):
            spaced = f"`{stuck[1]}: {shorten(stuck[2])}`"
            yield (
                way,
                Sentence(
                    f"verwacht een spatie na de dubbele punt, zoals {spaced}",
                    f"expected a space after the colon, such as {spaced}",
                ),
            )
        elif value is None and way:
            yield (
                way,
                Sentence(
                    "verwacht een waarde, kreeg niets; vul ze in of haal de sleutel weg",
                    "expected a value, got nothing; fill it in or remove the key",
                ),
            )
