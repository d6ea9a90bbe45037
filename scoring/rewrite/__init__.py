"""One better sentence, made from the trainee's own words and from what must be said. Pure.

Each language has its own file here, since each has its own grammar. Nothing is made up: where the words do not hold
what is missing, the answer is None and the trainee gets a question.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from personas.types import Kind
from scoring.clauses import sentences
from scoring.rewrite.writer import Writer, sentence
from scoring.types import Dialogue, Flag, Tongue


@cache
def writer(tongue: Tongue) -> Writer:
    """How one language makes sentences: the `WRITER` of scoring/rewrite/<tongue>.py."""
    made = import_module(f"scoring.rewrite.{tongue}").WRITER
    assert isinstance(made, Writer)
    return made


def better(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    """A better sentence for the words of this flag, or None where none can be made from what is there.

    `turn` counts the trainee's turns and only chooses among sentences of equal worth.
    """
    maker = writer(dialogue.tongue).makers.get(flag.kind)
    made = maker(dialogue, flag, turn) if maker else None
    return sentence(made) if made else None


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `Ik heb slecht nieuws: we beëindigen je contract, …`.

    None in talks without such news, or where the message is not a sentence.
    """
    return writer(dialogue.tongue).news(dialogue)


def question(kind: Kind, quote: str, tongue: Tongue) -> str | None:
    """The question that these very words leave open, such as `Welke zaken precies?`, or None."""
    return writer(tongue).question(kind, quote)


def hedge_in(quote: str, tongue: Tongue) -> str:
    """The first word in `quote` that makes it smaller, or an empty text."""
    return next(iter(hedges_in(quote, tongue)), "")


def hedges_in(quote: str, tongue: Tongue) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return writer(tongue).hedges(quote)


def open_questions(dialogue: Dialogue) -> str:
    """The other's last question as it was asked, or an empty text."""
    other = dialogue.other
    if other is None:
        return ""
    text = re.sub(r"\([^)]*\)", "", other.text)
    asks = [s.text for s in sentences(text) if s.text.rstrip("\"'”’») ").endswith("?")]
    return re.sub(r"^[A-Z]\w+(?: \w+)?: ", "", asks[-1].strip()) if asks else ""
