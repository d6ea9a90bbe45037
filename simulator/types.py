"""The words of this room: sound, transcripts, turns, a session and what the avatar makes of a turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from personas.types import AvatarState, Change, Ending, Frozen, Intent, Language, Persona, Scenario, Unit

Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
"""A length of time. Never infinite: JSON has no word for that, and what is stored must be readable again."""

RATE = 16_000
"""Samples a second of all sound that is heard."""


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """Mono sound: float32 samples from -1 to 1, shape (samples,), and the rate in samples a second."""

    samples: NDArray[np.float32]
    rate: int = RATE

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate

    @classmethod
    def from_pcm16(cls, pcm: bytes, rate: int = RATE) -> Audio:
        """Sound from signed 16-bit little-endian samples; an odd last byte is left out."""
        whole = np.frombuffer(pcm[: len(pcm) // 2 * 2], dtype="<i2")
        return cls(whole.astype(np.float32) / 32768.0, rate)

    def to_pcm16(self) -> bytes:
        """Signed 16-bit little-endian samples."""
        return (np.clip(self.samples, -1, 32767 / 32768) * 32768.0).astype("<i2").tobytes()


class Word(Frozen):
    """One word as it was heard."""

    text: str
    """The word as it stands in the transcript, without the space around it."""
    start: Seconds
    end: Seconds
    confidence: Unit
    """How sure the recogniser is, from 0 to 1."""


class Transcript(Frozen):
    """What was heard."""

    text: str
    words: tuple[Word, ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()
    """Spans of `text` below the confidence floor; nothing is scored on them."""
    language: Language
    model: str
    """Who listened, such as `faster-whisper base int8`, or `typed`."""
    speech_seconds: Seconds = 0
    """How long somebody spoke, pauses left out."""
    audio_seconds: Seconds = 0
    took_seconds: Seconds = 0
    """How long the recogniser needed."""


class Ear(Frozen):
    """Which model listens, for people to read."""

    model: str
    """Such as `faster-whisper base int8`; empty when nothing listens."""
    trust: Literal["none", "low", "fair", "good"]
    """How far its Dutch can be trusted."""
    says: str
    """For the page and the terminal: what listens, how far to trust it; where nothing listens, what to do."""
    advice: str = ""
    """For whoever runs the machine: how to hear better; empty where there is nothing to gain."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the trainee brings: typed text, sound, or silence on purpose."""

    text: str | None = None
    audio: Audio | None = None
    silence_before: float | None = None
    """Seconds of silence before the first word, or the whole length of a silent turn."""

    @property
    def kind(self) -> Literal["typed", "spoken", "silent"]:
        """How the turn came in."""
        if self.audio is not None:
            return "spoken"
        return "typed" if self.text else "silent"


class Session(Frozen):
    """One practice talk, as it was begun. Everything else about it follows from its events."""

    id: str
    owner: str
    language: Language
    persona: Persona
    """The person as the file stood when the talk began."""
    scenario: Scenario
    difficulty: Literal[1, 2, 3] = 2
    seed: int
    """All chance in the talk follows from it."""
    begun: str
    """When, in ISO 8601 with time zone."""


class Cause(Frozen):
    """One reason why the avatar's state moved."""

    rule: str
    """Which reaction of the persona file, such as `reactions[3]`, or an engine rule, such as `engine.repetition`."""
    says: str
    """The same for people, in the language of the talk, such as `Je verstopte je achter iets of iemand`."""
    quote: str = ""
    """The trainee's words that caused it."""
    change: Change


class Response(Frozen):
    """How the avatar takes a turn: what moved, and what it will do. The words come later."""

    before: AvatarState
    after: AvatarState
    causes: tuple[Cause, ...] = ()
    intent: Intent
    layer: str | None = None
    """The layer that opens with this answer."""
    line: str
    """The authored line for this intent, ready to be spoken; what is said when no model words it."""
    hears: str = ""
    """What the avatar has understood, where it differs from the message, such as false hope."""
    ending: Ending | None = None
    """Whether the talk ends here, and how."""


class Part(Frozen):
    """One piece of the avatar's answer, ready to be shown and spoken."""

    text: str
    source: Literal["script", "model"]
    """Who worded it."""
    notice: str | None = None
    """An honest sentence where the model failed and the script stepped in."""
