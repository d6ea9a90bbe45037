"""The names of heads, beards and glasses are those of the drawing style that draws them."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from personas.peeps import PARTS
from personas.types import Face

IN_THE_STYLE = {"head": "head", "beard": "facialHair", "glasses": "accessories"}


@pytest.mark.parametrize("part", PARTS)
def test_every_name_can_be_drawn_and_every_drawing_has_its_name(part: str) -> None:
    style = json.loads((files("dicebear_styles") / "open-peeps.json").read_text(encoding="utf-8"))
    assert set(PARTS[part]) == set(style["components"][IN_THE_STYLE[part]]["variants"])


def test_every_part_is_a_field_of_a_face() -> None:
    assert set(PARTS) <= set(Face.model_fields)
