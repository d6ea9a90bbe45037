"""The words of this corner: what is measured of one spoken turn. Numbers with units, and nothing about moods.

Times are in seconds from the start of the sound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from personas.types import Frozen

Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Place = Literal["in_message", "after_message", "elsewhere"]
"""Where a pause lies: inside the message, right after it, or anywhere else in the turn."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A word as a recogniser placed it."""

    text: str
    start: float
    end: float


class Pause(Frozen):
    """A silence between two stretches of speech in one turn."""

    start: Seconds
    seconds: Seconds
    place: Place = "elsewhere"


class Delivery(Frozen):
    """How one spoken turn sounded. What there was too little sound for is null, never 0."""

    seconds: Seconds
    """From the first sound of speech to the last, the pauses inside included: the window of `speech_rate`."""
    speech_seconds: Seconds
    """The same without the pauses: the window of `articulation_rate`."""
    voiced_seconds: Seconds
    """How long the vocal cords sounded: the window of `pitch_range`."""
    pauses: tuple[Pause, ...] = ()
    """Every silence of 0.2 s and more inside the turn; shorter ones belong to the words."""
    syllables: Annotated[int, Field(ge=0)] | None = None
    """Counted in the words that were heard; null where the sound holds clearly more or fewer."""
    speech_rate: Annotated[Number, Field(ge=0)] | None = None
    """Syllables a second, pauses included."""
    articulation_rate: Annotated[Number, Field(ge=0)] | None = None
    """Syllables a second, pauses left out."""
    pitch_range: Annotated[Number, Field(ge=0)] | None = None
    """Semitones between the 5th and the 95th percentile of the pitch."""
    end_drop: Number | None = None
    """dB by which the last half second of a sentence is softer than the rest of the turn; the median of its sentences.
    Negative where it is louder."""
    message_rise: Number | None = None
    """Semitones by which the pitch rises at the end of the message; negative where it falls. Null where the message
    was not said in this turn."""
