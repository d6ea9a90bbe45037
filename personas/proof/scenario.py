"""What does not fit together in a scenario or a course file."""

from __future__ import annotations

import re
from datetime import date

from personas.complaint import Sentence, expected, shown, unknown
from personas.placeholder import OWN
from personas.proof.finding import Found, Look, indexes, keys, no_repeats, once, something, whole
from personas.yaml_safely import Tree

LEGAL = re.compile(
    r"\bC4\b|\bopzeg|\boutplacement|\bcao\b|\bcct\b|\bverbrekingsvergoeding|\bontslagvergoeding|\btransitievergoeding"
    r"|\bpréavis\b|\bseverance\b|\bkündigungsfrist",
    re.IGNORECASE,
)
"""Words that make a sentence a statement about the law."""


def legal(tree: Tree) -> Found:
    """What is said about the law has a day and a source."""
    found = next(((way, match[0]) for way, text in tree.texts() if (match := LEGAL.search(text))), None)
    if found is None:
        return
    line, word = tree.mark(found[0]).line, found[1]
    for key in ("as_of", "sources"):
        if not tree.at((key,)):
            yield (
                (key,),
                Sentence(
                    f"verwacht `{key}`, want `{word}` op regel {line} zegt iets over het recht; kreeg het niet",
                    f"expected `{key}`, because `{word}` on line {line} says something about the law; did not get it",
                ),
            )


def day(tree: Tree) -> Found:
    """The day exists."""
    given = tree.at(("as_of",))
    if not isinstance(given, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
        return
    try:
        date.fromisoformat(given)
    except ValueError:
        yield ("as_of",), expected(Sentence("een dag die bestaat", "a day that exists"), shown(given))


def signs(tree: Tree) -> Found:
    """Each group of signs can be heard."""
    for index in indexes(tree, "signs"):
        if tree.at(("signs", index)) == []:
            what = Sentence("minstens één woord", "at least one word")
            yield ("signs", index), expected(what, Sentence("een lege lijst", "an empty list"))


def own_words(tree: Tree) -> Found:
    """The case takes no name that means something else everywhere."""
    for key in keys(tree, "words"):
        if key in OWN:
            taken = Sentence(f"een andere naam, want `{key}` bestaat al", f"another name, for `{key}` is taken")
            yield ("words", key), expected(taken, shown(key))


def in_order(tree: Tree) -> Found:
    """What a step comes after is a step above it."""
    above: list[str] = []
    for index in indexes(tree, "steps"):
        after = tree.at(("steps", index, "after"))
        if isinstance(after, str) and after not in above:
            what = Sentence("de `id` van een stap erboven", "the `id` of a step above it")
            yield ("steps", index, "after"), unknown(what, after, above)
        above.append(str(tree.at(("steps", index, "id"))))


def facts(tree: Tree) -> Found:
    """Each group of signs of a fact can be heard."""
    for index in indexes(tree, "facts"):
        groups = tree.at(("facts", index, "signs"))
        for place, group in enumerate(groups if isinstance(groups, list) else []):
            if group == []:
                what = Sentence("minstens één woord", "at least one word")
                yield ("facts", index, "signs", place), expected(what, Sentence("een lege lijst", "an empty list"))


SCENARIO: tuple[Look, ...] = (
    legal,
    day,
    signs,
    facts,
    once("facts", "id"),
    own_words,
    no_repeats(lambda tree: [("opening",), ("personas",)]),
    whole(lambda tree: [("opening",), *(("briefing", key) for key in keys(tree, "briefing"))]),
    something(("personas",), ("opening",), ("briefing", "must_say")),
)
COURSE: tuple[Look, ...] = (
    once("phases", "phase"),
    once("criteria", "id"),
    once("steps", "id"),
    once("norms", "culture"),
    in_order,
    something(("phases",), ("criteria",), ("steps",)),
)
