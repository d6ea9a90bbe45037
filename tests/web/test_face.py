"""The face: which one, and that it is drawn."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.loader import load_library
from personas.peeps import PARTS as NAMES
from personas.types import INTENTS, AvatarState, Face, Intent
from web.face import BY_INTENT, EXPRESSIONS, PARTS, Expression, draw, expression

FEELING = st.floats(0, 1)


@settings(max_examples=60)
@given(
    st.builds(AvatarState, trust=FEELING, tension=FEELING, openness=FEELING, understanding=FEELING, hope=FEELING),
    st.sampled_from((None, *INTENTS)),
)
def test_every_state_has_a_face(state: AvatarState, intent: Intent | None) -> None:
    assert expression(state, intent) in EXPRESSIONS


@pytest.mark.parametrize(
    ("state", "intent", "shown"),
    [
        (AvatarState(), None, "calm"),
        (AvatarState(), "blow", "shocked"),
        (AvatarState(hope=0.9), "false_hope", "hopeful"),
        (AvatarState(), "strike_back", "angry"),
        (AvatarState(tension=0.95, trust=0.1), "answer", "very_angry"),
        (AvatarState(tension=0.9, trust=0.6), "answer", "sad"),
        (AvatarState(tension=0.5, trust=0.6), "answer", "concerned"),
        (AvatarState(tension=0.5, trust=0.2), "answer", "suspicious"),
        (AvatarState(trust=0.8, tension=0.1), "answer", "relieved"),
        (AvatarState(understanding=0.8, hope=0.1, tension=0.2), "answer", "tired"),
    ],
)
def test_the_face_follows_feeling_and_intent(state: AvatarState, intent: Intent, shown: Expression) -> None:
    assert expression(state, intent) == shown


def test_every_expression_can_come_up() -> None:
    steps = (0.0, 0.3, 0.5, 0.7, 1.0)
    found = {
        expression(AvatarState(trust=a, tension=b, openness=c, understanding=d, hope=e), intent)
        for a in steps for b in steps for c in (0.2, 0.8) for d in (0.0, 1.0) for e in (0.0, 1.0)
        for intent in (None, *BY_INTENT)
    }  # fmt: skip
    assert found == set(EXPRESSIONS) == set(PARTS) == set(get_args(Expression))


@pytest.mark.parametrize("shown", EXPRESSIONS)
def test_a_face_is_a_picture_without_anything_foreign(shown: Expression) -> None:
    svg = draw(Face(head="medium1", skin="edb98a", glasses="glasses2", beard="full"), shown)
    ET.fromstring(svg)
    assert not re.search(r"<script|<image|<foreignObject|\son\w+=|<metadata|<!--", svg)
    assert not re.search(r"https?://", svg.replace('xmlns="http://www.w3.org/2000/svg"', ""))
    ids = re.findall(r'id="([^"]*)"', svg)
    assert len(ids) == len(set(ids))
    assert set(ids) <= {"head", "facialHair", "accessories", "eyes", "mouth"}
    used = set(re.findall(r'href="#([^"]*)"', svg)) | set(re.findall(r"url\(#([^)]*)\)", svg))
    assert used <= set(ids)


@pytest.mark.parametrize("persona", load_library().personas.values(), ids=lambda each: each.id)
def test_every_person_of_the_library_has_a_different_face_for_every_expression(persona: object) -> None:
    drawings = [draw(persona.face, shown) for shown in EXPRESSIONS]  # type: ignore[attr-defined]
    assert len(set(drawings)) == len(EXPRESSIONS)


def test_the_page_for_trainers_says_at_which_heads_the_colour_of_the_hair_shows() -> None:
    page = (Path(__file__).parents[2] / "docs" / "persona-file.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith("| `hair` |"))
    shows = [
        head
        for head in NAMES["head"]
        if "a1b2c3" in draw(Face(head=head, skin="edb98a", hair="a1b2c3", clothing="8fa7df"), EXPRESSIONS[0])
    ]
    assert re.findall(r"`(\w+)`", row)[1:] == shows
