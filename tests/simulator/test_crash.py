"""A real process is killed (kill -9) after each event of a turn; nothing before is lost and the talk goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from simulator import practice
from simulator.fakes import BlankScorer, ScriptedAvatar, ScriptedTranscriber, SilentVoice, started
from simulator.protocols import Parts
from simulator.store import SqlStore
from simulator.types import Audio, Turn

ROOT = Path(__file__).resolve().parents[2]
WHOLE = ["received", "heard", "scored", "reacted", "replied", "spoke", "replied", "spoke", "finished"]
SOUND = Audio(np.linspace(-0.5, 0.5, 16_000, dtype=np.float32))
TURNS = {"typed": Turn(text="Het project stopt."), "spoken": Turn(audio=SOUND)}


def parts() -> Parts:
    return Parts(
        ScriptedTranscriber(["Het project stopt."] * 9),
        BlankScorer(),
        ScriptedAvatar([["Eén.", "Twee."]] * 9),
        SilentVoice(),
    )


class Nursery:
    """A process that has imported everything and forks a real child for each talk that is to be killed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def born(self, path: Path, kind: str, last: int) -> int:
        """A child that says one turn and waits after its `last` event; with 0 it says turn after turn."""
        self._tell(f"{path}\t{kind}\t{last}")
        pid = int(self.told())
        assert self.told() == "now"
        return pid

    def killed(self, pid: int) -> None:
        """Returns when the child is dead."""
        os.kill(pid, signal.SIGKILL)
        while (line := self.told()) == "stored":
            self.stored += 1
        assert line == f"died of {signal.SIGKILL:d}"

    def told(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def _tell(self, line: str) -> None:
        self.stored = 0
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.mark.parametrize("last", [1, 2, 3, 4, 5, 6, 9], ids=lambda n: WHOLE[n - 1])
@pytest.mark.parametrize("kind", TURNS)
async def test_killed_after_each_event_the_talk_goes_on_where_it_stood(
    nursery: Nursery, tmp_path: Path, kind: str, last: int
) -> None:
    path = tmp_path / "talks.db"
    nursery.killed(nursery.born(path, kind, last))
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    async with await SqlStore.open(path) as store:
        before = await store.events("talk")
        assert [event.type for event in before] == ["started", *WHOLE[:last]]
        sound = await store.sound("talk", 1)
        assert (sound is not None) == (kind == "spoken" and last == 1)

        after = [event async for event in practice.resume(store, parts(), "talk")]
        # An answer of which a piece was shown stays cut: the avatar was interrupted, and does not begin again.
        assert [event.type for event in after] == (WHOLE[last:] if last < 5 else ["finished"][: 9 - last])
        talk = await practice.open_talk(store, "talk")
        assert talk.complete[0].heard is not None
        assert talk.complete[0].heard.transcript.text == "Het project stopt."
        assert (await store.events("talk"))[: len(before)] == before
        assert await store.sound("talk", 1) is None

        more = [event.type async for event in practice.say(store, parts(), "talk", Turn(text="En nu?"))]
        assert more == WHOLE
        assert (await practice.open_talk(store, "talk")).turns == 2


async def test_killed_while_writing_the_file_stays_whole(nursery: Nursery, tmp_path: Path) -> None:
    """Killed at some moment, not between two events: each event is there whole or not at all."""
    for number in range(8):
        path = tmp_path / f"{number}.db"
        pid = nursery.born(path, "spoken", 0)
        await asyncio.sleep(0.005 * number)
        nursery.killed(pid)
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        async with await SqlStore.open(path) as store:
            assert len(await store.events("talk")) >= 1 + nursery.stored
            talk = await practice.open_talk(store, "talk")
            assert talk.turns == len(talk.rounds)


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


async def live(path: Path, kind: str, last: int) -> None:
    """What a child does."""
    store = await SqlStore.open(path)
    await store.append("talk", started())
    if not last:
        tell("now")
    count = 0
    while True:
        async for _ in practice.say(store, parts(), "talk", TURNS[kind]):
            count += 1
            if not last:
                tell("stored")
            elif count == last:
                tell("now")
                await asyncio.Event().wait()


def fork_for_each_line() -> None:
    """What the nursery does. It runs no thread and no loop, so that a fork is a whole process."""
    for line in sys.stdin:
        path, kind, last = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            tell(str(os.getpid()))
            asyncio.run(live(Path(path), kind, int(last)))
        _, status = os.waitpid(pid, 0)
        tell(f"died of {os.waitstatus_to_exitcode(status) * -1}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    fork_for_each_line()
