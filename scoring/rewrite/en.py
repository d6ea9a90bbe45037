"""Better sentences in English."""

from __future__ import annotations

from personas.types import Kind
from scoring.rewrite.writer import Maker, Writer
from scoring.types import Dialogue


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it."""
    return None


def question(kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open."""
    return None


def hedges_in(quote: str) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return []


_MAKERS: dict[Kind | None, Maker] = {}

WRITER = Writer(makers=_MAKERS, news=news, question=question, hedges=hedges_in)
