"""What rules for moves read: only words that were heard for sure, and how near or how alike they are."""

from __future__ import annotations

import re
from functools import lru_cache

from personas.types import Move, Slip
from scoring.clauses import Clause, sentences
from scoring.patterns import Pattern
from scoring.rules import rules
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Dialogue, Flag, Tongue, Utterance
from scoring.words import Hit, of_class

_WORD = re.compile(r"\w+(?:'\w+)?")
_SHORT = 4
"""Words with fewer letters say little about the subject."""
_STEM = 5
"""So many letters of a word are compared: `verlofaanvraag` and `verlof` are alike."""
_LONGEST = 24
"""Letters that a word has at most, as a rule."""
_QUOTE = 30
"""A quote of more words says nothing any more."""
_SHOW = Pattern("evidence.show")


def heard(utterance: Utterance) -> str:
    """The text with every unsure stretch blanked, so that nothing is found there; offsets stay what they are."""
    text = utterance.text
    for start, end in utterance.unsure:
        text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return text


def sentence_of(text: str, start: int) -> Clause:
    """The sentence of `text` in which offset `start` lies."""
    for sentence in sentences(text):
        if sentence.start <= start < sentence.end:
            return sentence
    return Clause(0, len(text), text)


def near(text: str, first: tuple[int, int], second: tuple[int, int], words: int) -> bool:
    """Whether at most so many words stand between two stretches."""
    (_, end), (start, _) = sorted((first, second))
    # Counting words is slow where a long text holds many stretches; far apart is known from the distance alone.
    return start - end <= words * _LONGEST and len(_WORD.findall(text[end:start])) <= words


@lru_cache(maxsize=2048)
def stems(text: str, tongue: Tongue) -> frozenset[str]:
    """The first letters of the words that carry content."""
    words = _WORD.findall(plain(text))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORT and word not in speech(tongue).empty)


def echo(dialogue: Dialogue, text: str, *, back: int = 2) -> int:
    """How many content words of `text` the avatar said in its last `back` utterances."""
    said = [utterance.text for utterance in dialogue.before if utterance.speaker == "avatar"][-back:]
    return len(stems(text, dialogue.tongue) & stems(" ".join(said), dialogue.tongue))


def around(text: str, *stretches: tuple[int, int]) -> tuple[int, int]:
    """The words to quote: the sentences that hold the stretches or, where these run on, the stretches alone."""
    start, end = min(start for start, _ in stretches), max(end for _, end in stretches)
    first, last = sentence_of(text, start), sentence_of(text, max(start, end - 1))
    if len(_WORD.findall(text[first.start : last.end])) <= _QUOTE:
        return first.start, last.end
    return start, end


def found(name: str, text: str, tongue: Tongue, *kinds: str) -> tuple[Hit, ...]:
    """The hits of the list `moves-<name>` whose class is one of `kinds`."""
    return of_class(f"moves-{name}", text, tongue, *kinds)


def move(name: Move, dialogue: Dialogue, span: tuple[int, int]) -> list[Flag]:
    """One flag for a move, its words without the space around them."""
    start, end = span
    text = dialogue.last.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Flag.strength(name, dialogue, (start, end), rule=name)]


@lru_cache(maxsize=256)
def slips(dialogue: Dialogue, name: Slip) -> tuple[Flag, ...]:
    """What the rule for this slip sees in the last utterance: a move in the shape of a slip is none."""
    return tuple(flag for check in rules() if check.__module__ == f"scoring.{name}" for flag in check(dialogue))


def blames(dialogue: Dialogue, *, for_others: bool = True) -> bool:
    """Whether the last utterance blames, threatens or, where that counts, speaks for others."""
    return any(for_others or flag.kind != "others" for flag in slips(dialogue, "missing_i_statement"))


def stuffed(text: str, tongue: Tongue) -> bool:
    """Whether the turn shows off listening instead of doing it: three formulas, two and hardly anything else, or one
    that goes round in a circle (`als ik je begrijp, begrijp ik je`)."""
    if found("stuffing", text, tongue, "hollow"):
        return True
    shown = {hit.start for hit in found("stuffing", text, tongue, "stuffing")}
    return len(shown) >= 3 or (len(shown) == 2 and bool(_SHOW[tongue].search(plain(text))))
