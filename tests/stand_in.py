"""A case for every conversation model, also for those that have no situation yet: then one that stands in for it."""

from __future__ import annotations

from personas.loader import Library
from personas.types import Course, Scenario

AGREED_TO_TALK = "We spreken dit vandaag uit."
"""The message where a model has none of its own."""


def case_for(course: Course, library: Library) -> Scenario:
    """The first situation of this model, or one without facts and customs of its own."""
    every = [s for s in library.scenarios.values() if s.language == course.language]
    own = next((scenario for scenario in every if scenario.course == course.id), None)
    bare = {"course": course.id, "message": AGREED_TO_TALK, "signs": (), "facts": (), "culture": None}
    return own or every[0].model_copy(update=bare)
