"""One better sentence, made from the trainee's own words and from what must be said. Pure.

Which sentence fits which slip is the same everywhere (`makers.py`); each language has its own room here with its words
and what its grammar needs. Nothing is made up: where the words do not hold what is missing, the answer is None and the
trainee gets a question.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from personas.types import Kind
from scoring.clauses import sentences
from scoring.rewrite import makers, questions
from scoring.rewrite.wording import sentence
from scoring.rewrite.writer import Writer
from scoring.types import Dialogue, Flag, Tongue


@cache
def writer(tongue: Tongue) -> Writer:
    """How one language makes sentences: the `WRITER` of scoring/rewrite/<tongue>/."""
    made = import_module(f"scoring.rewrite.{tongue}").WRITER
    assert isinstance(made, Writer)
    return made


def better(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    """A better sentence for the words of this flag, or None where none can be made from what is there.

    `turn` counts the trainee's turns and only chooses among sentences of equal worth.
    """
    maker = makers.MAKERS.get(flag.kind)
    made = maker(writer(dialogue.tongue), dialogue, flag, turn) if maker else None
    return sentence(made) if made else None


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `Ik heb slecht nieuws: we beëindigen je contract, …`.

    None in talks without such news, or where the message is not a sentence.
    """
    return makers.news(writer(dialogue.tongue), dialogue)


def question(kind: Kind, quote: str, tongue: Tongue) -> str | None:
    """The question that these very words leave open, such as `Welke zaken precies?`, or None."""
    return questions.question(writer(tongue).questions, kind, quote)


def hedge_in(quote: str, tongue: Tongue) -> str:
    """The first word in `quote` that makes it smaller, or an empty text."""
    return next(iter(hedges_in(quote, tongue)), "")


def hedges_in(quote: str, tongue: Tongue) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return [found[0].strip(" ,") for found in writer(tongue).hedges.finditer(quote)]


def open_questions(dialogue: Dialogue) -> str:
    """The other's last question as it was asked, or an empty text."""
    other = dialogue.other
    if other is None:
        return ""
    text = re.sub(r"\([^)]*\)", "", other.text)
    asks = [s.text for s in sentences(text) if s.text.rstrip("\"'”’») ").endswith("?")]
    return re.sub(r"^[A-Z]\w+(?: \w+)?: ", "", asks[-1].strip()) if asks else ""
