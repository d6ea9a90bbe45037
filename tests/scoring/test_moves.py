"""Moves in English, French and German, as people say them in many places, and turns that only look like a move."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from personas.types import CourseId, Frozen, Move
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance


class Case(Frozen):
    """What a talk is about."""

    course: CourseId
    message: str


class Turn(Frozen):
    """One turn of the trainee, and the move in it."""

    case: str
    """The name of its case."""
    other: str
    """What the avatar said just before."""
    text: str
    move: Move | None = None


class Table(Frozen):
    """The turns of one language."""

    cases: dict[str, Case]
    turns: tuple[Turn, ...]


FILES = sorted(Path(__file__).with_name("moves").glob("*.yaml"))
TABLES = {f.stem: Table.model_validate(YAML(typ="safe", pure=True).load(f.read_text(encoding="utf-8"))) for f in FILES}
TURNS = [
    pytest.param(tongue, table.cases[turn.case], turn, id=f"{tongue}-{turn.text[:40]}")
    for tongue, table in TABLES.items()
    for turn in table.turns
]


@pytest.mark.parametrize(("tongue", "case", "turn"), TURNS)
def test_a_move_is_seen_where_it_is_done(tongue: str, case: Case, turn: Turn) -> None:
    said = (Utterance(speaker="avatar", text=turn.other), Utterance(speaker="trainee", text=turn.text))
    score = score_dialogue(Dialogue(language=tongue, course=case.course, message=case.message, utterances=said))
    assert turn.move in {move.name for move in score.moves} if turn.move else not score.moves
