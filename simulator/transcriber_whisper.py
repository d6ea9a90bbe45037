"""Hearing with faster-whisper in this process. The model works in a thread of its own; the event loop never waits."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from personas.types import Language
from simulator.ear import deaf, reason, trust, waiting, whisper_ear
from simulator.errors import NotHeard
from simulator.fetch_bar import Tell, fetch_bar
from simulator.ghosts import without_ghosts, without_instants, without_loops
from simulator.heard_words import on_speech, placed, text_of, unsure_spans, words_from
from simulator.settings import Settings
from simulator.sound_file import at_rate
from simulator.speech_spans import speech_spans, spoken_seconds, squeeze
from simulator.types import RATE, Audio, Ear, Transcript
from simulator.weights import NoWeights, Weights, local, obtain, size_of
from simulator.whisper_model import Stopped, WhisperModel

AGAIN_SECONDS = 60.0
"""After weights could not be had, nobody asks for them again within this time."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Loaded:
    model: WhisperModel
    ear: Ear


class WhisperTranscriber:
    """A Transcriber. Loads its weights at the first spoken turn, or in `warm`; once, whoever asks."""

    def __init__(self, settings: Settings, tell: Tell | None = None) -> None:
        """`tell` hears how far the fetching of weights is; by default a bar on stderr."""
        self._settings = settings
        self._tell = tell or fetch_bar()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ear")
        # Only the worker's single thread loads and listens, so nothing is loaded twice and nothing needs a lock.
        self._loaded: _Loaded | None = None
        self._failed: NoWeights | None = None
        self._failed_at = 0.0
        self._fetching: Future[Weights] | None = None

    @property
    def ear(self) -> Ear:
        """Which model listens, or will; reads no more than the names in a folder."""
        if self._loaded:
            return self._loaded.ear
        if self._failed:
            return deaf(_not_heard(self._failed, "nl").says("nl"))
        try:
            found = local(self._settings)
        except NoWeights as error:
            return deaf(_not_heard(error, "nl").says("nl"))
        return _ear(size_of(found)) if found else waiting()

    async def warm(self) -> Ear:
        """Gets and loads the model, in the background if you like. Never raises: `ear` tells how it went."""
        with suppress(NoWeights):
            await self._in_worker(self._load)
        return self.ear

    async def transcribe(self, audio: Audio, language: Language) -> Transcript:
        """The words in `audio`; see simulator/protocols.py. Cancelling it frees the worker for the next turn."""
        try:
            return await self._in_worker(lambda stop: self._listen(audio, language, stop))
        except NoWeights as error:
            raise _not_heard(error, language) from error
        except MemoryError as error:
            raise NotHeard("ear_failed", reason=reason("memory", language)) from error
        except (RuntimeError, ValueError) as error:
            _log.warning("the recogniser stumbled over %.1f s of sound: %s", audio.seconds, type(error).__name__)
            raise NotHeard("ear_failed", reason=reason("stuck", language)) from error

    def close(self) -> None:
        """Lets go of the worker; what waits in line is dropped."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _in_worker(self, work: Callable[[threading.Event], T]) -> T:
        stop = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, work, stop)
        finally:
            stop.set()

    def _load(self, stop: threading.Event) -> _Loaded:
        if self._loaded:
            return self._loaded
        if self._failed and time.monotonic() - self._failed_at < AGAIN_SECONDS:
            raise self._failed
        try:
            weights = self._weights(stop)
            try:
                model = WhisperModel(weights.folder, self._settings.whisper_threads)
            except (RuntimeError, ValueError, OSError) as error:
                raise NoWeights("broken_model") from error
        except NoWeights as error:
            self._failed, self._failed_at = error, time.monotonic()
            raise
        speech_spans(np.zeros(RATE, dtype=np.float32))  # loads the speech detector too
        self._failed = None
        self._loaded = _Loaded(model, _ear(model.size, weights.asked))
        return self._loaded

    def _weights(self, stop: threading.Event) -> Weights:
        """Waits for the weights, but no longer than somebody waits for the words: leaving must not take a download."""
        if self._fetching is None:
            self._fetching = Future()
            fetch = threading.Thread(target=_settle, args=(self._fetching, self._settings, self._tell), daemon=True)
            fetch.start()
        while True:
            done, _ = wait([self._fetching], timeout=0.2)
            if done:
                fetching, self._fetching = self._fetching, None
                return fetching.result()
            if stop.is_set():
                raise Stopped

    def _listen(self, audio: Audio, language: Language, stop: threading.Event) -> Transcript:
        if stop.is_set():
            raise Stopped
        loaded = self._load(stop)
        began = time.perf_counter()
        samples = at_rate(audio, RATE).samples
        spans = speech_spans(samples)
        kept = squeeze(samples, spans)
        pieces = loaded.model.listen(kept.samples, language[:2], stop) if spans else []
        heard = without_loops(placed(words_from(pieces), kept))
        words = on_speech(without_ghosts(without_instants(heard), spans), spans)
        return Transcript(
            text=text_of(words),
            words=words,
            unsure=unsure_spans(words),
            language=language,
            model=loaded.ear.model,
            speech_seconds=round(spoken_seconds(spans), 3),
            audio_seconds=round(audio.seconds, 3),
            took_seconds=round(time.perf_counter() - began, 3),
        )


def _settle(fetching: Future[Weights], settings: Settings, tell: Tell) -> None:
    try:
        fetching.set_result(obtain(settings, tell))
    except BaseException as error:  # whoever waits for the weights gets it
        fetching.set_exception(error)


def _ear(size: str, instead_of: str | None = None) -> Ear:
    return whisper_ear(f"faster-whisper {size} int8", trust(size), instead_of)


def _not_heard(error: NoWeights, language: str) -> NotHeard:
    if error.why == "nowhere":
        return NotHeard("no_ear")
    return NotHeard("ear_failed", reason=reason(error.why, language))
