"""What a page and the socket say to each other beside the events of a talk.

Sound: a `sound` message, then binary frames of 16-bit little-endian mono samples at 16 kHz, then `sound_end`. Every
turn names its number, so that a turn sent again after a lost connection is known and never counts twice.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from personas.types import Frozen
from simulator.practice import MOST_CHARACTERS
from simulator.types import Seconds
from web.face import Expression

FRAME_BYTES = 64 * 1024
"""The largest message of any kind."""
Turn = Annotated[int, Field(ge=1, le=10_000)]
Silence = Annotated[Seconds, Field(le=3600)]
"""An hour at most: nobody is silent for longer, and what is stored is read aloud as a number."""


class Say(Frozen):
    """The trainee typed a turn."""

    type: Literal["say"]
    turn: Turn
    text: Annotated[str, Field(max_length=4 * MOST_CHARACTERS)]
    silence_before: Silence | None = None


class Silent(Frozen):
    """The trainee let a silence be."""

    type: Literal["silent"]
    turn: Turn
    seconds: Silence


class Sound(Frozen):
    """Sound follows, in binary frames. Sound that was begun before and not ended is dropped."""

    type: Literal["sound"]
    turn: Turn


class SoundEnd(Frozen):
    """The sound is complete."""

    type: Literal["sound_end"]
    turn: Turn
    silence_before: Silence | None = None


class SoundDrop(Frozen):
    """The sound is not meant to be heard after all."""

    type: Literal["sound_drop"]


class Rewind(Frozen):
    """Take this turn and all after it back."""

    type: Literal["rewind"]
    turn: Turn


class Stop(Frozen):
    """The trainee ends the talk."""

    type: Literal["stop"]


Message = Annotated[Say | Silent | Sound | SoundEnd | SoundDrop | Rewind | Stop, Field(discriminator="type")]
MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


class Ready(Frozen):
    """Where the talk stands, sent first on every connection."""

    type: Literal["ready"] = "ready"
    turns: int
    """How many turns were ever begun; the next one is one higher."""
    busy: bool
    """Whether a turn is being worked on."""
    ended: bool


class Accepted(Frozen):
    """This very turn had arrived before; nothing is done twice."""

    type: Literal["accepted"] = "accepted"
    turn: int


class Look(Frozen):
    """The avatar's face changes."""

    type: Literal["look"] = "look"
    turn: int
    expression: Expression


class Idle(Frozen):
    """Nothing is being worked on any more; the trainee can go on."""

    type: Literal["idle"] = "idle"
