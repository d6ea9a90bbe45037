"""The forms by which questions and answers are known: expressions kept as data in words/<tongue>/answers.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, field_validator
from ruamel.yaml import YAML

from personas.types import Frozen
from scoring.types import Tongue


class Form(Frozen):
    """One class of forms."""

    id: str
    class_: Annotated[str, Field(alias="class")]
    """The name rules know it by."""
    weight: Annotated[float, Field(ge=0, le=2)]
    variety: Literal["nl", "nl-BE", "nl-NL", "en", "fr", "fr-BE", "de", "de-AT"]
    source: str
    about: str
    """What one of these does, in a few words."""
    forms: Annotated[tuple[str, ...], Field(min_length=1)]
    """Regular expressions on `plain` text, each for whole words."""

    @field_validator("forms", mode="before")
    @classmethod
    def _apart(cls, raw: object) -> object:
        return (
            tuple(part.strip() for part in re.split(r"\n|\s/\s", raw) if part.strip()) if isinstance(raw, str) else raw
        )


@cache
def forms(tongue: Tongue) -> dict[str, str]:
    """The alternatives of each class, joined into one expression without the bounds of the word."""
    text = (files("scoring") / "words" / tongue / "answers.yaml").read_text(encoding="utf-8")
    raw = YAML(typ="safe", pure=True).load(text)
    return {form.class_: "|".join(form.forms) for form in (Form.model_validate(item) for item in raw)}


@cache
def form(name: str, tongue: Tongue) -> re.Pattern[str]:
    """Finds one of the forms of class `name`, anywhere in a `plain` text, as whole words."""
    return re.compile(rf"(?<!\w)(?:{forms(tongue)[name]})(?!\w)")


@cache
def skipped(tongue: Tongue) -> str:
    """An expression for the small words that may come before an answer."""
    return rf"\W*(?:(?:{forms(tongue)['skip']})(?!\w)\W*)*"
