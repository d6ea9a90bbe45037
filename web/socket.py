"""The socket of one talk: takes what the trainee says, types or keeps silent, and sends every event as it is stored."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from personas.types import Frozen
from simulator.errors import Conflict, Stumble
from simulator.events import Event, Failed, Received
from simulator.practice import MOST_SECONDS, open_talk, resume, rewind, say, stop
from simulator.talk import Talk
from simulator.types import RATE, Audio, Turn
from web.house import House, house_of
from web.rooms import Room, Work, text_of, told
from web.second_reader import SecondReader
from web.wire import (
    FRAME_BYTES,
    MESSAGE,
    Accepted,
    Idle,
    Message,
    Ready,
    Rewind,
    Say,
    Silent,
    Sound,
    SoundDrop,
    SoundEnd,
    Stop,
)

log = logging.getLogger(__name__)
router = APIRouter()
MOST_BYTES = MOST_SECONDS * RATE * 2
MOST_WAITING = 1_000
"""Messages that a page has not taken yet. A page that asks and never listens would fill the memory; it is let go of."""


@router.websocket("/talks/{talk_id}/socket", name="socket")
async def socket(ws: WebSocket, talk_id: str) -> None:
    """One page that looks at a talk. Whose talk it is was checked before this is called."""
    house = house_of(ws)
    talk = await open_talk(house.store, talk_id)
    await ws.accept()
    line: asyncio.Queue[str] = asyncio.Queue()
    room = house.rooms.enter(talk_id, talk.session.language, line)
    if house.parts.judge is not None and room.reader is None:
        room.reader = SecondReader(house.store, house.parts.judge, talk_id, room.tell)
    page = _Page(house, room, line)
    if talk.open_round is not None or (talk.ended is None and talk.ending is not None):
        page.begin(lambda: resume(house.store, house.parts, talk_id))
    line.put_nowait(text_of(Ready(turns=talk.turns, busy=room.busy, ended=talk.ended is not None)))
    sending = asyncio.create_task(_send(ws, line))
    try:
        while True:
            packet = await ws.receive()
            if packet["type"] == "websocket.disconnect":
                break
            await page.take(packet.get("text"), packet.get("bytes"))
            if line.qsize() > MOST_WAITING:
                log.warning("page let go of, it takes no messages: talk=%s", talk_id)
                break
    except WebSocketDisconnect:
        pass
    finally:
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending
        house.rooms.leave(room, line)


async def _send(ws: WebSocket, line: asyncio.Queue[str]) -> None:
    with suppress(WebSocketDisconnect, RuntimeError, OSError):  # the page went away; the talk goes on without it
        while True:
            await ws.send_text(await line.get())


class _Page:
    """What one page is in the middle of."""

    def __init__(self, house: House, room: Room, line: asyncio.Queue[str]) -> None:
        self.house = house
        self.room = room
        self.line = line
        self.sound: bytearray | None = None

    async def take(self, text: str | None, sound: bytes | None) -> None:
        """One message of the page. What is wrong with it is answered with a sentence."""
        try:
            if len(sound or b"") > FRAME_BYTES or len(text or "") > FRAME_BYTES:
                raise Stumble("odd_message", reason=f"> {FRAME_BYTES} bytes")
            if text is not None:
                await self._message(MESSAGE.validate_json(text))
            elif sound is not None:
                self._frame(sound)
        except ValidationError as error:
            self._fail(Stumble("odd_message", reason=_kinds(error)))
        except Exception as error:
            self._fail(error)

    def begin(self, work: Work) -> None:
        """Does this in the room, unless something is being done there already."""
        if not self.room.busy:
            self.room.start(work, self.line)

    def _tell(self, message: Frozen) -> None:
        """Tells this page something; it then knows at once whether it can go on."""
        self.line.put_nowait(text_of(message))
        if not self.room.busy:
            self.line.put_nowait(text_of(Idle()))

    def _fail(self, error: Exception) -> None:
        self._tell(Failed(says=told(error, self.room.language)))

    def _frame(self, sound: bytes) -> None:
        if self.sound is None:
            return  # the tail of sound that was dropped
        if len(self.sound) + len(sound) > MOST_BYTES:
            self.sound = None
            raise Stumble("too_long", most=f"{MOST_SECONDS} s", got=f"> {MOST_SECONDS} s")
        self.sound += sound

    async def _message(self, message: Message) -> None:
        match message:
            case Sound():
                self.sound = bytearray()
            case SoundDrop():
                self.sound = None
            case SoundEnd():
                pcm, self.sound = self.sound, None
                if not pcm:
                    raise Stumble("nothing_heard")
                audio = Audio.from_pcm16(bytes(pcm))
                await self._turn(message.turn, Turn(audio=audio, silence_before=message.silence_before))
            case Say():
                await self._turn(message.turn, Turn(text=message.text, silence_before=message.silence_before))
            case Silent():
                await self._turn(message.turn, Turn(silence_before=message.seconds))
            case Rewind():
                self._do(lambda: self._rewind(message.turn))
            case Stop():
                self._do(lambda: stop(self.house.store, self.house.parts, self.room.talk_id))

    async def _turn(self, number: int, turn: Turn) -> None:
        """Begins a turn; the same turn once more is only confirmed, another one under its number is refused."""
        mark = (number, *_mark(turn))
        if self.room.busy:
            if self.room.turn != mark:
                raise Stumble("busy")
            self._tell(Accepted(turn=number))
            return
        talk = await open_talk(self.house.store, self.room.talk_id)
        if number <= talk.turns:
            if (number, *_mark_of(_received(talk, number))) != mark:
                raise Conflict
            self._tell(Accepted(turn=number))
            return
        if number != talk.turns + 1:
            raise Stumble("odd_message", reason=f"turn {number}, expected {talk.turns + 1}")
        self._do(lambda: say(self.house.store, self.house.parts, self.room.talk_id, turn), mark)

    def _do(self, work: Work, mark: tuple[object, ...] | None = None) -> None:
        if self.room.busy:
            raise Stumble("busy")
        self.room.start(work, self.line, mark)

    async def _rewind(self, turn: int) -> AsyncGenerator[Event, None]:
        yield await rewind(self.house.store, self.room.talk_id, turn)


def _mark(turn: Turn) -> tuple[object, ...]:
    """What makes a turn the same turn: its kind, words, length and the silence before it, to the millisecond."""
    seconds = turn.audio.seconds if turn.audio else 0.0
    return turn.kind, (turn.text or "").strip(), round(seconds, 3), round(turn.silence_before or 0.0, 3)


def _mark_of(received: Received | None) -> tuple[object, ...]:
    if received is None:
        return ()
    seconds = received.seconds if received.kind == "spoken" else 0.0
    return received.kind, received.text or "", round(seconds, 3), round(received.silence_before or 0.0, 3)


def _received(talk: Talk, number: int) -> Received | None:
    every = [*talk.rounds, *talk.taken_back]
    return next((each.received for each in every if each.received.turn == number), None)


def _kinds(error: ValidationError) -> str:
    """What is wrong, by field and kind; never the value, which may be what somebody said."""
    return "; ".join(f"{'.'.join(map(str, e['loc']))} {e['type']}" for e in error.errors(include_input=False)[:3])
