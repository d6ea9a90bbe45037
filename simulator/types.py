"""The words of this room: sound, transcripts, turns, a session and what the avatar makes of a turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from personas.types import (
    AvatarState,
    Change,
    Ending,
    Frozen,
    Intent,
    Kind,
    Language,
    Move,
    Persona,
    Scenario,
    Slip,
    Unit,
)

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
    begun_here: str | None = None
    """The same on the clock of the place, so that `morgen` is the right day; None in talks of before it was kept."""


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


Unjudged = Literal["slow", "gone", "refused", "cut", "unreadable", "trick"]
"""Why a language model judged nothing: no answer in time, no server, a refusal, half an answer, an answer that cannot
be read, or a turn that spoke to the machine and was not sent to it."""
Dropped = Literal["no_quote", "not_said", "unsure"]
"""Why one answer does not count: it shows no words, words that were not said, or words that were not heard for sure."""


class Check(Frozen):
    """One criterion, as a language model answered it for one turn."""

    name: Slip | Move
    answer: Literal["yes", "no", "not_here"] | None
    """Whether it holds, or that this moment does not ask for it. None where the answer does not count."""
    kind: Kind | None = None
    """Which form of a slip it is; None where it is not told."""
    start: int = 0
    end: int = 0
    quote: str = ""
    """The words that show it, exactly as the trainee said them; empty where what is missing has no words."""
    dropped: Dropped | None = None
    """Why the answer does not count, where that is so."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"expected a quote of {self.end - self.start} characters, got {len(self.quote)}")
        if (self.answer is None) != (self.dropped is not None):
            raise ValueError("expected an answer, or why it does not count")
        return self


class Judgement(Frozen):
    """What a language model made of one turn, without knowing what the rules saw."""

    checks: tuple[Check, ...] | None
    """Every criterion, in the order of the codebook; None where nothing was judged."""
    ungraded: Unjudged | None = None
    """Why nothing was judged, where that is so. Not graded is not zero."""
    model: str = ""
    """The name of the model; empty where none was asked."""
    asked: str
    """The version of the criteria and of the question."""
    took_seconds: Seconds = 0
    """How long the answer needed."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.checks is None) != (self.ungraded is not None):
            raise ValueError("expected checks, or why nothing was judged")
        return self
