"""Which steps of a conversation model were done, with the words that show it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from personas.types import Course, CourseId, CourseStep, Frozen, Phase
from scoring.types import NEWS_COURSES, Dialogue, Flag, Score

_ORDER: tuple[Phase, ...] = ("opening", "message", "catching", "solution", "closing")


class Tick(Frozen):
    """One step of the course and whether it was done."""

    id: str
    title: str
    done: bool
    turn: int | None = None
    """The index of the utterance that did it."""
    quote: str = ""
    """The words that did it, exactly as they stand in that utterance."""


def ticks(course: Course, scores: Sequence[Score], dialogue: Dialogue) -> tuple[Tick, ...]:
    """Every step of `course`, in its order, done by the first turn that shows its move in its place.

    `scores` are those of the trainee's turns of `dialogue`. A step that names a phase is done in that phase; one for
    the phases before the message is also done earlier, since saying it at once is not saying it in the wrong place.
    """
    numbers = {turn: number for number, turn in enumerate(_trainee_turns(dialogue), start=1)}
    ordered = sorted((score for score in scores if score.turn in numbers), key=lambda score: score.turn)
    return tuple(_tick(course.id, step, ordered, numbers) for step in course.steps)


def _trainee_turns(dialogue: Dialogue) -> list[int]:
    return [index for index, said in enumerate(dialogue.utterances) if said.speaker == "trainee"]


def _tick(course_id: CourseId, step: CourseStep, scores: Sequence[Score], numbers: dict[int, int]) -> Tick:
    for score in scores:
        if step.within_turns is not None and numbers[score.turn] > step.within_turns:
            break
        shown = _shown(step, score) if _news_was_said(course_id, step, score) else None
        if shown is not None:
            return Tick(id=step.id, title=step.title, done=True, turn=score.turn, quote=shown.quote)
    return Tick(id=step.id, title=step.title, done=False)


def _shown(step: CourseStep, score: Score) -> Flag | None:
    if score.ungraded is not None or not _in_place(step.phase, score.phase):
        return None
    return next((flag for flag in score.moves if flag.name == step.move), None)


def _news_was_said(course_id: CourseId, step: CourseStep, score: Score) -> bool:
    """In a talk that brings news, no other clear sentence stands in for it."""
    return step.move != "clear_message" or course_id not in NEWS_COURSES or score.message_said


def _in_place(wanted: Phase | None, phase: Phase) -> bool:
    if wanted is None or wanted == phase:
        return True
    if wanted == "message":
        return phase == "opening"
    # The rules know no border between arranging and taking leave: both come once the reaction was caught.
    return wanted == "closing" and _ORDER.index(phase) >= _ORDER.index("solution")
