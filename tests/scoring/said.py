"""Short ways to put a sentence into a talk, for the tests of rules and hints."""

from __future__ import annotations

from personas.types import CourseId, Move
from scoring.rules import rules
from scoring.types import Dialogue, Flag, Utterance

DISMISSAL = "Het contract wordt beëindigd; laatste dag 31 januari; reden: sluiting van het depot."


def talk(
    text: str,
    other: str = "",
    *,
    course: CourseId = "c4",
    message: str = DISMISSAL,
    unsure: tuple[tuple[int, int], ...] = (),
) -> Dialogue:
    """A talk that ends with what the trainee says after one line of the avatar."""
    before = (Utterance(speaker="avatar", text=other),) if other else ()
    said = Utterance(speaker="trainee", text=text, unsure=unsure)
    return Dialogue(language="nl-BE", course=course, message=message, utterances=(*before, said))


def seen(move: Move, dialogue: Dialogue) -> list[Flag]:
    """What the rule for this move sees."""
    return [flag for rule in rules() if rule.__module__ == f"scoring.{move}" for flag in rule(dialogue)]
