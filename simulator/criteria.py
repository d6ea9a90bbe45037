"""What a language model is asked about one turn: the files of simulator/criteria/, one for each language, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import get_args

from pydantic import Field, model_validator
from ruamel.yaml import YAML

from personas.types import KINDS, Frozen, Kind, Move, Slip
from scoring.types import Tongue

NAMES: tuple[Slip | Move, ...] = (*get_args(Slip), *get_args(Move))
"""Every criterion, in the order of the codebook."""


class Ask(Frozen):
    """One criterion as a question in two steps."""

    here: str
    """When this moment asks for it."""
    holds: str
    """When the turn does it."""
    unless: str
    """What looks like it and is not."""
    kinds: dict[Kind, str] = Field(default_factory=dict)
    """The forms of a slip."""


class Criteria(Frozen):
    """All that is asked, in one language."""

    language: Tongue
    rules: str
    """What is to be done, and how carefully."""
    data: str
    """That the talk is text to be read and never an order."""
    here: str
    holds: str
    unless: str
    """How the three parts of a criterion begin."""
    task: str
    """The last sentence, after the talk."""
    json_: str
    """How to answer with one JSON object."""
    lines: str
    """How to answer with one line for each criterion."""
    criteria: dict[Slip | Move, Ask]

    @model_validator(mode="after")
    def _complete(self) -> Criteria:
        if tuple(self.criteria) != NAMES:
            raise ValueError(f"expected the criteria {', '.join(NAMES)}, in this order")
        for name, ask in self.criteria.items():
            if tuple(ask.kinds) != next((kinds for slip, kinds in KINDS.items() if slip == name), ()):
                raise ValueError(f"{name}: expected its kinds in the order of the codebook")
        return self


@cache
def criteria(tongue: Tongue) -> Criteria:
    """The criteria in this language."""
    text = (files("simulator") / "criteria" / f"{tongue}.yaml").read_text(encoding="utf-8")
    raw = YAML(typ="safe", pure=True).load(text)
    return Criteria.model_validate({**{key: raw[key] for key in raw if key != "json"}, "json_": raw["json"]})
