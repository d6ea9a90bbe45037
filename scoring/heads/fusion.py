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
from scoring.agreement import coming
from scoring.clauses import is_question, sentences
from scoring.evidence import blames, heard, sentence_of, stuffed
from scoring.evidence import found as found_words
from scoring.heads.opinion import Reader, reader
from scoring.heads.weights import Label
from scoring.message import said_before, says_message
from scoring.slots import answers, questions
from scoring.types import NEWS_COURSES, Dialogue, Flag

SLIPS: tuple[Slip, ...] = get_args(Slip)
MOVES: tuple[Move, ...] = get_args(Move)
_NO_WORDS: tuple[Kind, ...] = ("no_answer",)
"""What is missing has no words to quote."""
_SURE: tuple[Move, ...] = ("apology", "summary")
"""Moves whose form is so plain that a rule which saw one is believed."""
_JUDGES: frozenset[Kind | None] = frozenset(("blame", "disguised", "demand"))
"""Where one of these stands, no head sees a move."""
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
        new = [self._slip(dialogue, name) for name in SLIPS if self._new(logits, name, slips)]
        found = [flag for flag in new if flag and _leaves_open(dialogue, flag)]
        if {flag.kind for flag in (*kept, *found)} & {"delay", "soothing"}:
            # What is put off or soothed away is not said, however vaguely; only a fog comes on top.
            found = [flag for flag in found if flag.name != "vagueness" or flag.kind == "fog"]
        done = [flag for flag in moves if flag.name in _SURE or self._holds(logits, flag.name, seen=True)]
        judges = any(flag.kind in _JUDGES for flag in (*kept, *found))
        if not judges and not stuffed(dialogue.last.text, dialogue.tongue):
            done += [
                self._move(dialogue, name)
                for name in MOVES
                if self._new(logits, name, moves) and move_possible(dialogue, name)
            ]
        return (*kept, *found), tuple(done)

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
            asked = dialogue.other is not None and bool(questions(dialogue.other.text, dialogue.tongue))
            return asked and not answers(dialogue)
        case "delay" | "guess":
            said = says_message(dialogue.last.text, dialogue.message, dialogue.tongue, dialogue.signs)
            return dialogue.course in NEWS_COURSES and not said_before(dialogue) and not said
        case _:
            return True


def _leaves_open(dialogue: Dialogue, flag: Flag) -> bool:
    """Whether the words that a head found vague can be: a question asks, and a named moment is no vague one."""
    if flag.name != "vagueness":
        return True
    sentence = sentence_of(dialogue.last.text, flag.start)
    if is_question(sentence, dialogue.tongue):
        return False
    return flag.kind not in ("loose", "euphemism") or not coming(sentence.text, dialogue.tongue)


def move_possible(dialogue: Dialogue, name: Move) -> bool:
    """Whether the words leave room for the move: an `if` takes an apology back, an agreement has its moment."""
    text, tongue = heard(dialogue.last), dialogue.tongue
    match name:
        case "apology":
            return not found_words("apology", text, tongue, "back")
        case "agreement" | "follow_up":
            return any(coming(s.text, tongue) and not is_question(s, tongue) for s in sentences(text))
        case "open_question":
            due = dialogue.course in NEWS_COURSES and not said_before(dialogue)
            chat = due and found_words("open-question", text, tongue, "small_talk")
            return not chat and any(is_question(sentence, tongue) for sentence in sentences(text))
        case "boundary":
            kept = dialogue.course not in NEWS_COURSES or said_before(dialogue)
            return kept and dialogue.other is not None
        case "acknowledgement" | "summary":
            return dialogue.other is not None and not blames(dialogue, for_others=False)
        case _:
            return True


@cache
def fusion() -> Fusion | None:
    """The fusion of this process; None where no embeddings can be had, and the rules judge alone."""
    found = reader()
    return Fusion(found) if found else None
