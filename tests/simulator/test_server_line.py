"""The line to somebody else's server: no other machine, no answer without end, nothing packed."""

from __future__ import annotations

import gzip

import httpx2
import pytest

from simulator.server_line import MOST_BYTES, server_line

QUICK = httpx2.Timeout(5)


def line(answer: httpx2.Response, seen: list[str] | None = None) -> httpx2.AsyncClient:
    """A line to a server that always answers this."""

    async def give(request: httpx2.Request) -> httpx2.Response:
        if seen is not None:
            seen.append(str(request.url))
        return answer

    return server_line(QUICK, httpx2.MockTransport(give))


def whole(body: bytes, headers: dict[str, str] | None = None) -> httpx2.Response:
    """An answer that has yet to be read."""
    return httpx2.Response(200, headers=headers, stream=httpx2.ByteStream(body))


async def test_an_answer_comes_through() -> None:
    async with line(whole(b"x" * MOST_BYTES)) as client:
        assert len((await client.get("http://one.test/")).content) == MOST_BYTES


async def test_a_redirect_is_an_answer_like_any_other() -> None:
    seen: list[str] = []
    async with line(httpx2.Response(307, headers={"location": "http://two.test/"}), seen) as client:
        assert (await client.post("http://one.test/", content="wat gezegd is")).status_code == 307
    assert seen == ["http://one.test/"]


async def test_more_than_an_answer_is_refused() -> None:
    async with line(whole(b"x" * (MOST_BYTES + 1))) as client:
        with pytest.raises(httpx2.ReadError, match="at most"):
            await client.get("http://one.test/")


async def test_a_packed_answer_is_refused() -> None:
    async with line(whole(gzip.compress(b"x"), {"content-encoding": "gzip"})) as client:
        with pytest.raises(httpx2.ReadError, match="not packed"):
            await client.get("http://one.test/")
