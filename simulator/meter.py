"""Measures how a spoken turn sounded, in a thread beside the listening and the scoring; nobody ever waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from scoring.delivery.measure import delivery
from scoring.delivery.message_place import message_place
from scoring.delivery.prosody import Prosody, prosody
from scoring.delivery.types import Delivery, Timed
from scoring.types import Dialogue
from simulator.events import Measured
from simulator.protocols import Meter
from simulator.sound_file import at_rate
from simulator.speech_spans import speech_spans
from simulator.types import RATE, Audio, Word

log = logging.getLogger(__name__)


class SoundMeter:
    """The Meter of the product: speech by the detector that comes with faster-whisper, the rest in numpy."""

    async def contours(self, audio: Audio) -> Prosody:
        """What the sound gives without words. Takes about fifty milliseconds for ten seconds of speech."""
        return await asyncio.to_thread(_contours, audio)


def _contours(audio: Audio) -> Prosody:
    samples = at_rate(audio, RATE).samples
    return prosody(samples, speech_spans(samples))


class Measuring:
    """The measuring of one turn: begun with its sound, finished once its words are known.

    Use it with `with`: whatever is still being measured when the turn is cut short is let go of.
    """

    def __init__(self, meter: Meter | None, audio: Audio | None) -> None:
        self._contours = asyncio.ensure_future(meter.contours(audio)) if meter is not None and audio else None
        self._whole: asyncio.Future[Measured | None] | None = None

    def __enter__(self) -> Measuring:
        return self

    def __exit__(self, *_: object) -> None:
        for work in (self._whole, self._contours):
            if work is not None:
                work.cancel()

    def words_are(self, turn: int, dialogue: Dialogue, words: Sequence[Word]) -> None:
        """The words of this turn, and the talk with it as its last utterance."""
        if self._contours is not None:
            self._whole = asyncio.ensure_future(_measured(self._contours, turn, dialogue, words))

    @property
    def ready(self) -> bool:
        """Whether `take` gives the numbers at once."""
        return self._whole is not None and self._whole.done()

    async def take(self) -> Measured | None:
        """The numbers, once; None where nothing was measured, or they were taken before."""
        whole, self._whole = self._whole, None
        return await whole if whole is not None else None


async def _measured(
    contours: asyncio.Future[Prosody], turn: int, dialogue: Dialogue, words: Sequence[Word]
) -> Measured | None:
    try:
        sound = await contours
        found = await asyncio.to_thread(_delivery, sound, dialogue, words)
    except Exception as error:
        # The avatar answers also where a number cannot be had; the kind alone, nothing that was said.
        log.error("turn %d could not be measured: %s", turn, type(error).__name__)
        return None
    return Measured(turn=turn, delivery=found) if found else None


def _delivery(sound: Prosody, dialogue: Dialogue, words: Sequence[Word]) -> Delivery | None:
    timed = [Timed(word.text, word.start, word.end) for word in words]
    place = message_place(dialogue, [word.text for word in words]) if words else None
    return delivery(sound, timed, dialogue.tongue, place)
