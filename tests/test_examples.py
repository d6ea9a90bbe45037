"""What a briefing shows as an example is seen by the rules: nobody is told to say what then goes unnoticed."""

from __future__ import annotations

from typing import get_args

import pytest

from personas.loader import load_library
from personas.types import Course, Criterion, Move, Scenario
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance
from tests.stand_in import case_for

LIBRARY = load_library()
CASES = [
    pytest.param(case_for(course, LIBRARY), course, criterion, id=f"{course.id}-{criterion.id}")
    for course in LIBRARY.courses.values()
    for criterion in course.criteria
]
MOVES = get_args(Move)
TOLD = (
    "Maandag al. De stagiair wist het eerder dan ik. Is het daarvoor, voor mijn rug? "
    "Niet die zin was het ergste. Bart, die lachte, en u liet hem."
)
"""What the other told just before, so that there is something to sum up."""


@pytest.mark.parametrize(("scenario", "course", "criterion"), CASES)
def test_the_example_of_a_criterion_is_seen(scenario: Scenario, course: Course, criterion: Criterion) -> None:
    """Examples of moves stand after the message and hold no slip; examples of slips hold theirs."""
    before = (
        Utterance(speaker="trainee", text=scenario.message.removeprefix("Dat ")),
        Utterance(speaker="avatar", text=TOLD if criterion.id == "summary" else "(kijkt naar haar handen) …"),
    )
    said = Utterance(speaker="trainee", text=criterion.example.strip('"'))
    score = score_dialogue(
        Dialogue(
            language=scenario.language,
            course=course.id,
            message=scenario.message,
            signs=scenario.signs,
            utterances=(*before, said),
        )
    )
    assert criterion.id in {flag.name for flag in (*score.slips, *score.moves)}
    assert not (criterion.id in MOVES and score.slips)
