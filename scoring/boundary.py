"""A boundary: a decision or a limit is kept, kindly and without new arguments."""

from __future__ import annotations

import re

from scoring.evidence import around, blames, found, heard, move
from scoring.rules import rule
from scoring.slots import questions
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.vagueness import vague_stretches

_BARGAINS = re.compile(
    r"(?<!\w)(?:en als|als ik|als we|of (?:een|twee|drie)|een maand|een week|dan maar|op proef|nog een kans|een kans|toch (?:nog|wel)|"
    r"misschien toch|half-half|halftijds|kan (?:ik|het|dat) (?:dan )?(?:niet|toch)|kunt ge (?:niet|toch)|kan je niet|kun je niet|"
    r"uitzondering|alstublieft|alsjeblieft|please|ik doe alles|gratis|zonder loon|minder loon|aanvechten|ik wil (?:dat|gewoon)|"
    r"dan kom ik|ik (?:ga|kom) (?:gewoon|toch|niet)|geef mij|geef me|nog een laatste|kom op|allez|teken)(?!\w)"
)
"""The other tries for another outcome."""
_WHO = re.compile(r"(?<!\w)(?:wie|en (?:[a-z]+)(?: dan)?\?|klikken|naam|namen|collega|anderen|nancy)(?!\w)")


@rule
def boundary(dialogue: Dialogue) -> list[Flag]:
    """The trainee kept a decision, a confidence, an order of speaking or a tone, without blame or threat."""
    text = heard(dialogue.last)
    if blames(dialogue) or vague_stretches(dialogue) or dialogue.other is None:
        return []
    other = plain(dialogue.other.text)
    kept = [*found("boundary", text, "stands", "tone")]
    closed = found("boundary", text, "confidential")
    person = found("boundary", text, "other_person")
    if closed and (person or _asks_for_somebody(dialogue)):
        kept += [*closed, *person]
    turn, busy = found("boundary", text, "turn"), found("boundary", text, "busy")
    if turn and busy:
        kept += [*turn, *busy]
    refused = found("boundary", text, "refusal")
    if _BARGAINS.search(other) and len(refused) >= 2:
        kept += refused
    return move("boundary", dialogue, around(text, *((hit.start, hit.end) for hit in kept))) if kept else []


def _asks_for_somebody(dialogue: Dialogue) -> bool:
    other = dialogue.other
    return other is not None and any(
        question.slot == "who" or _WHO.search(question.text) for question in questions(other.text)
    )
