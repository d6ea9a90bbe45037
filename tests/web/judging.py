"""Judges for the tests of the pages, and a scripted server for them in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Generator
from contextlib import contextmanager

from scoring.types import Dialogue
from simulator.judge_verdict import read_verdict
from simulator.types import Judgement
from tests.simulator.fault_server import FaultServer, Mode, running
from tests.simulator.opinions import as_json, pieces


class GatedJudge:
    """Sees these criteria hold wherever their words were said, as soon as it may answer; keeps what it read."""

    def __init__(self, **yes: tuple[str, str] | str) -> None:
        self.yes = yes
        self.may_answer = threading.Event()
        self.read: list[str] = []
        self.let_go: list[str] = []

    async def judge(self, dialogue: Dialogue) -> Judgement:
        """The judgement, once it may."""
        said = dialogue.last.text
        self.read.append(said)
        try:
            while not self.may_answer.is_set():  # noqa: ASYNC110  the gate is opened in another thread
                await asyncio.sleep(0.005)
        except asyncio.CancelledError:
            self.let_go.append(said)
            raise
        here = {name: told for name, told in self.yes.items() if (told if isinstance(told, str) else told[1]) in said}
        return Judgement(checks=read_verdict(as_json(**here), dialogue), model="script", asked="1")


@contextmanager
def judge_server(mode: Mode = "ok", **yes: tuple[str, str] | str) -> Generator[FaultServer, None, None]:
    """An OpenAI-compatible server that gives this answer to every question, for a program in another process."""
    ready, done = threading.Event(), threading.Event()
    servers: list[FaultServer] = []

    async def serve() -> None:
        async with running(mode, words=pieces(as_json(**yes))) as server:
            servers.append(server)
            ready.set()
            while not done.is_set():  # noqa: ASYNC110  the end comes from another thread
                await asyncio.sleep(0.02)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield servers[0]
    finally:
        done.set()
        thread.join(10)
