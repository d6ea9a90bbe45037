"""Moves in French, Belgian and of France, as short turns: the move that is there, and turns that hold none."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

TURNS = YAML(typ="safe", pure=True).load(Path(__file__).with_name("french_moves.yaml").read_text(encoding="utf-8"))
CASES = [(move, turn) for move, turns in TURNS["turns"].items() for turn in turns]


@pytest.mark.parametrize(("move", "turn"), CASES, ids=[f"{move}-{turn['says'][:40]}" for move, turn in CASES])
def test_a_move_is_seen_where_it_is(move: str, turn: dict[str, str]) -> None:
    case: dict[str, Any] = TURNS["cases"][turn["case"]]
    said = (Utterance(speaker="avatar", text=turn["other"]), Utterance(speaker="trainee", text=turn["says"]))
    score = score_dialogue(Dialogue(language="fr", course=case["course"], message=case["message"], utterances=said))
    seen = {flag.name for flag in score.moves}
    assert move in seen if move != "none" else not seen
