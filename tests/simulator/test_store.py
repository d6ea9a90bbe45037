"""The store: one contract for memory and database, and what only a file can do."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest

from personas.types import AvatarState
from scoring.delivery.types import Delivery
from scoring.types import Feedback, Score
from simulator.errors import Conflict, NotAllowed, NotReadable, NotStored
from simulator.events import (
    Ended,
    Event,
    Failed,
    Finished,
    Heard,
    Judged,
    Measured,
    Reacted,
    Received,
    Replied,
    Rewound,
    Scored,
    Spoke,
)
from simulator.fakes import MemoryStore, started
from simulator.store import SqlStore
from simulator.types import Audio, Judgement, Part, Response, Transcript

Store = MemoryStore | SqlStore
SOUND = Audio(np.linspace(-1, 1, 1600, dtype=np.float32))


@pytest.fixture(params=["memory", "file"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    opened = MemoryStore() if request.param == "memory" else await SqlStore.open(tmp_path / "talks.db")
    yield opened
    await opened.close()


def heard(turn: int, text: str = "Het project stopt.") -> Heard:
    return Heard(turn=turn, transcript=Transcript(text=text, language="nl-BE", model="typed"))


def whole_turn(turn: int) -> list[Event]:
    state = AvatarState()
    return [
        Received(turn=turn, kind="typed", text="Het project stopt."),
        heard(turn),
        Scored(turn=turn, score=Score(turn=1, version="1"), feedback=Feedback(turn=1)),
        Reacted(turn=turn, response=Response(before=state, after=state, intent="blow", line="…")),
        Replied(turn=turn, index=0, part=Part(text="…", source="script")),
        Spoke(turn=turn, index=0, voice="silent"),
        Finished(turn=turn),
    ]


async def test_what_was_stored_comes_back_in_order(store: Store) -> None:
    events = [started(), *whole_turn(1), Rewound(turn=1), *whole_turn(2), Ended(ending="open", says="Gestopt.")]
    for event in events:
        await store.append("talk", event)
    assert await store.events("talk") == events


async def test_an_unknown_talk_has_no_events_no_owner_and_no_sound(store: Store) -> None:
    assert await store.events("nobody") == []
    assert await store.owner("nobody") is None
    assert await store.sound("nobody", 1) is None


async def test_nothing_is_added_to_an_unknown_talk(store: Store) -> None:
    with pytest.raises(NotAllowed):
        await store.append("nobody", Rewound(turn=1))


async def test_a_talk_begins_once(store: Store) -> None:
    await store.append("talk", started())
    with pytest.raises(Conflict):
        await store.append("talk", started(owner="somebody else"))
    assert await store.owner("talk") == "me"


async def test_a_talk_is_stored_under_its_own_id(store: Store) -> None:
    with pytest.raises(ValueError, match="own id"):
        await store.append("other", started())


async def test_a_failure_is_sent_and_never_stored(store: Store) -> None:
    await store.append("talk", started())
    with pytest.raises(ValueError, match="never stored"):
        await store.append("talk", Failed(says="Er ging iets mis."))


async def test_a_writer_that_has_not_seen_everything_is_refused(store: Store) -> None:
    await store.append("talk", started(), after=0)
    await store.append("talk", Received(turn=1, kind="typed", text="eerste"), after=1)
    with pytest.raises(Conflict):
        await store.append("talk", Received(turn=1, kind="typed", text="tweede"), after=1)
    with pytest.raises(Conflict):
        await store.append("talk", heard(1), after=7)
    assert [event.type for event in await store.events("talk")] == ["started", "received"]


async def test_a_second_opinion_comes_in_between_and_disturbs_no_writer(store: Store) -> None:
    judged = Judged(turn=1, judgement=Judgement(checks=None, ungraded="slow", asked="1"))
    await store.append("talk", started(), after=0)
    await store.append("talk", Received(turn=1, kind="typed", text="Dag."), after=1)
    await store.append("talk", judged)
    await store.append("talk", heard(1), after=2)
    with pytest.raises(Conflict):
        await store.append("talk", heard(1), after=2)
    assert [event.type for event in await store.events("talk")] == ["started", "received", "judged", "heard"]


async def test_of_two_writers_at_once_one_wins(store: Store) -> None:
    await store.append("talk", started())
    words = [Received(turn=1, kind="typed", text=str(n)) for n in range(10)]
    tried = await asyncio.gather(*(store.append("talk", word, after=1) for word in words), return_exceptions=True)
    assert [type(result) for result in tried].count(type(None)) == 1
    assert all(result is None or isinstance(result, Conflict) for result in tried)
    assert len(await store.events("talk")) == 2


async def test_sound_is_kept_until_the_words_are_known(store: Store) -> None:
    await store.append("talk", started())
    await store.append("talk", Received(turn=1, kind="spoken", seconds=0.1), sound=SOUND)
    kept = await store.sound("talk", 1)
    assert kept is not None
    assert kept.rate == SOUND.rate
    np.testing.assert_allclose(kept.samples, SOUND.samples, atol=1 / 32768)
    await store.append("talk", heard(1))
    assert await store.sound("talk", 1) is None


@pytest.mark.parametrize("last", [Rewound(turn=1), Ended(ending="open", says="Gestopt.")], ids=lambda e: e.type)
async def test_sound_that_nobody_needs_any_more_is_forgotten(store: Store, last: Event) -> None:
    await store.append("talk", started())
    await store.append("talk", Received(turn=1, kind="spoken", seconds=0.1), sound=SOUND)
    await store.append("talk", last)
    assert await store.sound("talk", 1) is None


async def test_the_list_shows_whose_talk_with_whom_how_far_and_how_it_ended(store: Store) -> None:
    await store.append("old", started("old", begun="2026-11-22T09:00:00+00:00"))
    for event in [*whole_turn(1), *whole_turn(2), Rewound(turn=2), *whole_turn(3), Ended(ending="good", says="…")]:
        await store.append("old", event)
    await store.append("new", started("new", begun="2026-11-23T09:00:00+00:00"))
    await store.append("new", Received(turn=1, kind="typed", text="Dag."))
    await store.append("theirs", started("theirs", owner="somebody else"))
    rows = await store.talks("me")
    assert [(row.id, row.turns, row.ended) for row in rows] == [("new", 1, None), ("old", 2, "good")]
    assert (rows[0].title, rows[0].name) == ("Een gesprek om iets uit te proberen", "Mira Peeters")


async def test_a_turn_taken_back_reopens_the_talk_in_the_list(store: Store) -> None:
    await store.append("talk", started())
    for event in [*whole_turn(1), Ended(ending="walks_out", says="…"), Rewound(turn=1)]:
        await store.append("talk", event)
    (row,) = await store.talks("me")
    assert (row.turns, row.ended) == (0, None)


async def test_an_erased_talk_is_gone(store: Store) -> None:
    await store.append("talk", started())
    await store.append("other", started("other"))
    await store.append("talk", Received(turn=1, kind="spoken", seconds=0.1), sound=SOUND)
    await store.delete("talk")
    await store.delete("talk")
    assert await store.events("talk") == []
    assert await store.sound("talk", 1) is None
    assert [row.id for row in await store.talks("me")] == ["other"]
    with pytest.raises(NotAllowed):
        await store.append("talk", heard(1))


@pytest.mark.parametrize("make", [MemoryStore, None], ids=["memory", "file"])
async def test_sound_stays_where_that_was_asked_for(make: type[MemoryStore] | None, tmp_path: Path) -> None:
    store = make(keep_sound=True) if make else await SqlStore.open(tmp_path / "talks.db", keep_sound=True)
    await store.append("talk", started())
    await store.append("talk", Received(turn=1, kind="spoken", seconds=0.1), sound=SOUND)
    await store.append("talk", heard(1))
    assert await store.sound("talk", 1) is not None
    await store.close()


async def test_an_erased_talk_leaves_no_trace_in_the_files(tmp_path: Path) -> None:
    """Nor does sound whose words are known: its bytes are gone as soon as `heard` is stored."""
    marks = [b"Zevenblad", b"\x11\x22\x33\x44\x55\x66\x77\x01"]
    sound = Audio.from_pcm16(marks[1] * 20_000)

    def found() -> list[bool]:
        there = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        return [mark in there for mark in marks]

    async with await SqlStore.open(tmp_path / "talks.db") as store:
        await store.append("talk", started())
        await store.append("talk", Received(turn=1, kind="spoken", seconds=sound.seconds), sound=sound)
        assert found() == [False, True]
        await store.append("talk", heard(1, "Zevenblad " * 3000))
        assert found() == [True, False]
        for turn in range(2, 30):
            await store.append("talk", Received(turn=turn, kind="typed", text=f"Zevenblad {turn}"))
        await store.delete("talk")
        assert found() == [False, False]


async def test_two_processes_with_one_file_do_not_mix_their_events(tmp_path: Path) -> None:
    async with (
        await SqlStore.open(tmp_path / "talks.db") as one,
        await SqlStore.open(tmp_path / "talks.db") as other,
    ):
        await one.append("talk", started())
        results = await asyncio.gather(
            *(
                store.append("talk", Received(turn=1, kind="typed", text=name), after=1)
                for name, store in (("one", one), ("other", other))
            ),
            return_exceptions=True,
        )
        assert sorted(type(result).__name__ for result in results) == ["Conflict", "NoneType"]
        assert len(await other.events("talk")) == 2


async def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "talks.db")
    await store.append("talk", started())
    async with store._engine.begin() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    minute = Audio(np.zeros(60 * 16_000, dtype=np.float32))
    with pytest.raises(NotStored) as refused:
        await store.append("talk", Received(turn=1, kind="spoken", seconds=60), sound=minute)
    assert "de schijf is vol" in refused.value.says("nl-BE")
    assert [event.type for event in await store.events("talk")] == ["started"]
    assert await store.sound("talk", 1) is None
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=100000")
    await store.append("talk", Received(turn=1, kind="spoken", seconds=60), sound=minute)
    assert await store.sound("talk", 1) is not None
    await store.close()


async def test_a_read_only_file_is_told(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "talks.db")
    await store.append("talk", started())
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(NotStored) as refused:
        await store.append("talk", heard(1))
    assert "the file is read-only" in refused.value.says("en")
    await store.close()


async def test_a_file_that_somebody_else_holds_is_told(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "talks.db")
    await store.append("talk", started())
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=50")
    with closing(sqlite3.connect(tmp_path / "talks.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotStored) as refused:
            await store.append("talk", Received(turn=1, kind="typed", text="Dag."))
        assert "houdt het bestand vast" in refused.value.says("nl")
        assert len(await store.events("talk")) == 1
    await store.append("talk", Received(turn=1, kind="typed", text="Dag."))
    await store.close()


async def test_a_file_that_is_no_database_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    path.write_bytes(b"Dit is een brief, geen databank. " * 100)
    with pytest.raises(NotReadable):
        await SqlStore.open(path)
    assert path.read_bytes() == b"Dit is een brief, geen databank. " * 100


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotStored):
        await SqlStore.open(tmp_path / "file" / "talks.db")


async def test_an_event_of_a_later_version_is_told_and_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    async with await SqlStore.open(path) as store:
        await store.append("talk", started())
        insert = "INSERT INTO events VALUES ('talk', 2, '2027-01-01', ?, 1, ?, ?)"
        for kind, form in (("wondered", 1), ("received", 2)):
            with closing(sqlite3.connect(path)) as other:
                other.execute("DELETE FROM events WHERE seq = 2")
                other.execute(insert, (kind, form, f'{{"type": "{kind}", "turn": 1, "kind": "typed"}}'))
                other.commit()
            with pytest.raises(NotReadable) as refused:
                await store.events("talk")
            assert "nieuwere versie" in refused.value.says("nl-BE")


async def test_a_damaged_event_is_told_without_repeating_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    async with await SqlStore.open(path) as store:
        await store.append("talk", started())
        await store.append("talk", Received(turn=1, kind="typed", text="Geheim."))
        with closing(sqlite3.connect(path)) as other:
            other.execute("""UPDATE events SET body = replace(body, '"typed"', '"Geheim"')""")
            other.commit()
        with pytest.raises(NotReadable) as refused:
            await store.events("talk")
        assert "Geheim" not in str(refused.value)


async def test_the_file_is_set_up_to_survive_a_power_cut_and_for_one_reader(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "talks.db"
    async with await SqlStore.open(path) as store, store._engine.begin() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        set_to = [(await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in names]
        assert set_to == ["wal", 2, 1, 1]
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0


async def test_a_writer_that_is_cancelled_leaves_the_event_whole_or_not_at_all(tmp_path: Path) -> None:
    async with await SqlStore.open(tmp_path / "talks.db") as store:
        await store.append("talk", started())
        for turn in range(1, 15):
            writing = asyncio.create_task(store.append("talk", Received(turn=turn, kind="typed", text="Dag.")))
            await asyncio.sleep(0.0005 * turn)
            writing.cancel()
            with suppress(asyncio.CancelledError):
                await writing
        count = len(await store.events("talk"))
        await store.append("talk", Received(turn=99, kind="typed", text="Dag."), after=count)


async def test_a_reader_that_is_cancelled_leaves_nothing_open(tmp_path: Path) -> None:
    async with await SqlStore.open(tmp_path / "talks.db") as store:
        await store.append("talk", started())
        for number in range(30):
            reading = asyncio.create_task(store.events("talk"))
            await asyncio.sleep(0.0002 * number)
            reading.cancel()
            with suppress(asyncio.CancelledError):
                await reading
        await store.append("talk", Received(turn=1, kind="typed", text="Dag."), after=1)
        assert len(await store.events("talk")) == 2


async def test_an_event_is_stored_also_when_the_log_cannot_be_emptied(tmp_path: Path) -> None:
    """Somebody who reads in another program keeps the log; that is told to the operator, not to the trainee."""
    store = await SqlStore.open(tmp_path / "talks.db")
    await store.append("talk", started())
    await store.append("talk", Received(turn=1, kind="spoken", seconds=0.1), sound=SOUND)
    with closing(sqlite3.connect(tmp_path / "talks.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM events").fetchone()
        await store.append("talk", heard(1))
        await store.delete("talk")
    assert await store.events("talk") == []
    await store.close()


async def test_a_list_with_a_talk_of_a_later_version_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    async with await SqlStore.open(path) as store:
        await store.append("talk", started())
        await store.append("talk", Ended(ending="good", says="Klaar."))
        with closing(sqlite3.connect(path)) as other:
            other.execute("""UPDATE events SET body = replace(body, '"good"', '"blissful"')""")
            other.commit()
        assert [row.ended for row in await store.talks("me")] == ["open"]
        with pytest.raises(NotReadable):
            await store.events("talk")


async def test_nothing_that_was_said_is_logged_at_any_level(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    said = Received(turn=1, kind="typed", text="Wat niemand mag lezen.")
    async with await SqlStore.open(tmp_path / "talks.db") as store:
        await store.append("talk", started())
        await store.append("talk", said)
        with pytest.raises(Conflict):
            await store.append("talk", said, after=1)
        assert said in await store.events("talk")
    assert "mag lezen" not in caplog.text


async def test_how_somebody_sounded_is_found_in_their_other_talks_only(store: Store) -> None:
    """In this language, the newest first, and no more than asked for."""
    for name, owner, day in (("a", "me", 1), ("b", "me", 2), ("c", "you", 3), ("d", "me", 4)):
        await store.append(name, started(name, owner=owner, begun=f"2026-11-0{day}T09:00:00+00:00"))
        await store.append(name, Received(turn=1, kind="spoken", seconds=1))
        measured = Delivery(seconds=day, speech_seconds=day, voiced_seconds=0)
        await store.append(name, Measured(turn=1, delivery=measured))
    assert [each.seconds for each in await store.measured("me", "nl-BE", but="d")] == [2, 1]
    assert [each.seconds for each in await store.measured("me", "nl-BE", but="a", most=1)] == [4]
    assert await store.measured("me", "fr", but="d") == []
    assert await store.measured("nobody", "nl-BE", but="d") == []
