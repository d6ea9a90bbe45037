"""Stores each event before it passes it on, so that nothing that was said gets lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from simulator.events import Event
from simulator.protocols import Store
from simulator.types import Audio


async def record(
    store: Store,
    talk_id: str,
    events: AsyncGenerator[Event, None],
    sound: Audio | None = None,
    after: int | None = None,
) -> AsyncGenerator[Event, None]:
    """Yields the same events, each one safe in the store first. `sound` is kept with the `received` event.

    `after` is how many events the talk had when these began; with it, two writers can never mix theirs.
    """
    async with aclosing(events):
        async for event in events:
            await store.append(talk_id, event, sound=sound if event.type == "received" else None, after=after)
            after = None if after is None else after + 1
            yield event
