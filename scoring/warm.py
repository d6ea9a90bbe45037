"""Reads and compiles beforehand what the first turns would otherwise wait for."""

from __future__ import annotations

from scoring.calendars.grammar import grammar
from scoring.forms import form, forms
from scoring.heads.fusion import fusion
from scoring.patterns import Pattern, expressions
from scoring.rules import rules
from scoring.types import Tongue
from scoring.words import compile_all

LISTS = (
    "vague", "evade", "blame", "decisions", "smalltalk", "moves-acknowledgement", "moves-agreement", "moves-apology",
    "moves-boundary", "moves-clear-message", "moves-i-message", "moves-open-question", "moves-stuffing",
    "moves-summary", "reasons", "steps",
)  # fmt: skip
"""The word lists that every language has."""


def warm(tongue: Tongue, *, heads: bool = True) -> None:
    """Makes the rules of one language ready: two to four seconds of work once, some 20 MB. With `heads`, those too."""
    rules()
    for name in expressions(tongue):
        Pattern(name)[tongue]
    for name in forms(tongue):
        form(name, tongue)
    grammar(tongue)
    for name in LISTS:
        compile_all(name, tongue)
    if heads and (weigher := fusion()):
        weigher.warm()
