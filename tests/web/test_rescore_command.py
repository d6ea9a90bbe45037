"""`rechtdoor rescore`."""

import argparse
import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.practice import begin, say
from simulator.settings import read_settings
from simulator.types import Turn
from simulator.wiring import open_store
from tests.web.house import LIBRARY, SOMEBODY, SOMEWHERE, MarkingScorer, parts
from web.commands import rescore
from web.commands.talk import OWNER

SAID = "Er verandert op termijn iets, we bekijken dat nog wel eens."


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    rescore.options(parser)
    return rescore.run(parser.parse_args(arguments))


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A stored talk whose one turn was scored by a scorer of before; gives its number."""
    monkeypatch.setenv("RECHTDOOR_DATA", str(tmp_path))
    monkeypatch.setenv("RECHTDOOR_LEARNED_HEADS", "false")

    async def hold() -> str:
        started = begin(
            LIBRARY, SOMEWHERE.id, SOMEBODY.id, 2, OWNER, lambda: datetime(2026, 11, 22, tzinfo=UTC), seed=1
        )
        async with await open_store(read_settings()) as store:
            await store.append(started.session.id, started)
            async for _ in say(store, parts(scorer=MarkingScorer()), started.session.id, Turn(text=SAID)):
                pass
        return started.session.id

    return asyncio.run(hold())


def test_what_is_seen_otherwise_is_told_without_a_word_that_was_said(
    held: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    shown = capsys.readouterr().out
    assert f"{held} turn 1: no longer open, now delay, now loose" in shown
    assert "1 turns scored again, 1 are seen otherwise since test." in shown
    assert "termijn" not in shown


def test_a_program_reads_the_versions(held: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(held, "--json") == 0
    (turn,) = json.loads(capsys.readouterr().out)
    assert (turn["then"], turn["turn"], turn["talk"]) == ("test", 1, held)
    assert turn["now"] != "test"


def test_the_talk_stays_as_it_was(held: str) -> None:
    async def events() -> list[str]:
        async with await open_store(read_settings()) as store:
            return [event.model_dump_json() for event in await store.events(held)]

    before = asyncio.run(events())
    assert run() == 0
    assert asyncio.run(events()) == before


def test_a_talk_that_is_not_there_is_refused(held: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("nowhere") == 2
    assert "nowhere: expected the number of one of your talks" in capsys.readouterr().err
