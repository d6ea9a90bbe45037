"""The parts that can be swapped, each with the one thing it must do. `wiring.py` chooses the makes."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from personas.types import Language
from scoring.delivery.prosody import Prosody
from scoring.types import Dialogue, Feedback, Score
from simulator.events import Event
from simulator.talk import Talk
from simulator.types import Audio, Ear, Judgement, Part, Response, Transcript


class Transcriber(Protocol):
    """Turns sound into words."""

    @property
    def ear(self) -> Ear:
        """Which model listens and how far it can be trusted."""
        ...

    async def transcribe(self, audio: Audio, language: Language) -> Transcript:
        """The words in `audio`; no words in silence or noise. Never blocks the event loop.

        Raises simulator.errors.NotHeard when the recogniser cannot work.
        """
        ...


class Scorer(Protocol):
    """Looks at the last utterance of a dialogue."""

    async def score(self, dialogue: Dialogue) -> Score:
        """What was noticed."""
        ...

    async def feedback(self, dialogue: Dialogue, score: Score) -> Feedback:
        """What the trainee reads about it."""
        ...


class Judge(Protocol):
    """Looks at the last utterance of a dialogue as well, beside the turn: a second opinion that changes nothing."""

    async def judge(self, dialogue: Dialogue) -> Judgement:
        """What it sees, blind to what was noticed before. Never raises for a server that fails: then it says why."""
        ...


class Avatar(Protocol):
    """Words what the engine decided."""

    def reply(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[Part, None]:
        """The answer in pieces that can be shown and spoken, sentence by sentence.

        `talk` stands before this turn, `said` is what the trainee just said. Never raises for a server that fails:
        then the authored line comes, with a notice. Closing it interrupts the avatar.
        """
        ...


class Voice(Protocol):
    """Gives the avatar's words a sound."""

    @property
    def name(self) -> str:
        """Which voice, such as `silent`."""
        ...

    async def speak(self, text: str, language: Language) -> Audio | None:
        """The sound of `text`, or None where nothing is to be heard."""
        ...


class Meter(Protocol):
    """Measures sound."""

    async def contours(self, audio: Audio) -> Prosody:
        """How loud and how high, and where somebody speaks. Never blocks the event loop. Whatever it raises costs the
        turn its numbers and nothing else."""
        ...


class Store(Protocol):
    """Keeps talks. Every event is safe on disk when `append` returns."""

    async def append(self, talk_id: str, event: Event, *, sound: Audio | None = None, after: int | None = None) -> None:
        """Adds one event to a talk; `sound` is kept beside a `received` until the words are known.

        `after` is how many events the writer has seen, counted by `simulator.events.place`. Raises
        simulator.errors.Conflict when there are more by now, NotStored when the disk does not take it, NotAllowed when
        there is no such talk.
        """
        ...

    async def events(self, talk_id: str) -> list[Event]:
        """All events of a talk, in order; empty when there is no such talk."""
        ...

    async def sound(self, talk_id: str, turn: int) -> Audio | None:
        """The sound of a spoken turn, as long as it is kept."""
        ...


Clock = Callable[[], datetime]
"""Tells the time, with a time zone."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a turn needs from outside. A test builds its own."""

    transcriber: Transcriber
    scorer: Scorer
    avatar: Avatar
    voice: Voice
    meter: Meter | None = None
    """Nothing is measured of the sound where there is none."""
    judge: Judge | None = None
    """Who gives a second opinion; nobody by default."""
