"""Talks as the steps of a course look at them, by line: `> ` the trainee, `- ` the other, `~ 4` silent seconds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from personas.loader import Library, load_library
from personas.types import CourseId, Scenario
from scoring.course import Tick, ticks
from scoring.delivery.types import Delivery
from scoring.rules import score_dialogue
from scoring.steps.types import Told
from scoring.types import Dialogue, Utterance
from tests.stand_in import case_for


@cache
def library() -> Library:
    """The library as it is shipped."""
    return load_library()


def case_of(course: CourseId) -> Scenario:
    """The first case of a course in Flemish."""
    return case_for(library().courses[course, "nl-BE"], library())


def told(
    script: str, course: CourseId = "bad_news", *, sounds: Mapping[int, Delivery] | None = None, over: bool = False
) -> Told:
    """A script as a talk."""
    case = case_of(course)
    dialogue = Dialogue(
        language=case.language,
        course=course,
        message=case.message,
        signs=case.signs,
        reasons=case.briefing.reasons,
        utterances=tuple(_said(line.strip()) for line in script.strip().splitlines()),
    )
    mine = [index for index, said in enumerate(dialogue.utterances) if said.speaker == "trainee"]
    return Told(dialogue, {turn: score_dialogue(dialogue.up_to(turn)) for turn in mine}, case, sounds or {}, over)


def ticks_of(talk: Told) -> dict[str, Tick]:
    """How every step of its course stands, by id."""
    assert talk.case is not None
    course = library().courses[talk.dialogue.course, "nl-BE"]
    scores = list(talk.scores.values())
    found = ticks(course, scores, talk.dialogue, case=talk.case, sounds=talk.sounds, over=talk.over)
    return {tick.id: tick for tick in found}


def _said(line: str) -> Utterance:
    sign, text = line[0], line[2:]
    if sign == "~":
        return Utterance(speaker="trainee", text="", silence_before=float(text))
    return Utterance(speaker="trainee" if sign == ">" else "avatar", text=text)
