"""The question that makes a turn concrete, asked about its own words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from personas.types import Kind
from scoring.spelling import plain


@dataclass(frozen=True, slots=True)
class Questions:
    """What one language asks about words that leave something open. Patterns meet plain spelling."""

    which: Callable[[str], str | None]
    """About things without a name: `Which things exactly?`"""
    how: Callable[[str], str | None]
    """About a comparison without a measure: `How often exactly, and from when?`"""
    when: re.Pattern[str]
    """A time that is no time."""
    when_exactly: str
    who: re.Pattern[str]
    """Somebody without a name."""
    who_exactly: str
    ever: re.Pattern[str]
    """Always and never."""
    last_time: str


def question(ask: Questions, kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open, such as `Which things exactly?`, or None."""
    low = plain(quote)
    if kind in ("open", "hedged", "loose") and (asked := ask.which(quote) or ask.how(quote)):
        return asked
    if kind in ("open", "hedged") and ask.when.search(low):
        return ask.when_exactly
    if kind == "open" and ask.who.search(low):
        return ask.who_exactly
    if kind == "blame" and ask.ever.search(low):
        return ask.last_time
    return None
