"""A boundary: a decision or a limit is kept, kindly and without new arguments."""

from __future__ import annotations

from scoring.apology import apology
from scoring.clauses import sentences
from scoring.evidence import around, blames, found, heard, move
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.slots import questions
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.vagueness import vague_stretches
from scoring.words import of_class

_BARGAINS = Pattern("boundary.bargains")
"""The other tries for another outcome."""
_OTHERWISE = Pattern("boundary.otherwise")
"""A question that asks for another outcome."""
_INSULT = Pattern("boundary.insult")
_NOT_THAT = Pattern("boundary.not_that")
"""`Nee, dat doe ik niet`, with any verb of doing."""
_SHORT = 9
"""A refusal of so few words brings no new argument."""
_WHO = Pattern("boundary.who")


@rule
def boundary(dialogue: Dialogue) -> list[Flag]:
    """The trainee kept a decision, a confidence, an order of speaking or a tone, without blame or threat."""
    text = heard(dialogue.last)
    if blames(dialogue) or vague_stretches(dialogue) or dialogue.other is None:
        return []
    if any(hit.id == "hiding.messenger" for hit in of_class("evade", text, dialogue.tongue, "hiding")):
        return []
    other = plain(dialogue.other.text)
    kept = [*found("boundary", text, dialogue.tongue, "stands", "tone")]
    closed = found("boundary", text, dialogue.tongue, "confidential")
    person = found("boundary", text, dialogue.tongue, "other_person")
    if closed and (person or _asks_for_somebody(dialogue)):
        kept += [*closed, *person]
    turn, busy = found("boundary", text, dialogue.tongue, "turn"), found("boundary", text, dialogue.tongue, "busy")
    if turn and busy:
        kept += [*turn, *busy]
    limits = (
        () if found("boundary", text, dialogue.tongue, "no_limit") else found("boundary", text, dialogue.tongue, "wont")
    )
    pushed = bool(
        _BARGAINS[dialogue.tongue].search(other)
        or _INSULT[dialogue.tongue].search(other)
        or _asks_for_somebody(dialogue)
    )
    if pushed and limits and not apology(dialogue):
        kept += limits
    refused = found("boundary", text, dialogue.tongue, "refusal")
    restated = of_class("decisions", text, dialogue.tongue, "keep", "refuse", "end")
    short = len(text.split()) <= _SHORT
    if _BARGAINS[dialogue.tongue].search(other) and not kept:
        kept += of_class("decisions", text, dialogue.tongue, "keep")
    bargains = bool(
        _BARGAINS[dialogue.tongue].search(other)
        or any(_OTHERWISE[dialogue.tongue].match(plain(s.text)) for s in sentences(dialogue.other.text))
    )
    if bargains and refused and (restated or len(refused) >= 2 or short):
        kept += [*refused, *restated]
    if bargains and (denied := _NOT_THAT[dialogue.tongue].match(plain(text))):
        return move("boundary", dialogue, around(text, denied.span()))
    return move("boundary", dialogue, around(text, *((hit.start, hit.end) for hit in kept))) if kept else []


def _asks_for_somebody(dialogue: Dialogue) -> bool:
    other = dialogue.other
    if other is None:
        return False
    return any(question.slot == "who" for question in questions(other.text, dialogue.tongue)) or bool(
        _WHO[dialogue.tongue].search(plain(other.text))
    )
