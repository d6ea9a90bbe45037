"""Every example in a course file is scored as what it is an example of."""

from __future__ import annotations

from typing import get_args

import pytest

from personas.loader import load_library
from personas.types import CourseStep, Criterion, Scenario, Slip
from scoring.course import shown
from scoring.rules import score_dialogue
from scoring.steps.types import Told
from scoring.types import Dialogue, Flag, Utterance
from tests.stand_in import case_for

LIBRARY = load_library()
CASES = [(course, case_for(course, LIBRARY)) for course in LIBRARY.courses.values()]
EXAMPLES = [(case, criterion) for course, case in CASES for criterion in course.criteria]
STEPS = [(case, step) for course, case in CASES for step in course.steps]
SAID_TO: dict[str, str] = {
    "vagueness": "Zeg het maar.",
    "evasiveness": "En waarom ik?",
    "missing_i_statement": "Ik heb dat niet zien aankomen.",
    "clear_message": "Waarover gaat het?",
    "acknowledgement": "Ik weet niet wat ik moet zeggen. Twaalf jaar. Twaalf man erbij, en ik kijk naar mijn handen.",
    "open_question": "Ik weet het niet.",
    "summary": "De stagiair wist het. En ik dacht al die tijd: het is om mijn rug. En Bart zat te lachen.",
    "apology": "Je hebt mij iets anders gezegd.",
    "boundary": "Kan ik niet mee, in de dagploeg of in Gent? Eén keer een uitzondering?",
    "agreement": "En wat krijg ik op papier?",
    "follow_up": "En dan?",
    "i_message": "Wat is er dan?",
}
"""What the other says just before, so that the example stands in a talk."""
TOGETHER = {
    "agreement": "follow_up", "follow_up": "agreement", "i_message": "clear_message", "clear_message": "i_message",
}  # fmt: skip
"""Moves that the codebook lets hold in the same words."""
AT_ONCE = {"clear_message", "vagueness", "missing_i_statement"}
"""Examples that may be the first thing said; the others come after the message."""


def put(case: Scenario, example: str, before: str = "Zeg het maar.", *, at_once: bool = False) -> Dialogue:
    """The example as the last words of a talk."""
    text = example.strip().strip('"')
    said = [Utterance(speaker="avatar", text=before), Utterance(speaker="trainee", text=text)]
    if not at_once:
        said.insert(0, Utterance(speaker="trainee", text=case.message))
    return Dialogue(
        language=case.language,
        course=case.course,
        message=case.message,
        signs=case.signs,
        reasons=case.briefing.reasons,
        utterances=tuple(said),
    )


def score(scenario: Scenario, criterion: Criterion) -> list[Flag]:
    """What is seen in the example, said where it belongs."""
    dialogue = put(scenario, criterion.example, SAID_TO[criterion.id], at_once=criterion.id in AT_ONCE)
    found = score_dialogue(dialogue)
    return [*found.slips, *found.moves]


def test_every_criterion_has_a_line_before_it() -> None:
    assert {criterion.id for _, criterion in EXAMPLES} <= SAID_TO.keys()


@pytest.mark.parametrize(
    ("scenario", "criterion"), EXAMPLES, ids=[f"{scenario.course}-{criterion.id}" for scenario, criterion in EXAMPLES]
)
def test_an_example_is_scored_as_what_it_shows(scenario: Scenario, criterion: Criterion) -> None:
    seen = {flag.name for flag in score(scenario, criterion)}
    assert criterion.id in seen
    if criterion.id in get_args(Slip):
        assert seen <= set(get_args(Slip))
    else:
        assert seen <= {criterion.id, TOGETHER.get(criterion.id, criterion.id)}


@pytest.mark.parametrize(
    ("case", "step"),
    [(case, step) for case, step in STEPS if step.example],
    ids=[f"{case.course}-{step.id}" for case, step in STEPS if step.example],
)
def test_the_example_of_a_step_takes_that_step_and_slips_nowhere(case: Scenario, step: CourseStep) -> None:
    assert step.example is not None
    known_by = step.move or (step.any_of[0] if step.any_of else "")
    dialogue = put(case, step.example, SAID_TO.get(known_by, "Zeg het maar."), at_once=step.move == "clear_message")
    found = score_dialogue(dialogue)
    told = Told(dialogue, {found.turn: found}, case)
    assert {evidence.turn for evidence in shown(step, told)} == {dialogue.turn}
    assert found.slips == ()


def test_a_step_shows_how_it_sounds_unless_it_has_no_words_of_its_own() -> None:
    """A summary is of what the other said; a silence and what must not happen cannot be said."""
    bare = [step for _, step in STEPS if not step.example]
    assert all(step.never or step.most_reasons or step.silence or step.move == "summary" for step in bare)


def test_each_step_that_can_be_missed_says_so_in_one_sentence() -> None:
    for _, step in STEPS:
        assert step.optional or step.missing, step.id
        assert len(step.missing or "") < 140, step.id
