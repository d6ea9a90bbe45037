"""The judge whose opinion comes from a language model behind any OpenAI-compatible server.

Servers differ in how strictly they take an answer's form, so it is asked for by a schema first, then as any JSON, then
as lines; what a server refuses once is not asked of it again. Whatever goes wrong, the judgement says why there is
none.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

import httpx2
import openai

from scoring.types import Dialogue
from simulator.judge_prompt import ASKED, RUNGS, Rung, answer_format, judge_messages, speaks_to_the_machine
from simulator.judge_verdict import read_verdict
from simulator.model_stream import BROKEN, CONNECT_SECONDS, FULL, filtered, read_chunk
from simulator.server_line import server_line
from simulator.settings import Settings
from simulator.types import Check, Judgement, Unjudged

log = logging.getLogger(__name__)

MOST_CHARACTERS = 12_000
"""Of an answer; twelve criteria with their quotes need a tenth of it."""
KEPT_WHEN_FULL = 2
"""Utterances that are still told to a server whose memory is too small for the talk."""
OPTIONS: dict[str, Any] = {"max_tokens": 900, "temperature": 0}
"""Left out one by one for servers that refuse them."""
_FORM = ("response_format", "json", "schema", "grammar")
"""Words by which a server says that it knows no such form of answer."""


class _Failed(Exception):
    """There is no judgement to be had this way."""

    def __init__(self, why: Unjudged, *, again: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.again = again
        """Whether it may go well the second time."""


class ModelJudge:
    """Asks a language model about each criterion, at temperature 0, and believes nothing that it cannot show."""

    def __init__(self, settings: Settings, *, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        if settings.judge_server is None:
            raise ValueError("expected RECHTDOOR_JUDGE_URL, the address of an OpenAI-compatible server; got nothing")
        # A key goes to the server it was given for, and to no other.
        same = settings.judge_url == "same"
        key = settings.judge_key.get_secret_value() or (settings.model_key.get_secret_value() if same else "")
        self._name = settings.judge_name or (settings.model_name if same else "")
        self._seconds = settings.judge_seconds
        self._free = asyncio.Semaphore(settings.judge_at_once)
        self._rung: Rung = RUNGS[0]
        self._options = dict(OPTIONS)
        timeout = httpx2.Timeout(settings.judge_seconds, connect=CONNECT_SECONDS)
        self._client = openai.AsyncOpenAI(
            base_url=settings.judge_server,
            api_key=key or "none",
            max_retries=0,  # the one retry is made here, where it is known what went wrong
            timeout=timeout,
            http_client=server_line(timeout, transport),
        )

    async def judge(self, dialogue: Dialogue) -> Judgement:
        """What the model sees in the last utterance, or why it sees nothing. See `Judge`."""
        if speaks_to_the_machine(dialogue.last, dialogue):
            return Judgement(checks=None, ungraded="trick", asked=ASKED)
        clock = asyncio.get_running_loop().time
        begun = clock()
        checks: tuple[Check, ...] | None = None
        why: Unjudged | None = None
        try:
            async with asyncio.timeout(self._seconds), self._free:
                checks = await self._checks(dialogue)
        except TimeoutError:
            why = "slow"
        except _Failed as failed:
            why = failed.why
        took = clock() - begun
        if why is not None:
            log.warning("no second opinion: %s after %.1f s", why, took)
        return Judgement(checks=checks, ungraded=why, model=self._name, asked=ASKED, took_seconds=took)

    async def close(self) -> None:
        """Lets go of the connections."""
        await self._client.close()

    async def _checks(self, dialogue: Dialogue) -> tuple[Check, ...]:
        """The answers, asked for a second time where the first cannot be used. Raises _Failed."""
        rung = self._rung
        try:
            return await self._once(dialogue, rung)
        except _Failed as failed:
            if not failed.again:
                raise
            if failed.why == "unreadable":
                # A server that takes a form and does not keep to it is asked in a simpler one.
                rung = _below(rung) or rung
        checks = await self._once(dialogue, rung)
        self._rung = max(self._rung, rung, key=RUNGS.index)
        return checks

    async def _once(self, dialogue: Dialogue, rung: Rung) -> tuple[Check, ...]:
        said = ""
        try:
            async with aclosing(self._words(dialogue, rung)) as words:
                async for piece in words:
                    said += piece
                    if len(said) > MOST_CHARACTERS:
                        raise _Failed("unreadable")
        except openai.APITimeoutError as late:
            raise _Failed("slow") from late
        except openai.APIStatusError as error:
            raise _Failed("refused" if filtered(error) else "gone", again=error.status_code >= 500) from error
        except BROKEN as broken:
            raise _Failed("cut" if said else "gone", again=True) from broken
        checks = read_verdict(said, dialogue)
        if checks is None:
            raise _Failed("unreadable", again=True)
        return checks

    async def _words(self, dialogue: Dialogue, rung: Rung) -> AsyncGenerator[str, None]:
        """The answer as it comes. Raises _Failed where it is refused or stops before its end."""
        stream = await self._ask(dialogue, rung)
        finish: str | None = None
        try:
            async for chunk in stream:
                text, refused, reason = read_chunk(chunk)
                if refused or reason == "content_filter":
                    raise _Failed("refused")
                finish = reason or finish
                if text:
                    yield text
        finally:
            await stream.close()
        if finish is None or finish == "length":
            raise _Failed("cut", again=finish is None)

    async def _ask(self, dialogue: Dialogue, rung: Rung) -> openai.AsyncStream[Any]:
        """The stream of an answer. What the server refuses is left out, made simpler or shorter, each thing once."""
        keep: int | None = None
        name = await self._model()
        while True:
            form = answer_format(rung)
            options = {**self._options, **({"response_format": form} if form else {})}
            chat = judge_messages(dialogue, rung, keep=keep)
            try:
                stream = await self._client.chat.completions.create(
                    model=name, messages=cast(Any, chat), stream=True, **options
                )
                return cast("openai.AsyncStream[Any]", stream)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as refused:
                says = str(refused).casefold()
                named = next((option for option in OPTIONS if option in options and option in says), None)
                below = _below(rung)
                if filtered(refused):
                    raise
                if named is not None:
                    self._options.pop(named, None)  # another turn may have found out as well
                elif keep is None and any(word in says for word in FULL) and not any(word in says for word in _FORM):
                    keep = KEPT_WHEN_FULL
                elif below is not None:
                    rung = self._rung = below
                else:
                    raise

    async def _model(self) -> str:
        """Which model to ask for: the one of the settings, or the first that the server names."""
        if not self._name:
            page = await self._client.models.list()
            self._name = next((model.id for model in page.data if model.id), "") or "default"
        return self._name


def _below(rung: Rung) -> Rung | None:
    """The next simpler form, if there is one."""
    return next(iter(RUNGS[RUNGS.index(rung) + 1 :]), None)
