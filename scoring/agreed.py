"""Who does what and when: what the agreements of a talk come to. Days count from the talk's own clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from scoring.clauses import Clause, clauses, sentences
from scoring.dates import Moment, moments
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Agreed, Dialogue, Flag, Score, Tongue
from scoring.words import Hit, of_class

_WHO: dict[str, Literal["trainee", "other", "both"]] = {
    "i_do": "trainee",
    "we_do": "both",
    "meet": "both",
    "you_do": "other",
}
"""Whose the deeds of a class in the list `moves-agreement` are."""
_MOVES = ("agreement", "follow_up")
_WORD = re.compile(r"\w+")
_STEM = 5
"""So many letters of a word are compared: `mailen` and `mailt` are alike."""
_SAME = 0.5
"""Two agreements are about the same thing when they share more than this part of their words."""
_EDGE = " \t\n,.;:!?…-–—"


def agreed(dialogue: Dialogue, moves: Iterable[Flag]) -> tuple[Agreed, ...]:
    """Who does what and when, for each moment in the words of an agreement or a follow-up among `moves`."""
    spans = [(flag.start, flag.end) for flag in moves if flag.name in _MOVES]
    text = dialogue.last.text
    return tuple(
        found
        for sentence in sentences(text)
        if any(start < sentence.end and sentence.start < end for start, end in spans)
        for found in _in(sentence, dialogue)
    )


def standing(scores: Iterable[Score], tongue: Tongue) -> tuple[Agreed, ...]:
    """What still stands after all these turns: a later agreement about the same thing replaces the earlier one."""
    kept: list[Agreed] = []
    for score in scores:
        kept = [old for old in kept if not any(_same(old, new, tongue) for new in score.agreed)]
        kept += score.agreed
    return tuple(kept)


def _in(sentence: Clause, dialogue: Dialogue) -> list[Agreed]:
    tongue, text = dialogue.tongue, sentence.text
    parts = clauses(text, tongue)
    doubtful = [(start - sentence.start, end - sentence.start) for start, end in dialogue.last.unsure]
    deeds = {part: deed for part in parts if (deed := _deed(part, text, tongue, doubtful))}
    whens = [when for when in _whens(text, dialogue) if not _within((when.start, when.end), doubtful)]
    dated = {_part(parts, when) for when in whens}
    found = []
    for when in whens:
        part: Clause | None = _part(parts, when)
        if deeds and part not in deeds:
            # `Over twee weken, dinsdag, zitten we samen`: the deed stands in another clause, one that has no moment.
            others = [other for other in deeds if other not in dated]
            part = min(others, key=lambda other: abs(other.start - when.start), default=None)
            if part is None:
                continue
        deed = deeds.get(part) if part else None
        # An hour without a day is an hour of today.
        on = dialogue.now.date() if dialogue.now and when.on is None and not when.day else when.on
        found.append(
            Agreed(
                turn=dialogue.turn,
                who=_WHO[deed.kind] if deed else "both",
                what=_what(deed, part, when, text) if deed and part else "",
                when=text[when.start : when.end],
                on=on,
                until=when.until,
                at=when.at,
            )
        )
    return found


def _part(parts: tuple[Clause, ...], when: Moment) -> Clause:
    """The clause in which a moment ends."""
    return next((part for part in parts if part.start < when.end <= part.end), parts[-1])


def _within(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _deed(part: Clause, text: str, tongue: Tongue, doubtful: list[tuple[int, int]]) -> Hit | None:
    """The first deed in a clause: who is named first is the one who does it, as in `ik mail je`."""
    hits = of_class("moves-agreement", text, tongue, *_WHO, "not_this")
    none = [(hit.start, hit.end) for hit in hits if hit.kind == "not_this"] + doubtful
    mine = [
        hit
        for hit in hits
        if hit.kind in _WHO and part.start <= hit.start < part.end and not _within((hit.start, hit.end), none)
    ]
    return min(mine, key=lambda hit: (hit.start, list(_WHO).index(hit.kind)), default=None)


def _whens(text: str, dialogue: Dialogue) -> list[Moment]:
    """The moments to come in a sentence; a day and an hour that stand apart in it are one."""
    found = [m for m in moments(text, dialogue.tongue, dialogue.now) if m.concrete and not m.past]
    days, hours = [m for m in found if m.day and m.at is None], [m for m in found if not m.day]
    if len(found) == 2 and len(days) == len(hours) == 1:
        return [replace(days[0], at=hours[0].at, until=None)]
    return found


def _what(deed: Hit, part: Clause, when: Moment, text: str) -> str:
    """The words of a clause from its deed on, or from the moment where that comes first."""
    start = min(deed.start, when.start) if part.start <= when.start else deed.start
    return text[start : part.end].strip(_EDGE)


def _same(old: Agreed, new: Agreed, tongue: Tongue) -> bool:
    if old.who != new.who:
        return False
    first, second = _content(old, tongue), _content(new, tongue)
    return bool(first and second) and len(first & second) / len(first | second) > _SAME


def _content(agreed: Agreed, tongue: Tongue) -> frozenset[str]:
    """The first letters of the words that say what will be done, without those that say when."""
    text = agreed.what
    for moment in reversed(moments(text, tongue)):
        text = text[: moment.start] + " " + text[moment.end :]
    words = _WORD.findall(plain(text))
    empty = speech(tongue).empty
    return frozenset(word[:_STEM] for word in words if len(word) > 2 and word not in empty)
