"""The regular expressions that rules look with, kept as data in words/<tongue>/patterns.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field
from ruamel.yaml import YAML

from personas.types import Frozen
from scoring.dates import number
from scoring.forms import forms, skipped
from scoring.types import Tongue

_FORM = re.compile(r"\{form (?P<name>\w+)\}")
NEVER = "never"
"""The pattern of a language that has no such words."""
_RUN = 30
"""Between two words a pattern passes over so many marks and spaces at most: an endless run of them costs no time."""
_WORD_WITH_MARKS = re.compile(r"(\[\\w'-?\])\+")
"""`[\\w']+`: as an apostrophe is also a mark, `d'l'd'l'` could be cut into words in endless ways."""
_LETTERS = 40


class Expression(Frozen):
    """One thing a rule looks at, in one language."""

    about: str = ""
    """What it is for, where its name does not say it."""
    pattern: Annotated[str, Field(min_length=1)]
    """A regular expression on `plain` text; its lines are put together, `{number}` is a number in figures or words,
    `{skipped}` what may stand before an answer, `{form x}` the alternatives of class `x` in answers.yaml."""


class Pattern:
    """The expression of one name in every language: `_YOU[tongue].search(low)`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, tongue: Tongue) -> re.Pattern[str]:
        """Raises KeyError for a name that the language's file does not hold."""
        return _compiled(self.name, tongue)


@cache
def expressions(tongue: Tongue) -> dict[str, Expression]:
    """Every expression of one language, by name."""
    text = (files("scoring") / "words" / tongue / "patterns.yaml").read_text(encoding="utf-8")
    raw = YAML(typ="safe", pure=True).load(text)
    return {str(name): Expression.model_validate(given) for name, given in raw.items()}


@cache
def _compiled(name: str, tongue: Tongue) -> re.Pattern[str]:
    written = "".join(expressions(tongue)[name].pattern.splitlines())
    if written == NEVER:
        return re.compile(r"(?!)")
    written = written.replace("{number}", number(tongue)).replace("{skipped}", skipped(tongue))
    return re.compile(bounded(_FORM.sub(lambda named: forms(tongue)[named["name"]], written)))


def bounded(written: str) -> str:
    """The expression with an end to every run of marks and spaces, and to words that may hold marks."""
    written = _WORD_WITH_MARKS.sub(rf"\g<1>{{1,{_LETTERS}}}", written)
    return written.replace(r"\W*", rf"\W{{0,{_RUN}}}").replace(r"\W+", rf"\W{{1,{_RUN}}}")
