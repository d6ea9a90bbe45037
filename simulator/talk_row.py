"""One line in the list of somebody's talks."""

from __future__ import annotations

from collections.abc import Iterable

from personas.types import Ending, Frozen, Language
from simulator.events import Started


class TalkRow(Frozen):
    """What the list shows of a talk."""

    id: str
    owner: str
    begun: str
    """When, in ISO 8601 with time zone."""
    language: Language
    scenario: str
    """The id of the scenario."""
    title: str
    """The title of the scenario, as it was when the talk began."""
    persona: str
    """The id of the persona."""
    name: str
    """The name of the persona."""
    difficulty: int
    turns: int = 0
    """How many of the trainee's turns count; those that were taken back do not."""
    ended: Ending | None = None
    """How the talk ended; None while it can go on."""


def row_of(started: Started) -> TalkRow:
    """The line of a talk that just began."""
    session = started.session
    return TalkRow(
        id=session.id,
        owner=session.owner,
        begun=session.begun,
        language=session.language,
        scenario=session.scenario.id,
        title=session.scenario.title,
        persona=session.persona.id,
        name=session.persona.name,
        difficulty=session.difficulty,
    )


def tally(happened: Iterable[tuple[str, int | None, Ending | None]]) -> tuple[int, Ending | None]:
    """How many turns count, and how the talk ended, from the type, turn and ending of its events in order."""
    turns: list[int] = []
    ended: Ending | None = None
    for kind, turn, ending in happened:
        if kind == "received" and turn is not None:
            turns.append(turn)
        elif kind == "rewound" and turn is not None:
            turns = [each for each in turns if each < turn]
            ended = None
        elif kind == "ended":
            ended = ending
    return len(turns), ended
