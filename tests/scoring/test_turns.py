"""Whole turns with all their moves, and laws that hold for any words."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from scoring.hint import hint
from scoring.rules import score_dialogue
from tests.scoring.said import talk

GROUPS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(Path(__file__).with_name("turns.yaml"))
TURNS = [(group, turn) for group in GROUPS for turn in group["turns"]]
WORDS = (
    "ik je ge u we dat niet geen maar dus wil vraag heb had zou misschien sorry spijt nee ja contract stopt morgen "
    "vrijdag om tien uur wat hoe waarom klopt dat ? . , kwaad zie pijn altijd nooit mail bel "
    "zitten samen beslist blijft"
)


@pytest.mark.parametrize(("group", "turn"), TURNS, ids=[turn["trainee"][:40] for _, turn in TURNS])
def test_all_moves_of_a_turn_and_no_other(group: dict[str, Any], turn: dict[str, Any]) -> None:
    dialogue = talk(turn["trainee"], turn["other"], course=group["course"], message=group["message"])
    assert {flag.name for flag in score_dialogue(dialogue).moves} == set(turn["moves"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30), st.lists(st.sampled_from(WORDS.split()), max_size=10))
def test_every_quote_is_in_the_turn_and_every_card_helps(said: list[str], other: list[str]) -> None:
    dialogue = talk(" ".join(said), " ".join(other))
    score = score_dialogue(dialogue)
    for flag in (*score.slips, *score.moves):
        assert dialogue.last.text[flag.start : flag.end] == flag.quote
    for card in hint(dialogue, score).cards:
        assert card.why
        assert bool(card.instead) != bool(card.ask)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_scored_and_hinted(said: str, other: str) -> None:
    dialogue = talk(said, other)
    hint(dialogue, score_dialogue(dialogue))
