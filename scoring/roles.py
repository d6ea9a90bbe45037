"""What each clause of a turn does: brings the message, observes, judges, asks, agrees, gives back, chats. Pure.

One clause has one role, the one that weighs most in it. Roles explain a score; no flag hangs on them alone.
"""

from __future__ import annotations

from typing import Literal

from personas.types import Frozen
from scoring.agreement import fixed
from scoring.clauses import Clause, clauses, is_question, sentences
from scoring.evidence import found, heard, slips
from scoring.message import says_message
from scoring.pauses import with_breaks
from scoring.summary import summary
from scoring.types import Dialogue
from scoring.words import of_class

Role = Literal[
    "message", "observation", "judgement", "request", "agreement", "reflection", "question", "small_talk", "other"
]


class Part(Frozen):
    """One clause of the last utterance and what it does. Offsets count code points, end excluded."""

    start: int
    end: int
    role: Role


def roles(dialogue: Dialogue) -> tuple[Part, ...]:
    """The clauses of the last utterance, in order, each with its role."""
    spoken = with_breaks(dialogue)
    text = heard(spoken.last)
    asked = [sentence for sentence in sentences(text) if is_question(sentence, spoken.tongue)]
    return tuple(
        Part(start=clause.start, end=clause.end, role=_role(spoken, clause, asked))
        for clause in clauses(text, spoken.tongue)
    )


def _role(dialogue: Dialogue, clause: Clause, asked: list[Clause]) -> Role:
    tongue, text = dialogue.tongue, clause.text
    if any(flag.start < clause.end and clause.start < flag.end for flag in slips(dialogue, "missing_i_statement")):
        return "judgement"
    if any(sentence.start <= clause.start < sentence.end for sentence in asked):
        return "small_talk" if found("open-question", text, tongue, "small_talk") else "question"
    if says_message(text, dialogue.message, tongue, dialogue.signs) or of_class(
        "decisions", text, tongue, "end", "refuse"
    ):
        return "message"
    if fixed(clause, tongue):
        return "agreement"
    if found("i-message", text, tongue, "request"):
        return "request"
    if summary(dialogue) or found("acknowledgement", text, tongue, "feeling", "weight", "seen", "room"):
        return "reflection"
    if found("i-message", text, tongue, "seen", "fact"):
        return "observation"
    return "small_talk" if of_class("smalltalk", text, tongue, "chat", "frame") else "other"
