"""The database of every version becomes the database of today, with all that was in it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from simulator import store as today
from simulator.errors import NotReadable
from simulator.events import Received
from simulator.fakes import started
from simulator.migrations import config, upgrade
from simulator.practice import open_talk
from simulator.store import SqlStore

OLD = sorted(Path(__file__).parent.glob("databases/*.sql"))
"""One dump for each version that was released, written by that version: see `databases/README.md`."""


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(request.param.read_text(encoding="utf-8"))
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [line for line in file.iterdump() if line.startswith("INSERT")]


def test_every_version_has_a_dump() -> None:
    versions = [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]
    assert sorted(versions) == [path.stem for path in OLD]


async def test_all_that_an_old_database_holds_is_there_after_the_upgrade(old: Path) -> None:
    before = dump(old)
    async with await SqlStore.open(old) as store:
        (row,) = await store.talks("me")
        talk = await open_talk(store, row.id)
        assert (row.turns, row.ended, row.name) == (2, "walks_out", "Mira Peeters")
        assert [r.received.turn for r in talk.rounds] == [1, 3]
        assert [r.received.turn for r in talk.taken_back] == [2]
        assert talk.complete[-1].reply == "Dan ben ik weg."
        assert talk.ended is not None
    after = dump(old)
    assert [line for line in before if "alembic_version" not in line] == [
        line for line in after if "alembic_version" not in line
    ]


async def test_an_old_database_can_be_written_to(old: Path) -> None:
    async with await SqlStore.open(old) as store:
        await store.append("new", started("new"))
        await store.append("new", Received(turn=1, kind="typed", text="Dag."))
        assert len(await store.events("new")) == 2


def test_the_tables_in_the_code_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'new.db'}")
    with engine.begin() as connection:
        upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), today._tables) == []
    engine.dispose()


async def test_two_that_start_at_once_make_one_database(tmp_path: Path) -> None:
    stores = await asyncio.gather(*(SqlStore.open(tmp_path / "new.db") for _ in range(4)))
    await stores[0].append("talk", started())
    assert len(await stores[3].events("talk")) == 1
    for store in stores:
        await store.close()


async def test_a_database_of_a_later_version_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    await (await SqlStore.open(path)).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    before = path.read_bytes()
    with pytest.raises(NotReadable) as refused:
        await SqlStore.open(path)
    assert "nieuwere versie" in refused.value.says("nl-BE")
    assert "9999" in refused.value.says("nl-BE")
    assert path.read_bytes() == before
