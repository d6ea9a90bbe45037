"""Short ways to put a sentence into a talk, for the tests of rules and hints."""

from __future__ import annotations

from personas.types import CourseId, Kind, Move, Slip
from scoring.rewrite import better
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


def turns(*lines: str, language: str, course: CourseId, message: str) -> Dialogue:
    """A talk in which avatar and trainee take turns and the trainee speaks last."""
    speakers = ("trainee", "avatar") * len(lines)
    said = zip(speakers, reversed(lines), strict=False)
    utterances = tuple(Utterance(speaker=speaker, text=text) for speaker, text in said)[::-1]
    return Dialogue(language=language, course=course, message=message, utterances=utterances)


def made(dialogue: Dialogue, name: Slip, kind: Kind, words: str = "", turn: int = 0) -> str | None:
    """The better sentence for these words of the last turn, or for the whole turn."""
    start = dialogue.last.text.index(words)
    span = (start, start + len(words)) if words else None
    return better(dialogue, Flag.weakness(name, kind, dialogue, span, rule="test"), turn)


def seen(move: Move, dialogue: Dialogue) -> list[Flag]:
    """What the rule for this move sees."""
    return [flag for rule in rules() if rule.__module__ == f"scoring.{move}" for flag in rule(dialogue)]
