"""What makes better sentences in one language, and what every language needs for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from personas.types import Kind
from scoring.clauses import clauses
from scoring.evidence import sentence_of
from scoring.message import message_index, said_before
from scoring.types import Dialogue, Flag

Maker = Callable[[Dialogue, Flag, int], str | None]
"""Makes a better sentence for the words of a flag, or None; the number chooses among sentences of equal worth."""


@dataclass(frozen=True, slots=True)
class Writer:
    """How one language makes better sentences and asks for what is missing."""

    makers: Mapping[Kind | None, Maker]
    """For some kinds of slips; for the others the trainee gets a question."""
    news: Callable[[Dialogue], str | None]
    """The message of a talk with news, as the trainee could say it; None where it cannot be said for certain."""
    question: Callable[[Kind, str], str | None]
    """The question that the quoted words themselves leave open, or None."""
    hedges: Callable[[str], list[str]]
    """Every word that makes a text smaller, in order."""


def sentence(text: str) -> str:
    """`text` with single spaces, a capital and a mark at the end."""
    text = re.sub(r"\s+", " ", text).strip(" ,")
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!" else f"{text}."


def clause_around(dialogue: Dialogue, flag: Flag) -> str:
    """The sentence of the last utterance in which the flag stands, or of a long one only its clause."""
    text = dialogue.last.text
    words = sentence_of(text, flag.start).text
    if len(words.split()) > 22:
        touching = [c for c in clauses(text, dialogue.tongue) if c.start < flag.end and flag.start < c.end]
        words = " ".join(clause.text for clause in touching) or words
    return words.strip().rstrip(".!…, ")


def message_parts(dialogue: Dialogue) -> list[str]:
    """The parts of the message, which are set apart by full stops and semicolons."""
    return [part.strip() for part in re.split(r"[;.](?:\s|$)", dialogue.message) if part.strip()]


def unsaid(dialogue: Dialogue) -> bool:
    """Whether the message was not said before and is not said in the last utterance either."""
    return not said_before(dialogue) and message_index(dialogue) is None
