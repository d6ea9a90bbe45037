"""Slips in German, as people say them, and plain turns that only look like one."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from personas.types import CourseId, Frozen, Kind
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

MESSAGES: dict[CourseId, str] = {
    "c4": "Der Vertrag endet am 31. März; Grund: die Nachtschicht wird geschlossen.",
    "bad_news": "Die Teamleitung geht an eine andere Bewerberin.",
}


class Turn(Frozen):
    """One turn of the trainee, and the kind of slip in it."""

    course: CourseId
    other: str
    """What the avatar said just before."""
    text: str
    slip: Kind | None = None


_FILE = Path(__file__).with_name("german-turns.yaml")
TURNS = [Turn.model_validate(turn) for turn in YAML(typ="safe", pure=True).load(_FILE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.text[:40])
def test_a_slip_is_seen_where_it_is_made(turn: Turn) -> None:
    before = (Utterance(speaker="avatar", text=turn.other),) if turn.other else ()
    said = (*before, Utterance(speaker="trainee", text=turn.text))
    message = MESSAGES.get(turn.course, "Gespräch über die Zusammenarbeit.")
    score = score_dialogue(Dialogue(language="de", course=turn.course, message=message, utterances=said))
    assert score.ungraded is None
    kinds = {flag.kind for flag in score.slips}
    if turn.slip is None:
        assert not kinds
    else:
        assert turn.slip in kinds
