"""Every example in a course file is scored as what it is an example of."""

from __future__ import annotations

from typing import get_args

import pytest

from personas.loader import load_library
from personas.types import Criterion, Scenario, Slip
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Flag, Utterance

LIBRARY = load_library()
SCENARIOS = {scenario.course: scenario for scenario in LIBRARY.scenarios.values()}
EXAMPLES = [(scenario, criterion) for scenario in SCENARIOS.values() for criterion in LIBRARY.course(scenario).criteria]
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


def score(scenario: Scenario, criterion: Criterion) -> list[Flag]:
    """What is seen in the example, said where it belongs."""
    text = (criterion.example or "").strip().strip('"')
    said = [Utterance(speaker="avatar", text=SAID_TO[criterion.id]), Utterance(speaker="trainee", text=text)]
    if criterion.id not in AT_ONCE:
        said.insert(0, Utterance(speaker="trainee", text=scenario.message))
    dialogue = Dialogue(
        language=scenario.language,
        course=scenario.course,
        message=scenario.message,
        signs=scenario.signs,
        reasons=scenario.briefing.reasons,
        utterances=tuple(said),
    )
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
