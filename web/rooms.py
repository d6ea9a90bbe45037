"""A room is one open talk: whoever looks at it, and the one thing that is being done in it.

What is begun in a room is finished there, also when the page that began it goes away; whoever comes back reads it.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

from personas.types import Frozen
from simulator.errors import Stumble, sentence
from simulator.events import Ended, Event, Failed, Heard, Reacted, Received, Rewound, Started
from web.face import expression
from web.second_reader import SecondReader
from web.wire import Idle, Look

log = logging.getLogger(__name__)

Work = Callable[[], AsyncGenerator[Event, None]]


class Room:
    """One talk that somebody looks at."""

    def __init__(self, talk_id: str, language: str) -> None:
        self.talk_id = talk_id
        self.language = language
        self.lines: set[asyncio.Queue[str]] = set()
        self.doing: asyncio.Task[None] | None = None
        self.turn: tuple[object, ...] | None = None
        """What identifies the turn that is being worked on."""
        self.reader: SecondReader | None = None
        """Who reads each turn as well, where somebody does."""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self.doing is not None and not self.doing.done()

    def start(self, work: Work, origin: asyncio.Queue[str], turn: tuple[object, ...] | None = None) -> None:
        """Does `work` in the background and tells everybody in the room; what fails is told to `origin` alone."""
        self.turn = turn
        self.doing = asyncio.create_task(self._do(work, origin))

    def tell(self, message: Event | Frozen) -> None:
        """Sends one message to everybody in the room."""
        text = text_of(message)
        for line in self.lines:
            line.put_nowait(text)

    async def _do(self, work: Work, origin: asyncio.Queue[str]) -> None:
        turn: int | None = None
        try:
            async with aclosing(work()) as events:
                async for event in events:
                    if isinstance(event, Received):
                        turn = event.turn
                    self._pass_on(event)
        except Exception as error:
            # Whatever went wrong in a turn becomes a sentence here; `web/socket.py` does it for messages.
            origin.put_nowait(text_of(Failed(says=told(error, self.language), turn=turn)))
        finally:
            self.turn = None
            self.doing = None
            self.tell(Idle())

    def _pass_on(self, event: Event) -> None:
        if isinstance(event, Started):
            return  # it holds the whole persona, also what is not told yet
        self.tell(event)
        if isinstance(event, Reacted):
            response = event.response
            self.tell(Look(turn=event.turn, expression=expression(response.after, response.intent)))
        elif isinstance(event, Rewound):
            self.turn = None
        if self.reader is not None:
            self._read_along(self.reader, event)

    def _read_along(self, reader: SecondReader, event: Event) -> None:
        """The second reader begins as soon as the words are known; what was taken back or stopped is read no more."""
        match event:
            case Heard(turn=turn) if event.transcript.text:
                reader.ask(turn)
            case Rewound(turn=turn):
                reader.forget(turn)
            case Ended(ending="open"):
                reader.forget()


class Rooms:
    """All talks that are being looked at or worked on."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}

    def enter(self, talk_id: str, language: str, line: asyncio.Queue[str]) -> Room:
        """The room of this talk, with one more who listens."""
        room = self._rooms.setdefault(talk_id, Room(talk_id, language))
        room.lines.add(line)
        return room

    def leave(self, room: Room, line: asyncio.Queue[str]) -> None:
        """One less; an empty room in which nothing is done is closed."""
        room.lines.discard(line)
        for talk_id, each in list(self._rooms.items()):
            if not each.lines and not each.busy and not (each.reader and each.reader.reading):
                del self._rooms[talk_id]

    def busy(self, talk_id: str) -> bool:
        """Whether something is being done in this talk."""
        room = self._rooms.get(talk_id)
        return room is not None and room.busy

    async def finish(self) -> None:
        """Waits until what was begun is done, so that a server that stops leaves no turn half done."""
        doing: list[Any] = [room.doing for room in self._rooms.values() if room.doing is not None]
        if doing:
            await asyncio.wait(doing, timeout=10)
        for room in self._rooms.values():
            if room.reader is not None:
                await room.reader.close()


def text_of(message: Event | Frozen) -> str:
    """One message as JSON text."""
    return message.model_dump_json(by_alias=True)


def told(error: Exception, language: str) -> str:
    """The sentence for people; what nobody expected is logged by kind and place, never with what was said."""
    if isinstance(error, Stumble):
        return error.says(language)
    places = " < ".join(f"{f.name} {f.lineno}" for f in reversed(traceback.extract_tb(error.__traceback__)[-4:]))
    log.error("unexpected %s in %s", type(error).__name__, places)
    return sentence("unexpected", language)
