"""What a talk comes down to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from personas.types import AvatarState, Ending
from simulator.events import Ended
from simulator.fakes import MemoryStore, started
from simulator.practice import say
from simulator.talk import Talk, sum_up
from simulator.types import Turn
from tests.web.house import COURSE, app_of, client_of, parts, socket_of
from web.debrief import debrief_of


def talk_of(lines: Sequence[str], ending: Ending | None = None) -> Talk:
    """A talk in which these lines were typed."""

    async def talk() -> Talk:
        store = MemoryStore()
        await store.append("talk", started("talk", owner="local"))
        for line in lines:
            async for _ in say(store, parts(), "talk", Turn(text=line)):
                pass
        if ending is not None:
            await store.append("talk", Ended(ending=ending, says="Zo liep het."))
        return sum_up(await store.events("talk"))

    return asyncio.run(talk())


def test_a_step_is_ticked_with_its_words_and_its_turn() -> None:
    debrief = debrief_of(talk_of(["Dag.", "Het project stopt op 1 maart."]), COURSE)
    done, still_open = debrief.steps
    assert (done.status, done.quote, done.number) == ("done", "Het project stopt", 2)
    assert (still_open.status, still_open.quote, still_open.number) == ("open", "", None)
    assert debrief.open_step == still_open


def test_a_step_that_came_too_late_stays_open() -> None:
    debrief = debrief_of(talk_of(["Dag.", "Hoe gaat het?", "Het project stopt op 1 maart."]), COURSE)
    assert debrief.steps[0].status == "open"


def test_the_card_to_take_along_is_of_the_slip_that_came_most() -> None:
    assert debrief_of(talk_of(["Het project stopt."]), COURSE).take is None
    take = debrief_of(talk_of(["Het stopt op termijn.", "Op een dag, op termijn."]), COURSE).take
    assert take is not None
    assert take.flag.name == "vagueness"


@pytest.mark.parametrize(("ending", "told"), [("false_hope", True), ("good", False)])
def test_false_hope_is_said_plainly(ending: Ending, told: bool) -> None:
    talk = talk_of(["Er verandert op termijn iets."], ending)
    assert debrief_of(talk, COURSE).false_hope is told


def test_a_talk_without_turns_has_nothing_to_say() -> None:
    talk = talk_of([])
    assert talk.state == AvatarState()
    debrief = debrief_of(talk, COURSE)
    assert (debrief.understood, debrief.take, debrief.steps) == ("not", None, ())


@pytest.mark.parametrize("ending", ["good", "clear_but_cold", "false_hope", "walks_out", "open"])
def test_the_page_says_what_every_ending_means(ending: Ending) -> None:
    store = MemoryStore()

    async def ended() -> None:
        await store.append("talk", started("talk", owner="local"))
        async for _ in say(store, parts(), "talk", Turn(text="Het project stopt.")):
            pass
        await store.append("talk", Ended(ending=ending, says="Zo liep het."))

    asyncio.run(ended())
    with client_of(app_of(store)) as client:
        page = client.get("/talks/talk/debrief").text
        assert "Zo liep het." in page
        assert "Ik weet nu waar ik sta." in page
        with socket_of(client, "talk") as socket:
            assert socket.receive_json()["ended"] is True
            socket.send_json({"type": "say", "turn": 2, "text": "Nog iets."})
            assert "afgelopen" in socket.receive_json()["says"]
