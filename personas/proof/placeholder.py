"""Placeholders that nobody can fill, and intents that would be left without a line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from personas.complaint import Sentence, Way, expected, meaning, nearest, one_of, shorten, shown
from personas.placeholder import ALWAYS, OWN, loose_brace, names
from personas.proof.finding import Found, indexes, keys
from personas.yaml_safely import Tree


def persona(tree: Tree, words: Collection[str]) -> Found:
    """Every placeholder is known, and each intent has a line that can always be said."""
    known = (*OWN, *sorted(words))
    for intent in keys(tree, "lines"):
        lines = dict(tree.texts(("lines", intent)))
        for way, line in lines.items():
            yield from _names(way, line, known)
        sure = {*ALWAYS, "question"} if intent == "repeat_question" else set(ALWAYS)
        if lines and not any(set(names(line)) <= sure for line in lines.values()):
            yield (
                ("lines", intent),
                Sentence(
                    "verwacht minstens één zin zonder invulwoord, die dus altijd kan, kreeg er geen",
                    "expected at least one line without a placeholder, which always works, got none",
                ),
            )
    for index in indexes(tree, "reactions"):
        for way, line in tree.texts(("reactions", index, "lines")):
            yield from _names(way, line, known)
    for index in indexes(tree, "layers"):
        for way, line in tree.texts(("layers", index, "line")):
            yield from _names(way, line, ALWAYS)
    yield from _nowhere_else(tree, lambda way: way[0] == "lines" or "line" in way or "lines" in way)


def scenario(tree: Tree, _: Collection[str]) -> Found:
    """The avatar's first words use what this case has."""
    for way, line in tree.texts(("opening",)):
        yield from _names(way, line, (*ALWAYS, *keys(tree, "words")))
    yield from _nowhere_else(tree, lambda way: way[0] == "opening")


def course(tree: Tree, _: Collection[str]) -> Found:
    """A course is read as it stands."""
    yield from _nowhere_else(tree, lambda _: False)


LOOKS: dict[str, Callable[[Tree, Collection[str]], Found]] = {
    "persona": persona,
    "scenario": scenario,
    "course": course,
}


def _names(way: Way, line: str, known: Sequence[str]) -> Found:
    for name in dict.fromkeys(names(line)):
        if name not in known:
            yield way, _unknown(name, known)
    if loose_brace(line):
        what = Sentence(
            "accolades alleen rond een invulwoord, zoals `{quote}`",
            "braces only around a placeholder, such as `{quote}`",
        )
        yield way, expected(what, shown(line))


def _unknown(name: str, known: Sequence[str]) -> Sentence:
    """A placeholder that nothing fills, with the one that was probably meant or else with all there are."""
    told = expected(Sentence("een bekend invulwoord", "a known placeholder"), shown(f"{{{name}}}"))
    found = nearest(name.strip(), known)
    if found is not None:
        return meaning(told, f"`{{{found}}}`")
    choice = one_of([f"{{{each}}}" for each in known])
    return Sentence(f"{told.nl}; dit kan hier: {choice.nl}", f"{told.en}; possible here: {choice.en}")


def _nowhere_else(tree: Tree, spoken: Callable[[Way], bool]) -> Found:
    for way, text in tree.texts():
        if way and not spoken(way) and (found := names(text)):
            came = f"`{{{shorten(found[0])}}}`"
            yield (
                way,
                Sentence(
                    f"verwacht hier geen invulwoord, want dat wordt alleen in zinnen van het personage ingevuld; "
                    f"kreeg {came}",
                    f"expected no placeholder here, for it is filled in only in the character's lines; got {came}",
                ),
            )
