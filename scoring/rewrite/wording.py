"""Sentences and parts of sentences, in whatever language. Pure."""

from __future__ import annotations

import re
from typing import Literal

from scoring.clauses import clauses
from scoring.evidence import sentence_of
from scoring.types import Dialogue, Flag

LONG = 22
"""A sentence of more words is too long to say, or to take over as a whole."""


def sentence(text: str) -> str:
    """`text` with single spaces, a capital and a mark at the end."""
    text = re.sub(r"\s+", " ", text).strip(" ,")
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!" else f"{text}."


def clause_around(dialogue: Dialogue, flag: Flag) -> str:
    """The sentence of the last utterance in which the flag stands, or of a long one only its clause."""
    text = dialogue.last.text
    words = sentence_of(text, flag.start).text
    if len(words.split()) > LONG:
        touching = [c for c in clauses(text, dialogue.tongue) if c.start < flag.end and flag.start < c.end]
        words = " ".join(clause.text for clause in touching) or words
    return words.strip().rstrip(".!…, ")


def message_parts(dialogue: Dialogue) -> list[str]:
    """The parts of the message, which are set apart by full stops and semicolons."""
    return [part.strip() for part in re.split(r"[;.](?:\s|$)", dialogue.message) if part.strip()]


def without(words: re.Pattern[str], text: str) -> str:
    """`text` without these words and without the space and the commas they leave."""
    return re.sub(r"\s+", " ", re.sub(r"\s+,", ",", words.sub("", text))).strip(" ,")


def without_asides(text: str) -> str:
    """`text` without what stands in parentheses."""
    return re.sub(r"\s*\([^)]*\)", "", text)


def small_first(text: str) -> str:
    """`text` with a small first letter."""
    return text[0].lower() + text[1:]


def capital_first(text: str) -> str:
    """`text` with a capital; the rest stays as it is."""
    return text[0].upper() + text[1:]


def said_by(speaker: Literal["trainee", "avatar"], dialogue: Dialogue) -> str:
    """All that one of the two said, in one line."""
    return " ".join(utterance.text for utterance in dialogue.utterances if utterance.speaker == speaker)
