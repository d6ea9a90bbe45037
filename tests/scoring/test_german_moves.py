"""Moves in German, as people say them in Germany, Austria and East Belgium, and turns that only look like a move."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from personas.types import CourseId, Frozen, Move
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

MESSAGES: dict[CourseId, str] = {
    "c4": "Der Vertrag endet am 31. Januar; Grund: Schließung des Lagers.",
    "bad_news": "Die Bewerbung auf die Teamleitung ist abgelehnt.",
}


class Turn(Frozen):
    """One turn of the trainee, and the move in it."""

    course: CourseId
    other: str
    """What the avatar said just before."""
    text: str
    move: Move | None = None


_FILE = Path(__file__).with_name("german-moves.yaml")
TURNS = [Turn.model_validate(turn) for turn in YAML(typ="safe", pure=True).load(_FILE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.text[:40])
def test_a_move_is_seen_where_it_is_done(turn: Turn) -> None:
    said = (Utterance(speaker="avatar", text=turn.other), Utterance(speaker="trainee", text=turn.text))
    message = MESSAGES.get(turn.course, "Gemeinsam am Dienstplan arbeiten.")
    seen = score_dialogue(Dialogue(language="de", course=turn.course, message=message, utterances=said)).moves
    if turn.move is None:
        assert not seen
    else:
        assert turn.move in {move.name for move in seen}
