"""What a talk comes down to."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from datetime import date, time

import pytest

from personas.types import AvatarState, Ending
from scoring.types import Agreed, Dialogue, Score
from simulator.events import Ended
from simulator.fakes import SOMEBODY, BlankScorer, MemoryStore, started
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
    late = debrief.steps[0]
    assert (late.status, late.quote, late.number, late.is_to_do) == ("late", "Het project stopt", 3, True)


def test_the_card_to_take_along_is_of_the_slip_that_came_most() -> None:
    assert debrief_of(talk_of(["Het project stopt."]), COURSE).take is None
    take = debrief_of(talk_of(["Het stopt op termijn.", "Op een dag, op termijn."]), COURSE).take
    assert take is not None
    assert take.flag.name == "vagueness"


def test_the_card_to_take_along_names_its_turn() -> None:
    found = debrief_of(talk_of(["Dag.", "Het stopt op termijn."]), COURSE)
    assert (found.take_turn, found.take_number) == (2, 2)


@pytest.mark.parametrize(("ending", "told"), [("false_hope", True), ("good", False)])
def test_false_hope_is_said_plainly(ending: Ending, told: bool) -> None:
    talk = talk_of(["Er verandert op termijn iets."], ending)
    assert debrief_of(talk, COURSE).false_hope is told


class AgreeingScorer(BlankScorer):
    """Sees in each turn that something was agreed for `vrijdag`, as the rules do."""

    async def score(self, dialogue: Dialogue) -> Score:
        """What the turn fixed."""
        text = dialogue.last.text
        found = re.search("vrijdag om tien uur|maandag", text)
        assert dialogue.now is not None
        agreed = tuple(
            Agreed(
                turn=dialogue.turn, who="other" if text.startswith("Jij") else "trainee", what=text, when=when,
                on=date(2026, 11, 30) if when == "maandag" else date(2026, 11, 27),
                at=time(10) if "uur" in when else None,
            )
            for when in ([found.group()] if found else [])
        )  # fmt: skip
        return Score(turn=dialogue.turn, agreed=agreed, version="test")


def agreeing(lines: Sequence[str]) -> MemoryStore:
    """A store with a talk in which these lines were typed."""
    store = MemoryStore()

    async def fill() -> None:
        await store.append("talk", started("talk", owner="local"))
        for line in lines:
            async for _ in say(store, parts(scorer=AgreeingScorer()), "talk", Turn(text=line)):
                pass

    asyncio.run(fill())
    return store


def test_the_page_tells_what_was_agreed_with_the_day_in_words() -> None:
    store = agreeing(["Dag.", "Ik bel je vrijdag om tien uur.", "Jij brengt de sleutels maandag."])
    with client_of(app_of(store)) as client:
        page = " ".join(re.sub(r"<[^>]+>", "", client.get("/talks/talk/debrief").text).split())
    assert "Wat is afgesproken" in page
    assert "Jij vrijdag 27 november 2026, 10.00 uur, beurt 2" in page
    assert f"{SOMEBODY.name.split()[0]} maandag 30 november 2026, beurt 3" in page
    assert "“Jij brengt de sleutels maandag.”" in page


def test_a_new_day_for_the_same_thing_takes_the_place_of_the_old() -> None:
    store = agreeing(["Ik bel je vrijdag om tien uur.", "Ik bel je maandag."])
    found = debrief_of(sum_up(asyncio.run(store.events("talk"))), COURSE).settled
    assert [(each.agreed.when, each.number) for each in found] == [("maandag", 2)]


def test_where_nothing_was_agreed_the_page_does_not_speak_of_it() -> None:
    with client_of(app_of(agreeing(["Dag."]))) as client:
        assert "Wat is afgesproken" not in client.get("/talks/talk/debrief").text


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
