"""A language model server of a known speed, inside this process: what remains is our own cost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from statistics import median

import httpx2

ANSWERS = (
    "Dat had ik echt niet zien komen. Hoe lang weten jullie dat al?",
    "Ja, en wat koop ik daar nu mee. Daar kan ik thuis niet mee aankomen.",
    "Iedereen kijkt altijd naar iemand anders. Zo gaat het hier al jaren.",
    "Ik heb vannacht geen oog dichtgedaan. Nu begrijp ik waarom dat was.",
    "Mijn koffie is ondertussen helemaal koud geworden. Laat maar, dat is niet erg.",
    "Mijn vrouw gaat dat vanavond niet geloven. Hoe moet ik dat aan haar uitleggen?",
    "Dan wil ik dat toch graag zwart op wit. Woorden zijn rap vergeten, papier niet.",
    "Goed, dan hou ik mijn agenda die dag vrij. Verder heb ik op dit moment niets te zeggen.",
)
"""The first sentence of each has so many words; what is said next differs, because an avatar may not repeat itself."""


@dataclass
class SteadyServer(httpx2.AsyncBaseTransport):
    """Answers every chat completion with the next of `ANSWERS`, word by word."""

    first_seconds: float = 0.15
    """Before the first word."""
    word_seconds: float = 0.02
    """Between two words."""
    asked: int = 0

    @property
    def first_sentence_seconds(self) -> float:
        """When, in the middle of the answers, the first word after the first sentence has been sent."""
        return (
            self.first_seconds + median(answer.split(".")[0].count(" ") + 1 for answer in ANSWERS) * self.word_seconds
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Streams the answer as server-sent events."""
        await request.aread()
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, stream=_Words(self, self._next()))

    def _next(self) -> str:
        self.asked += 1
        return ANSWERS[(self.asked - 1) % len(ANSWERS)]


@dataclass(frozen=True)
class _Words(httpx2.AsyncByteStream):
    server: SteadyServer
    answer: str

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await asyncio.sleep(self.server.first_seconds)
        for index, word in enumerate(self.answer.split(" ")):
            if index:
                await asyncio.sleep(self.server.word_seconds)
            yield _chunk({"content": word if index == 0 else f" {word}"}, None)
        yield _chunk({}, "stop")
        yield b"data: [DONE]\n\n"


def _chunk(delta: dict[str, str], finish: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "steady", "choices": [choice]}
    return f"data: {json.dumps(body)}\n\n".encode()
