"""The avatar whose words come from a language model behind any OpenAI-compatible server.

The engine has decided already what the avatar feels, does and may tell; the model only words it. Whatever goes wrong
with the server or with its words, the authored line is said, with an honest notice before it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

import httpx2
import openai

from personas.types import Intent
from simulator.errors import Trouble, sentence
from simulator.model_stream import BROKEN, CONNECT_SECONDS, FULL, filtered, read_chunk
from simulator.prompt import MOST_SENTENCES, Message, messages
from simulator.reply_check import LONGEST, fault, tidy
from simulator.sentence_stream import SentenceStream
from simulator.server_line import server_line
from simulator.settings import Settings
from simulator.talk import Talk
from simulator.types import Part, Response

log = logging.getLogger(__name__)

SCRIPTED: frozenset[Intent] = frozenset({"stay_silent", "stay_in_role"})
"""Intents that no model is asked for: silence needs no words, and a trick on the machine never reaches one."""
KEPT_WHEN_FULL = 3
"""Turns that are still told to a server whose memory is too small for the talk."""
OPTIONS: dict[str, Any] = {"max_tokens": 160, "temperature": 0.7}
"""Left out one by one for servers that refuse them."""


class _Failed(Exception):
    """The model's answer cannot be used from here on."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class ModelAvatar:
    """Words the engine's decisions with a language model, sentence by sentence."""

    def __init__(self, settings: Settings, *, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        if not settings.model_url:
            raise ValueError("expected RECHTDOOR_MODEL_URL, the address of an OpenAI-compatible server; got nothing")
        self._settings = settings
        self._name = settings.model_name
        timeout = httpx2.Timeout(settings.model_turn_seconds, connect=CONNECT_SECONDS)
        self._client = openai.AsyncOpenAI(
            base_url=settings.model_url,
            api_key=settings.model_key.get_secret_value() or "none",
            max_retries=1,
            timeout=timeout,
            http_client=server_line(timeout, transport),
        )

    async def reply(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[Part, None]:
        """The answer, sentence by sentence; the authored line with a notice where that fails. See `Avatar`."""
        script = Part(text=response.line, source="script")
        if response.intent in SCRIPTED:
            yield script
            return
        spoken: list[str] = []
        try:
            async with aclosing(self._sentences(talk, said, response)) as sentences:
                async for piece in sentences:
                    spoken.append(piece)
                    yield Part(text=piece, source="model")
        except _Failed as failed:
            log.warning(
                "model answer not used: talk=%s turn=%d trouble=%s", talk.session.id, talk.turns + 1, failed.trouble
            )
            yield script.model_copy(update={"notice": sentence(failed.trouble, talk.session.language)})
            return
        if response.layer is not None and not _told(response.line, " ".join(spoken)):
            yield script

    async def close(self) -> None:
        """Lets go of the connections."""
        await self._client.close()

    async def _sentences(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[str, None]:
        """Checked sentences, as soon as each is complete. Raises _Failed with what went wrong."""
        chat = messages(talk, said, response)
        cut = SentenceStream()
        spoken: list[str] = []

        def checked(raw: str) -> str:
            text = tidy(raw, talk.session.persona.name)
            wrong = fault(text, "\n".join(spoken), talk, said, response, chat)
            if wrong is not None:
                log.info("model sentence refused: talk=%s turn=%d fault=%s", talk.session.id, talk.turns + 1, wrong)
                raise _Failed("model_empty" if wrong == "empty" else "model_out_of_role")
            spoken.append(text)
            return text

        try:
            async with aclosing(self._words(talk, said, response, chat)) as words:
                async for piece in words:
                    for raw in cut.feed(piece):
                        yield checked(raw)
                        if len(spoken) == MOST_SENTENCES:
                            return
                    if cut.waiting > LONGEST:
                        raise _Failed("model_out_of_role")
        except _TooLong as unfinished:
            if not spoken:
                raise _Failed("model_cut") from unfinished
            return
        if last := cut.rest():
            yield checked(last)
        if not spoken:
            raise _Failed("model_empty")

    async def _words(self, talk: Talk, said: str, response: Response, chat: list[Message]) -> AsyncGenerator[str, None]:
        """The words of the model as they come, each within its time. Raises _Failed, or _TooLong at the token limit."""
        settings, clock = self._settings, asyncio.get_running_loop().time
        end = clock() + settings.model_turn_seconds
        first = min(end, clock() + settings.model_first_word_seconds)
        begun = False
        finish: str | None = None
        stream: openai.AsyncStream[Any] | None = None
        try:
            async with asyncio.timeout_at(first):
                stream = await self._ask(talk, said, response, chat)
            chunks = aiter(stream)
            until = first
            while True:
                async with asyncio.timeout_at(until):
                    chunk = await anext(chunks, None)
                if chunk is None:
                    break
                text, refused, reason = read_chunk(chunk)
                if refused or reason == "content_filter":
                    raise _Failed("model_refused")
                finish = reason or finish
                if text:
                    begun = True
                    until = min(end, clock() + settings.model_pause_seconds)
                    yield text
        except TimeoutError as late:
            raise _Failed("model_cut" if begun else "model_slow") from late
        except openai.APITimeoutError as late:
            raise _Failed("model_cut" if begun else "model_slow") from late
        except BROKEN as broken:
            raise _Failed(_trouble(broken, begun=begun)) from broken
        finally:
            if stream is not None:
                await stream.close()
        if finish is None:
            raise _Failed("model_cut" if begun else "model_empty")
        if finish == "length":
            raise _TooLong

    async def _ask(self, talk: Talk, said: str, response: Response, chat: list[Message]) -> openai.AsyncStream[Any]:
        """The stream of an answer; asked again once for a talk that is too long and once for each refused option."""
        options = dict(OPTIONS)
        shortened = False
        name = await self._model()
        while True:
            try:
                stream = await self._client.chat.completions.create(
                    model=name, messages=cast(Any, chat), stream=True, **options
                )
                return cast("openai.AsyncStream[Any]", stream)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as refused:
                says = str(refused).casefold()
                named = next((option for option in options if option in says), None)
                if named is not None:
                    del options[named]
                elif not shortened and any(word in says for word in FULL):
                    shortened = True
                    chat[:] = messages(talk, said, response, keep=KEPT_WHEN_FULL)
                else:
                    raise

    async def _model(self) -> str:
        """Which model to ask for: the one of the settings, or the first that the server names."""
        if not self._name:
            page = await self._client.models.list()
            self._name = next((model.id for model in page.data if model.id), "") or "default"
        return self._name


class _TooLong(Exception):
    """The answer stopped at the token limit, in the middle of a sentence."""


def _trouble(error: Exception, *, begun: bool) -> Trouble:
    if isinstance(error, openai.APIStatusError):
        return "model_refused" if filtered(error) else "model_gone"
    if begun:
        return "model_cut"
    return "model_cut" if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError)) else "model_gone"


def _told(line: str, spoken: str) -> bool:
    """Whether the answer holds what the line tells: a third of its longer words."""
    telling = {word.strip(".,!?…'\"()").casefold() for word in line.split() if len(word.strip(".,!?…'\"()")) >= 5}
    here = spoken.casefold()
    return not telling or 3 * sum(word in here for word in telling) >= len(telling)
