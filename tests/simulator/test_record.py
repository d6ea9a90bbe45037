"""Nothing is shown that is not stored."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

import numpy as np
import pytest

from simulator.errors import Conflict, NotStored
from simulator.events import Event, Finished, Received, Rewound
from simulator.fakes import MemoryStore, started
from simulator.record import record
from simulator.types import Audio

EVENTS: list[Event] = [Received(turn=1, kind="spoken", seconds=1), Finished(turn=1)]
SOUND = Audio(np.zeros(160, dtype=np.float32))


async def stream(events: list[Event], closed: list[bool] | None = None) -> AsyncGenerator[Event, None]:
    try:
        for event in events:
            yield event
    finally:
        if closed is not None:
            closed.append(True)


async def a_store() -> MemoryStore:
    store = MemoryStore()
    await store.append("talk", started())
    return store


async def test_each_event_is_in_the_store_when_it_is_shown() -> None:
    store = await a_store()
    async for event in record(store, "talk", stream(EVENTS)):
        assert (await store.events("talk"))[-1] == event
    assert len(await store.events("talk")) == 3


async def test_the_sound_goes_with_what_was_received() -> None:
    store = await a_store()
    _ = [event async for event in record(store, "talk", stream(EVENTS), sound=SOUND)]
    assert await store.sound("talk", 1) is not None


async def test_an_event_that_is_not_stored_is_not_shown() -> None:
    class Full(MemoryStore):
        async def append(self, *_: object, **__: object) -> None:
            raise NotStored(reason="vol")

    closed: list[bool] = []
    with pytest.raises(NotStored):
        await anext(record(Full(), "talk", stream(EVENTS, closed)))
    assert closed == [True]


async def test_who_counts_is_refused_as_soon_as_somebody_else_adds_something() -> None:
    store = await a_store()
    async with aclosing(record(store, "talk", stream(EVENTS), after=1)) as events:
        await anext(events)
        await store.append("talk", Rewound(turn=1))
        with pytest.raises(Conflict):
            await anext(events)


async def test_closing_closes_what_makes_the_events() -> None:
    closed: list[bool] = []
    async with aclosing(record(await a_store(), "talk", stream(EVENTS, closed))) as events:
        await anext(events)
    assert closed == [True]
