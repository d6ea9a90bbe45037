"""A small OpenAI-compatible server that fails on demand, in process and on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Mode = Literal[
    "ok", "error_500", "error_401", "slow_first_word", "slow_middle", "cut", "dropped", "garbage_sse", "garbage_json",
    "odd_shapes", "empty", "no_words", "content_filter", "filter_400", "refusal", "out_of_role", "huge", "length",
    "error_in_stream", "not_http", "full_once", "full_always", "no_max_tokens", "no_list",
    "elsewhere", "web_page", "endless_line", "endless_error", "packed", "no_schema", "no_form",
]  # fmt: skip
GOOD = ("Ik ", "had ", "dat ", "niet ", "zien ", "komen. ", "En ", "nu dan?")
"""What a well-behaved model says, in pieces."""


@dataclass
class FaultServer:
    """Answers in its mode, and keeps what it was asked."""

    mode: Mode = "ok"
    words: tuple[str, ...] = GOOD
    script: list[tuple[str, ...]] = field(default_factory=list)
    """What is said to each request in turn; after that, and without it, `words`."""
    port: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    lists: int = 0
    sent: int = 0
    """How many bytes of an endless answer were taken."""
    other: str = ""
    """Where `elsewhere` sends whoever asks."""
    left: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the client went away in the middle of an answer."""

    @property
    def url(self) -> str:
        """Its address, as it is given to a client."""
        return f"http://127.0.0.1:{self.port}/v1"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = next(
                (int(line.split(":")[1]) for line in head.split("\r\n") if line.lower().startswith("content-length")), 0
            )
            body = await reader.readexactly(length)
            if "/models" in head.split("\r\n")[0]:
                self.lists += 1
                await _whole(
                    writer,
                    404 if self.mode == "no_list" else 200,
                    {"object": "list", "data": [{"id": "small", "object": "model", "created": 0, "owned_by": "t"}]},
                )
            else:
                self.asked.append(json.loads(body))
                await self._answer(reader, writer)
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mode, asked = self.mode, self.asked[-1]
        if mode == "not_http":
            writer.write(b"\x00\x01 nonsense\r\n\r\n")
            return
        if mode in ("error_500", "error_401"):
            await _whole(writer, int(mode[-3:]), {"error": {"message": "no"}})
            return
        if mode == "filter_400":
            await _whole(writer, 400, {"error": {"message": "filtered", "code": "content_filter"}})
            return
        if mode == "full_always" or (mode == "full_once" and len(self.asked) == 1):
            await _whole(writer, 400, {"error": {"message": "the request exceeds the available context size"}})
            return
        if mode == "no_max_tokens" and "max_tokens" in asked:
            await _whole(writer, 400, {"error": {"message": "Unsupported parameter: 'max_tokens'"}})
            return
        form = asked.get("response_format", {}).get("type")
        if form and (mode == "no_form" or (mode == "no_schema" and form == "json_schema")):
            await _whole(writer, 400, {"error": {"message": f"response_format {form} is not supported"}})
            return
        if mode == "elsewhere":
            head = (
                f"HTTP/1.1 307 X\r\nLocation: {self.other}/chat/completions\r\nContent-Length: 0\r\nConnection: close"
            )
            writer.write(f"{head}\r\n\r\n".encode())
            await writer.drain()
            return
        if mode == "web_page":
            await _whole(writer, 200, "<!doctype html><title>Log in</title>", kind="text/html")
            return
        if mode == "packed":
            body = gzip.compress(bytes(50_000_000))
            head = f"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\nConnection: close"
            writer.write(f"{head}\r\nContent-Type: text/event-stream\r\n\r\n".encode() + body)
            await writer.drain()
            return
        if mode in ("endless_line", "endless_error"):
            status, kind = (200, "text/event-stream") if mode == "endless_line" else (400, "application/json")
            writer.write(f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\ndata: ".encode())
            while self.sent < 64_000_000:
                writer.write(b"x" * 64_000)
                await writer.drain()
                self.sent += 64_000
            return
        if mode == "garbage_json":
            await _whole(writer, 200, "not json at all", kind="application/json")
            return
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        )
        if mode == "slow_first_word" and await self._gone(reader, 30):
            return
        if mode == "garbage_sse":
            await _line(writer, "data: {{{ not json\n\n")
        if mode == "odd_shapes":
            for odd in (
                '"text"',
                "3",
                "null",
                "[]",
                '{"choices": 7}',
                '{"choices": [null]}',
                '{"choices": [{"delta": "x"}]}',
                '{"choices": [{"delta": {"content": 5}}]}',
            ):
                await _line(writer, f"data: {odd}\n\n")
        if mode == "error_in_stream":
            await _line(writer, f"data: {json.dumps({'error': {'message': 'out of memory'}})}\n\n")
        words = {
            "empty": (), "no_words": (" ", "\n"), "odd_shapes": (),
            "out_of_role": ("Als ", "taalmodel ", "kan ik dat niet. ", "Sorry."),
            "huge": ("heel ",) * 3000,
        }.get(mode, self.script.pop(0) if self.script else self.words)  # fmt: skip
        finish: str | None = {"content_filter": "content_filter", "length": "length", "cut": None}.get(mode, "stop")
        for index, word in enumerate(words):
            if mode in ("cut", "dropped", "slow_middle", "content_filter", "refusal") and index == 7:
                break
            await _line(writer, _chunk({"content": word}))
            if mode == "ok":
                await asyncio.sleep(0)
        if mode == "slow_middle" and await self._gone(reader, 30):
            return
        if mode == "dropped":
            writer.transport.abort()
            return
        if mode == "refusal":
            await _line(writer, _chunk({"refusal": "I cannot play this."}))
        if finish and mode != "empty":
            await _line(writer, _chunk({}, finish))
        await _line(writer, "data: [DONE]\n\n" if mode != "cut" else "\n")
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    async def _gone(self, reader: asyncio.StreamReader, seconds: float) -> bool:
        """Waits until the client leaves, at most so long; whether it left."""
        try:
            async with asyncio.timeout(seconds):
                await reader.read()
        except TimeoutError:
            return False
        self.left.set()
        return True


@asynccontextmanager
async def running(mode: Mode = "ok", words: tuple[str, ...] = GOOD) -> AsyncIterator[FaultServer]:
    """A server that listens on a free port of loopback."""
    server = FaultServer(mode=mode, words=words)
    connections: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            await server.handle(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            writer.close()
            connections.discard(task)

    listening = await asyncio.start_server(connected, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)


def _chunk(delta: dict[str, str], finish: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    data = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "small", "choices": [choice]}
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"


async def _line(writer: asyncio.StreamWriter, text: str) -> None:
    data = text.encode()
    writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    await writer.drain()


async def _whole(writer: asyncio.StreamWriter, status: int, body: object, kind: str = "application/json") -> None:
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + data)
    await writer.drain()
