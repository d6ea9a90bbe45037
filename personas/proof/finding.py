"""A finding: what is wrong, and the way to it. These look at lists of any kind of file.

Whoever looks keeps quiet about parts whose types are wrong; those have complaints already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
        if value is None and way:
            yield (
                way,
                Sentence(
                    "verwacht een waarde, kreeg niets; vul ze in of haal de sleutel weg",
                    "expected a value, got nothing; fill it in or remove the key",
                ),
            )
