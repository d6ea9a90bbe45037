"""Hearing with any OpenAI-compatible server (`/v1/audio/transcriptions`)."""

from __future__ import annotations

import asyncio
import io
import logging
import time
import wave
from typing import Any
from urllib.parse import urlsplit

import httpx2
import numpy as np
import openai

from personas.types import Language
from simulator.ear import Reason, reason, server_ear, trust
from simulator.errors import NotHeard
from simulator.ghosts import without_ghosts, without_loops
from simulator.heard_words import on_speech, placed, text_of, unsure_spans
from simulator.server_answer import read_answer
from simulator.server_line import server_line
from simulator.settings import Settings
from simulator.sound_file import at_rate
from simulator.speech_spans import Squeezed, speech_spans, spoken_seconds, squeeze
from simulator.types import RATE, Audio, Ear, Transcript, Word

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 15.0
"""How long an answer may take, and once the length of the sound more."""

_log = logging.getLogger(__name__)
logging.getLogger("openai").setLevel(logging.INFO)  # at DEBUG it writes whole answers, with what people said


class RemoteTranscriber:
    """A Transcriber that sends the sound of speech, and nothing where nobody speaks, to a server."""

    def __init__(self, settings: Settings, *, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        if not settings.transcription_url:
            raise ValueError("expected RECHTDOOR_TRANSCRIPTION_URL, the address of a server; got nothing")
        self._model = settings.transcription_model
        host = urlsplit(settings.transcription_url).hostname or settings.transcription_url
        self._ear = server_ear(self._model, host, trust(self._model))
        self._client = openai.AsyncOpenAI(
            base_url=settings.transcription_url,
            api_key=settings.transcription_key.get_secret_value() or "none",
            max_retries=0,  # the trainee waits: a failure is told at once, and the sound is kept for another try
            http_client=server_line(httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS), transport),
        )
        self._verbose = True  # until the server says that it knows no word times

    @property
    def ear(self) -> Ear:
        """Which server listens."""
        return self._ear

    async def transcribe(self, audio: Audio, language: Language) -> Transcript:
        """The words in `audio`; see simulator/protocols.py."""
        began = time.perf_counter()
        samples = (await asyncio.to_thread(at_rate, audio, RATE)).samples
        spans = await asyncio.to_thread(speech_spans, samples)
        kept = squeeze(samples, spans)
        words: tuple[Word, ...] = ()
        timed = False
        if spans:
            answer = await self._ask(kept, language)
            try:
                said, timed = read_answer(answer, kept.seconds)
            except ValueError as error:
                raise _failed("strange_answer", language) from error
            words = without_ghosts(without_loops(placed(said, kept)), spans)
            words = on_speech(words, spans) if timed else words
        return Transcript(
            text=text_of(words),
            words=words if timed else (),
            unsure=unsure_spans(words),
            language=language,
            model=self._ear.model,
            speech_seconds=round(spoken_seconds(spans), 3),
            audio_seconds=round(audio.seconds, 3),
            took_seconds=round(time.perf_counter() - began, 3),
        )

    async def close(self) -> None:
        """Lets go of the connections."""
        await self._client.close()

    async def _ask(self, kept: Squeezed, language: Language) -> Any:
        try:
            return await self._post(kept, language)
        except openai.APITimeoutError as error:
            raise _failed("slow", language) from error
        except openai.APIConnectionError as error:
            raise _failed("unreachable", language) from error
        except openai.APIStatusError as error:
            _log.warning("the listening server answered %d to %.1f s of sound", error.status_code, kept.seconds)
            raise _failed(_REASONS.get(error.status_code, "server"), language) from error
        except (openai.OpenAIError, httpx2.HTTPError, ValueError) as error:
            _log.warning("the listening server's answer is of no use: %s", type(error).__name__)
            raise _failed("strange_answer", language) from error

    async def _post(self, kept: Squeezed, language: Language) -> Any:
        if self._verbose:
            try:
                return await self._request(
                    kept, language, response_format="verbose_json", timestamp_granularities=["word", "segment"]
                )
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                # Newer models give no word times and refuse to be asked for them; plain words are better than none.
                answer = await self._request(kept, language, response_format="json")
                self._verbose = False
                return answer
        return await self._request(kept, language, response_format="json")

    async def _request(self, kept: Squeezed, language: Language, **form: Any) -> Any:
        answer = await self._client.audio.transcriptions.with_raw_response.create(
            file=("turn.wav", _wav(kept), "audio/wav"),
            model=self._model,
            language=language[:2],
            temperature=0,
            timeout=httpx2.Timeout(ANSWER_SECONDS + kept.seconds, connect=CONNECT_SECONDS),
            **form,
        )
        return answer.http_response.json()


_REASONS: dict[int, Reason] = {
    401: "refused",
    403: "refused",
    404: "no_such_model",
    408: "slow",
    429: "busy",
    503: "busy",
    504: "slow",
}


def _failed(why: Reason, language: Language) -> NotHeard:
    return NotHeard("ear_failed", reason=reason(why, language))


def _wav(kept: Squeezed) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(Audio(np.ascontiguousarray(kept.samples)).to_pcm16())
    return buffer.getvalue()
