"""Rules and heads together: what either saw, weighed against each other.

A rule knows why and where; a head knows how such turns usually sound. Each label has its own weighing (heads.json),
measured on turns that neither had learned from. What a rule saw and the head firmly denies is dropped; what the head
sees and no rule saw is shown with the sentence that speaks most for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from personas.types import KINDS, Kind, Move, Slip
from scoring.evidence import stuffed
from scoring.heads.opinion import Reader, reader
from scoring.heads.weights import Label
from scoring.message import said_before, says_message
from scoring.slots import questions
from scoring.types import NEWS_COURSES, Dialogue, Flag

SLIPS: tuple[Slip, ...] = get_args(Slip)
MOVES: tuple[Move, ...] = get_args(Move)
_NO_WORDS: tuple[Kind, ...] = ("no_answer",)
"""What is missing has no words to quote."""
_FEW = 3
"""A turn of so few words shows nothing by its sound."""

Flags = tuple[Flag, ...]
Logits = Mapping[Label, float]


class Fusion:
    """Weighs what the rules saw in a turn against what the heads think of it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = reader.heads.version

    def warm(self) -> None:
        """Has one text embedded, so that the first turn does not wait for the model to be read."""
        self._reader.warm()

    def __call__(self, dialogue: Dialogue, slips: Flags, moves: Flags) -> tuple[Flags, Flags]:
        """The slips and moves that hold, those of the rules first."""
        if len(dialogue.last.text.split()) <= _FEW:
            return slips, moves
        logits = self._reader.logits(dialogue)
        kept = [flag for flag in slips if self._holds(logits, flag.name, seen=True)]
        found = [self._slip(dialogue, name) for name in SLIPS if self._new(logits, name, slips)]
        done = [flag for flag in moves if self._holds(logits, flag.name, seen=True)]
        if not stuffed(dialogue.last.text, dialogue.tongue):
            done += [self._move(dialogue, name) for name in MOVES if self._new(logits, name, moves)]
        return (*kept, *(flag for flag in found if flag)), tuple(done)

    def _holds(self, logits: Logits, name: Slip | Move, *, seen: bool) -> bool:
        weighing = self._reader.heads.weighing.get(name)
        if weighing is None:
            return seen
        return logits[name] + weighing.rule * seen >= weighing.enough

    def _new(self, logits: Logits, name: Slip | Move, flags: Flags) -> bool:
        return not any(flag.name == name for flag in flags) and self._holds(logits, name, seen=False)

    def _slip(self, dialogue: Dialogue, name: Slip) -> Flag | None:
        logits = self._reader.logits(dialogue)
        kinds = [kind for kind in KINDS[name] if kind in logits and _possible(dialogue, kind)]
        if not kinds:
            return None
        kind = max(kinds, key=lambda kind: logits[kind])
        span = None if kind in _NO_WORDS else self._reader.where(dialogue, kind)
        return Flag.weakness(name, kind, dialogue, span, rule=f"heads.{kind}")

    def _move(self, dialogue: Dialogue, name: Move) -> Flag:
        return Flag.strength(name, dialogue, self._reader.where(dialogue, name), rule=f"heads.{name}")


def _possible(dialogue: Dialogue, kind: Kind) -> bool:
    """Whether this moment leaves room for the kind: an answer needs a question, a delay something to delay."""
    match kind:
        case "no_answer":
            return dialogue.other is not None and bool(questions(dialogue.other.text, dialogue.tongue))
        case "delay" | "guess":
            said = says_message(dialogue.last.text, dialogue.message, dialogue.tongue, dialogue.signs)
            return dialogue.course in NEWS_COURSES and not said_before(dialogue) and not said
        case _:
            return True


@cache
def fusion() -> Fusion | None:
    """The fusion of this process; None where no embeddings can be had, and the rules judge alone."""
    found = reader()
    return Fusion(found) if found else None
