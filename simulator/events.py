"""Everything that can happen in a talk. What is stored and what is sent is declared here, once.

A talk is the sum of its events: `simulator/talk.py` adds them up. docs/wire.md names every event and field.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from personas.types import Ending, Frozen
from scoring.delivery.types import Delivery
from scoring.types import Feedback, Score
from simulator.types import Judgement, Part, Response, Seconds, Session, Transcript


class Started(Frozen):
    """The talk began: who, where, and the avatar's first words."""

    type: Literal["started"] = "started"
    session: Session
    opening: str
    """What the avatar says or does first."""


class Received(Frozen):
    """The trainee said, typed or kept silent. Stored before anything else happens with it."""

    type: Literal["received"] = "received"
    turn: int
    """Turns count from 1 and are never used twice, also not after a second try."""
    kind: Literal["typed", "spoken", "silent"]
    text: str | None = None
    """What was typed. The sound of a spoken turn is stored beside the event, never in it."""
    seconds: Seconds = 0
    """How long the sound lasts, or how long the silence lasted."""
    silence_before: Seconds | None = None


class Heard(Frozen):
    """The words are known."""

    type: Literal["heard"] = "heard"
    turn: int
    transcript: Transcript
    notice: str | None = None
    """Why there are no words, or why they should be checked."""


class Scored(Frozen):
    """The turn was looked at."""

    type: Literal["scored"] = "scored"
    turn: int
    score: Score
    feedback: Feedback


class Measured(Frozen):
    """How the turn sounded is known. Only of spoken turns; comes anywhere between `scored` and `finished`."""

    type: Literal["measured"] = "measured"
    turn: int
    delivery: Delivery


class Reacted(Frozen):
    """The avatar's inner state moved, or stayed, and it is known what the avatar will do."""

    type: Literal["reacted"] = "reacted"
    turn: int
    response: Response


class Replied(Frozen):
    """A piece of the avatar's answer is ready. One or more in a turn, in order."""

    type: Literal["replied"] = "replied"
    turn: int
    index: int
    """The piece, from 0."""
    part: Part


class Spoke(Frozen):
    """A piece was given its voice."""

    type: Literal["spoke"] = "spoke"
    turn: int
    index: int
    voice: str
    """Which voice spoke; `silent` where the page shows the words only."""
    seconds: Seconds = 0


class Finished(Frozen):
    """The turn is complete. A turn without it was cut short."""

    type: Literal["finished"] = "finished"
    turn: int
    outcome: Literal["answered", "nothing_heard"] = "answered"


class Judged(Frozen):
    """A language model looked at the turn as well. Comes beside the others, also after `finished`, or never."""

    type: Literal["judged"] = "judged"
    turn: int
    judgement: Judgement


class Rewound(Frozen):
    """The trainee takes a turn again: this turn and all after it leave the talk, but stay in the record."""

    type: Literal["rewound"] = "rewound"
    turn: int
    """The first turn that is taken back."""


class Ended(Frozen):
    """The talk is over."""

    type: Literal["ended"] = "ended"
    ending: Ending
    says: str
    """What this ending means, told to the trainee."""


class Failed(Frozen):
    """Something went wrong. Sent to the page, never stored: what was said is safe in the events before it."""

    type: Literal["failed"] = "failed"
    says: str
    """What was expected, what came, what to do."""
    turn: int | None = None


Event = Annotated[
    Started
    | Received
    | Heard
    | Scored
    | Measured
    | Reacted
    | Replied
    | Spoke
    | Finished
    | Judged
    | Rewound
    | Ended
    | Failed,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
BESIDE: frozenset[str] = frozenset({"judged"})
"""Types of events that come beside the others, whenever they are ready. They change nothing in the turns of a talk."""


def place(events: Iterable[Event]) -> int:
    """How many events a writer has seen, as `Store.append` counts them: those that come beside are left out."""
    return sum(event.type not in BESIDE for event in events)


def to_json(event: Event) -> str:
    """One event as JSON text."""
    return EVENT.dump_json(event, by_alias=True).decode()


def from_json(text: str | bytes) -> Event:
    """The event that `to_json` wrote; raises pydantic's ValidationError on anything else."""
    return EVENT.validate_json(text)
