"""Keeps talks in a database: SQLite in a file by default, anything SQLAlchemy speaks in principle.

Every event is on the disk when `append` returns (SQLite: WAL with synchronous=FULL), in a transaction of its own,
with the place it has in its talk as the key: two writers can never mix or overwrite.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, get_args

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy import event as sa_event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from personas.types import Ending, Language
from scoring.delivery.types import Delivery
from simulator.errors import Conflict, NotAllowed, NotReadable, NotStored
from simulator.events import BESIDE, Ended, Event, Failed, Measured, Received, Started, from_json, to_json
from simulator.protocols import Clock
from simulator.retention import sound_to_forget
from simulator.talk_row import TalkRow, row_of, tally
from simulator.types import Audio

__all__ = ["FORMAT", "TYPES", "SqlStore", "TalkRow", "now"]

log = logging.getLogger(__name__)
logging.getLogger("aiosqlite").setLevel(logging.INFO)  # at DEBUG it writes every statement, with what people said
T = TypeVar("T")

FORMAT = 1
"""The version of the JSON of events. A reader takes every version up to its own."""
TYPES = frozenset(kind.model_fields["type"].default for kind in get_args(get_args(Event)[0]))
"""Every event this version knows."""
_WRITER_WAITS = 5000
"""Milliseconds a writer waits for another program that writes to the same SQLite file."""
_SCRUB_WAITS = 200
"""Milliseconds the emptying of the log waits for another program that reads."""

_tables = sa.MetaData()
_talks = sa.Table(
    "talks",
    _tables,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(200), nullable=False, index=True),
    sa.Column("begun", sa.String(40), nullable=False),
    sa.Column("language", sa.String(10), nullable=False),
    sa.Column("scenario", sa.String(60), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("persona", sa.String(60), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("difficulty", sa.Integer, nullable=False),
)
_events = sa.Table(
    "events",
    _tables,
    sa.Column("talk", sa.ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(40), nullable=False),
    sa.Column("type", sa.String(40), nullable=False),
    sa.Column("turn", sa.Integer),
    sa.Column("format", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
_sounds = sa.Table(
    "sounds",
    _tables,
    sa.Column("talk", sa.ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("turn", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("rate", sa.Integer, nullable=False),
    sa.Column("pcm16", sa.LargeBinary, nullable=False),
)


def now() -> datetime:
    """The clock of the machine, in UTC."""
    return datetime.now(UTC)


class SqlStore:
    """The store of the product. Open it with `SqlStore.open`, close it when done; one event loop uses one store."""

    def __init__(self, engine: AsyncEngine, clock: Clock, keep_sound: bool) -> None:
        self._engine = engine
        self._clock = clock
        self._keep_sound = keep_sound
        self._writing = asyncio.Lock()

    @classmethod
    async def open(
        cls,
        where: Path | str,
        *,
        clock: Clock = now,
        keep_sound: bool = False,
        synchronous: Literal["FULL", "NORMAL", "OFF"] = "FULL",
    ) -> Self:
        """The store in this SQLite file, or behind this SQLAlchemy URL; made or brought up to date where needed.

        `keep_sound` keeps the sound of a turn after its words are known. `synchronous` is there to be measured: less
        than FULL may lose the last turns when the power fails. Raises NotReadable or NotStored.
        """
        url = where if isinstance(where, str) else _url_of(where)
        engine = create_async_engine(url, hide_parameters=True)  # an error quotes no row, so no words either
        if engine.dialect.name == "sqlite":
            _speak_sqlite(engine, synchronous)
        store = cls(engine, clock, keep_sound)
        try:
            await store._bring_up_to_date()
        except BaseException:
            await engine.dispose()
            raise
        return store

    async def close(self) -> None:
        """Lets go of the database."""
        await self._engine.dispose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def append(self, talk_id: str, event: Event, *, sound: Audio | None = None, after: int | None = None) -> None:
        """Adds one event to a talk. See simulator.protocols.Store."""
        if isinstance(event, Failed):
            raise ValueError("expected an event of the talk; `failed` is only sent, never stored")
        if isinstance(event, Started) and event.session.id != talk_id:
            raise ValueError("expected the talk's own id")
        scrub = await self._write(lambda connection: self._append(connection, talk_id, event, sound, after))
        if scrub:
            await self._scrub()

    async def _append(
        self, connection: AsyncConnection, talk_id: str, event: Event, sound: Audio | None, after: int | None
    ) -> bool:
        if isinstance(event, Started):
            last = 0
            facts = row_of(event).model_dump(exclude={"turns", "ended"})
            await connection.execute(sa.insert(_talks).values(facts))
        else:
            count = sa.select(sa.func.max(_events.c.seq)).where(_events.c.talk == talk_id)
            last = (await connection.execute(count)).scalar()
            if last is None:
                raise NotAllowed
        if after is not None:
            beside = sa.select(sa.func.count()).where(_events.c.talk == talk_id, _events.c.type.in_(BESIDE))
            if after != last - ((await connection.execute(beside)).scalar() or 0):
                raise Conflict
        body = to_json(event)
        await connection.execute(
            sa.insert(_events).values(
                talk=talk_id,
                seq=last + 1,
                at=self._clock().isoformat(),
                type=event.type,
                turn=getattr(event, "turn", None),
                format=FORMAT,
                body=body,
            )
        )
        if sound is not None and isinstance(event, Received):
            await connection.execute(
                sa.insert(_sounds).values(talk=talk_id, turn=event.turn, rate=sound.rate, pcm16=sound.to_pcm16())
            )
        gone = None if self._keep_sound else sound_to_forget(event)
        if gone is None:
            return False
        forget = sa.delete(_sounds).where(_sounds.c.talk == talk_id, _sounds.c.turn.between(*gone))
        return (await connection.execute(forget)).rowcount > 0

    async def events(self, talk_id: str) -> list[Event]:
        """All events of a talk, in order; empty when there is no such talk. Raises NotReadable."""
        query = (
            sa.select(_events.c.seq, _events.c.type, _events.c.format, _events.c.body)
            .where(_events.c.talk == talk_id)
            .order_by(_events.c.seq)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
        return [_event(talk_id, *row) for row in rows]

    async def sound(self, talk_id: str, turn: int) -> Audio | None:
        """The sound of a spoken turn, as long as it is kept."""
        query = sa.select(_sounds.c.pcm16, _sounds.c.rate).where(_sounds.c.talk == talk_id, _sounds.c.turn == turn)
        async with self._reading() as connection:
            row = (await connection.execute(query)).first()
        return Audio.from_pcm16(row.pcm16, row.rate) if row else None

    async def talks(self, owner: str) -> list[TalkRow]:
        """Somebody's talks, the newest first."""
        mine = sa.select(_talks).where(_talks.c.owner == owner).order_by(_talks.c.begun.desc(), _talks.c.id)
        # Only the light columns: the body of `started` holds the whole persona and is not needed for a list.
        steps = (
            sa.select(
                _events.c.talk,
                _events.c.type,
                _events.c.turn,
                sa.case((_events.c.type == "ended", _events.c.body)),
            )
            .join(_talks, _talks.c.id == _events.c.talk)
            .where(_talks.c.owner == owner, _events.c.type.in_(("received", "rewound", "ended")))
            .order_by(_events.c.talk, _events.c.seq)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(mine)).mappings().all()
            happened: dict[str, list[tuple[str, int | None, Ending | None]]] = {}
            for talk, kind, turn, body in (await connection.execute(steps)).all():
                ending = _ending(body) if body else None
                happened.setdefault(talk, []).append((kind, turn, ending))
        counted = {talk: tally(steps) for talk, steps in happened.items()}
        return [
            TalkRow(**row, turns=turns, ended=ended)
            for row in rows
            for turns, ended in (counted.get(row["id"], (0, None)),)
        ]

    async def measured(self, owner: str, language: Language, but: str, most: int = 40) -> list[Delivery]:
        """How somebody's spoken turns sounded in this language, in other talks than `but`, the newest first."""
        query = (
            sa.select(_events.c.talk, _events.c.seq, _events.c.type, _events.c.format, _events.c.body)
            .join(_talks, _talks.c.id == _events.c.talk)
            .where(_talks.c.owner == owner, _talks.c.language == language, _talks.c.id != but)
            .where(_events.c.type == "measured")
            .order_by(_talks.c.begun.desc(), _events.c.talk, _events.c.seq.desc())
            .limit(most)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
        return [event.delivery for row in rows if isinstance(event := _event(*row), Measured)]

    async def owner(self, talk_id: str) -> str | None:
        """Whose talk it is; None when there is no such talk."""
        async with self._reading() as connection:
            found = await connection.execute(sa.select(_talks.c.owner).where(_talks.c.id == talk_id))
            return found.scalar()

    async def delete(self, talk_id: str) -> None:
        """Erases a talk: its events, its sound and every trace of them in the file. Nothing happens if it is gone.

        SQLite overwrites what it deletes (secure_delete) and the write-ahead log is emptied afterwards.
        """

        async def erase(connection: AsyncConnection) -> None:
            await connection.execute(sa.delete(_sounds).where(_sounds.c.talk == talk_id))
            await connection.execute(sa.delete(_events).where(_events.c.talk == talk_id))
            await connection.execute(sa.delete(_talks).where(_talks.c.id == talk_id))

        await self._write(erase)
        await self._scrub()

    def _reading(self) -> _Transaction:
        return _Transaction(self._engine, "BEGIN")

    async def _write(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Does `work` in one transaction, one writer at a time; once it began it is carried through.

        Whoever is cancelled in the middle still waits for the disk, so that nobody wonders what is on it.
        """

        async def all_of_it() -> T:
            async with self._writing, _Transaction(self._engine, "BEGIN IMMEDIATE") as connection:
                return await work(connection)

        writing = asyncio.ensure_future(all_of_it())
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.wait([writing])
            writing.exception()
            raise

    async def _scrub(self) -> None:
        """Empties SQLite's write-ahead log, which still holds what was erased. Never raises: the event is stored."""
        if self._engine.dialect.name != "sqlite":
            return
        try:
            async with self._writing, _Transaction(self._engine, "") as connection:
                # A backup that reads for minutes must not hold up the talk.
                await connection.exec_driver_sql(f"PRAGMA busy_timeout={_SCRUB_WAITS}")
                busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar()
                await connection.exec_driver_sql(f"PRAGMA busy_timeout={_WRITER_WAITS}")
        except (NotStored, NotReadable) as error:
            busy = error.trouble
        if busy:
            log.warning("The write-ahead log could not be emptied (%s); it will be the next time", busy)

    async def _bring_up_to_date(self) -> None:
        from alembic.util import CommandError

        from simulator.migrations import upgrade

        try:
            async with _Transaction(self._engine, "BEGIN IMMEDIATE") as connection:
                await connection.run_sync(upgrade)
        except CommandError as error:
            raise NotReadable("newer_record", found=str(error)) from error
        await self._scrub()


class _Transaction:
    """One transaction; what the database refuses comes out as a sentence."""

    def __init__(self, engine: AsyncEngine, begin: Literal["BEGIN", "BEGIN IMMEDIATE", ""]) -> None:
        self._began = engine.execution_options(rechtdoor_begin=begin).begin()

    async def __aenter__(self) -> AsyncConnection:
        try:
            return await self._began.__aenter__()
        except DBAPIError as error:
            raise _trouble(error) from error

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._began.__aexit__(kind, error, trace)
        except DBAPIError as refused:
            raise _trouble(refused) from refused
        if isinstance(error, DBAPIError):
            raise _trouble(error) from error


def _url_of(path: Path) -> str:
    # Only the owner of the machine's account may read what people said; SQLite gives its log the same rights.
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise NotStored(reason=f"{path}: {error.strerror}") from error
    return sa.URL.create("sqlite+aiosqlite", database=str(path)).render_as_string()


def _speak_sqlite(engine: AsyncEngine, synchronous: str) -> None:
    """Sets up each connection, and begins transactions ourselves: the driver's own way leaves reads outside them."""

    def connect(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={_WRITER_WAITS}",
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begin(connection: sa.Connection) -> None:
        words = connection.get_execution_options().get("rechtdoor_begin", "BEGIN")
        if words:
            connection.exec_driver_sql(words)

    sa_event.listen(engine.sync_engine, "connect", connect)
    sa_event.listen(engine.sync_engine, "begin", begin)


def _event(talk_id: str, seq: int, kind: str, format_: int, body: str) -> Event:
    if format_ > FORMAT or kind not in TYPES:
        raise NotReadable("newer_record", found=f"{kind}, format {format_}")
    try:
        return from_json(body)
    except ValidationError as error:
        # Not the error's own text: it quotes what was said.
        raise NotReadable("broken_record", found=f"{talk_id} {seq}: {kind}") from error


def _ending(body: str) -> Ending:
    try:
        return Ended.model_validate_json(body).ending
    except ValidationError:
        # One talk that a newer version wrote must not hide the others; opening it tells what is wrong.
        return "open"


_REASONS: dict[str, dict[str, str]] = {
    "FULL": {
        "nl": "de schijf is vol",
        "en": "the disk is full",
        "fr": "le disque est plein",
        "de": "die Festplatte ist voll",
    },
    "READONLY": {
        "nl": "het bestand is alleen-lezen",
        "en": "the file is read-only",
        "fr": "le fichier est en lecture seule",
        "de": "die Datei ist schreibgeschützt",
    },
    "BUSY": {
        "nl": "een ander programma houdt het bestand vast",
        "en": "another program holds the file",
        "fr": "un autre programme occupe le fichier",
        "de": "ein anderes Programm hält die Datei fest",
    },
    "IOERR": {
        "nl": "de schijf geeft een fout",
        "en": "the disk reports an error",
        "fr": "le disque signale une erreur",
        "de": "die Festplatte meldet einen Fehler",
    },
    "CANTOPEN": {
        "nl": "het bestand gaat niet open",
        "en": "the file does not open",
        "fr": "le fichier ne s'ouvre pas",
        "de": "die Datei lässt sich nicht öffnen",
    },
}
_KNOWN_AS = {"LOCKED": "BUSY", "53100": "FULL", "25006": "READONLY", "55P03": "BUSY", "58030": "IOERR"}
"""SQLite's other names, and PostgreSQL's codes, for the same."""


def _trouble(error: DBAPIError) -> NotStored | NotReadable:
    name = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or ""
    kind = name.removeprefix("SQLITE_").split("_")[0]
    kind = _KNOWN_AS.get(kind, kind)
    if isinstance(error, IntegrityError):
        return Conflict()
    if kind in ("CORRUPT", "NOTADB"):
        return NotReadable("broken_record", found=name)
    return NotStored(reason=_REASONS.get(kind, name or type(error.orig).__name__))
