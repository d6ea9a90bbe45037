"""How a language is spoken: what speech shortens, what may stand before a sentence, which words say nothing."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field, field_validator
from ruamel.yaml import YAML

from personas.types import Frozen
from scoring.spelling import plain
from scoring.types import Tongue


class Speech(Frozen):
    """The file words/<tongue>/speech.yaml, in the spelling of `plain`."""

    fillers: Annotated[frozenset[str], Field(min_length=1)]
    """Small words that may come before the start of a sentence proper."""
    shortened: dict[str, tuple[str, ...]]
    """Small words that speech shortens: a phrase that holds the one means the others too."""
    empty: frozenset[str]
    """Words of four letters and more that carry no content."""
    unknown: frozenset[str]
    """Words of a message that say too little to know it by."""
    verbs: dict[str, str]
    """Verbs of a yes-or-no question and, as alternatives, how they come back in an answer."""

    @field_validator("fillers", "empty", "unknown", mode="before")
    @classmethod
    def _apart(cls, raw: object) -> object:
        return frozenset(plain(raw).split()) if isinstance(raw, str) else raw

    @field_validator("shortened", mode="before")
    @classmethod
    def _forms(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        return {plain(str(word)): (plain(str(word)), *plain(str(others)).split()) for word, others in raw.items()}

    def before(self) -> str:
        """An expression for the fillers before a sentence proper."""
        words = "|".join(sorted(map(re.escape, self.fillers), key=lambda word: (-len(word), word)))
        return rf"(?:(?:{words})[\s,.!…-]{{1,30}}){{0,4}}?"


@cache
def speech(tongue: Tongue) -> Speech:
    """How one language is spoken."""
    text = (files("scoring") / "words" / tongue / "speech.yaml").read_text(encoding="utf-8")
    return Speech.model_validate(YAML(typ="safe", pure=True).load(text))
