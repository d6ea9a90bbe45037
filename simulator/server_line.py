"""The line to a server that somebody else runs: it goes there and nowhere else, and carries no more than an answer.

A server may be misled, broken or hostile. A redirect would take what was said to another machine, and an answer
without end would fill the memory before any time is up.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

MOST_BYTES = 4 * 1024 * 1024
"""Of one answer. An hour of words with their times stays below it."""


def server_line(timeout: httpx2.Timeout, transport: httpx2.AsyncBaseTransport | None = None) -> httpx2.AsyncClient:
    """A client that follows no redirect and raises httpx2.ReadError past `MOST_BYTES` of an answer."""
    return httpx2.AsyncClient(
        timeout=timeout,
        transport=transport,
        follow_redirects=False,
        headers={"accept-encoding": "identity"},  # a packed answer of a few bytes can hold a gigabyte
        event_hooks={"response": [_bound]},
    )


async def _bound(response: httpx2.Response) -> None:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise httpx2.ReadError("expected an answer that is not packed, as was asked for")
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    response.stream = _Bounded(response.stream)


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = MOST_BYTES
        async for piece in self._stream:
            left -= len(piece)
            if left < 0:
                raise httpx2.ReadError(f"expected an answer of at most {MOST_BYTES} bytes, got more")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
