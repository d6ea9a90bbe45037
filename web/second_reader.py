"""The second reader of one talk: asks the judge about each turn, beside it, and tells the page when it has answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from simulator.errors import Stumble
from simulator.events import Judged
from simulator.practice import second_opinion
from simulator.protocols import Judge, Store

log = logging.getLogger(__name__)


class SecondReader:
    """Reads turns in the background. Nothing waits for it, and what goes wrong with it stays with it."""

    def __init__(self, store: Store, judge: Judge, talk_id: str, tell: Callable[[Judged], None]) -> None:
        self._store = store
        self._judge = judge
        self._talk_id = talk_id
        self._tell = tell
        self._tasks: dict[int, asyncio.Task[None]] = {}

    @property
    def reading(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._tasks)

    def ask(self, turn: int) -> None:
        """Begins to read this turn; once is enough."""
        if turn not in self._tasks:
            task = self._tasks[turn] = asyncio.create_task(self._read(turn))
            task.add_done_callback(lambda _: self._tasks.pop(turn, None))

    def forget(self, since: int = 0) -> None:
        """Lets go of this turn and all after it; of all turns when none is named."""
        for turn, task in list(self._tasks.items()):
            if turn >= since:
                task.cancel()

    async def close(self) -> None:
        """Lets go of all turns and waits until that is done."""
        tasks = list(self._tasks.values())
        self.forget()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, turn: int) -> None:
        try:
            judged = await second_opinion(self._store, self._judge, self._talk_id, turn)
        except Stumble as error:  # the talk was erased, or the disk is full: the next turn says so
            log.info("no second opinion stored: talk=%s turn=%d trouble=%s", self._talk_id, turn, error.trouble)
            return
        except Exception as error:
            # Not its text, which may hold what was said.
            log.error("unexpected %s in a second opinion: talk=%s turn=%d", type(error).__name__, self._talk_id, turn)
            return
        if judged is not None:
            self._tell(judged)
