"""The second reader beside a talk: never waited for, cancelled when it is no use, shown when it comes."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from scoring.types import Dialogue
from simulator.events import Judged
from simulator.fakes import MemoryStore
from simulator.protocols import Judge, Parts
from simulator.talk import sum_up
from simulator.types import Judgement
from tests.web.browser import serving, typed
from tests.web.house import app_of, begin, client_of, parts, socket_of, until_idle
from tests.web.judging import GatedJudge, judge_server
from tests.web.test_browser import VAGUE, a_page, fits, no_barrier
from tests.web.test_browser import begin as begin_in_browser
from tests.web.test_socket import TURN, speak, stored, types

SAID = "Het project stopt op termijn."
BOTH = "Ook de tweede lezer, een taalmodel, ziet dit."
NOT_SEEN = "De tweede lezer, een taalmodel, ziet dit hier niet."
ALONE = "Alleen de tweede lezer ziet dit"


def with_judge(judge: Judge, **given: Any) -> Parts:
    return replace(parts(**given), judge=judge)


def say(socket: Any, text: str = SAID, turn: int = 1) -> list[object]:
    """Says something; what comes back up to `idle`."""
    socket.send_json({"type": "say", "turn": turn, "text": text})
    return types(until_idle(socket))


def until_judged(socket: Any) -> dict[str, Any]:
    """The next `judged`."""
    while (message := socket.receive_json())["type"] != "judged":
        pass
    return dict(message)


def judged(client: TestClient, talk: str) -> list[int]:
    """The turns with a stored second opinion."""
    return [event.turn for event in stored(client, talk) if isinstance(event, Judged)]


def test_the_turn_ends_without_it_and_it_comes_afterwards_to_page_and_debrief() -> None:
    judge = GatedJudge(vagueness=("open", "op termijn"), evasiveness=("hiding", "stopt"))
    with client_of(app_of(parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            assert say(socket) == TURN
            before = client.get(f"/talks/{talk}/turns").text
            assert "tweede lezer" not in before
            judge.may_answer.set()
            message = until_judged(socket)
        assert message["turn"] == 1
        assert judged(client, talk) == [1]
        for page in (client.get(f"/talks/{talk}/turns").text, client.get(f"/talks/{talk}/debrief").text):
            assert (page.count(BOTH), page.count(NOT_SEEN)) == (1, 1)
            assert page.index(ALONE) < page.index("<q>stopt</q>")


def test_it_changes_neither_the_score_nor_the_avatar() -> None:
    opinions: list[GatedJudge | None] = [None, GatedJudge(evasiveness=("hiding", "stopt"), apology="Het project")]
    told = []
    for judge in opinions:
        if judge:
            judge.may_answer.set()
        with client_of(app_of(parts=replace(parts(), judge=judge))) as client:
            talk = begin(client)
            with socket_of(client, talk) as socket:
                socket.receive_json()
                say(socket)
                while judge and not judged(client, talk):
                    pass
            (round_,) = sum_up(stored(client, talk)).rounds
            assert round_.scored is not None
            assert round_.reacted is not None
            told.append((round_.scored, round_.reacted.response.after, round_.reacted.response.intent))
    assert told[0] == told[1]


def test_each_turn_with_words_is_read_once_and_a_silence_by_nobody() -> None:
    judge = GatedJudge()
    judge.may_answer.set()
    with client_of(app_of(parts=with_judge(judge, heard=["Dag Mira.", ""]))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket, socket_of(client, talk) as other:
            socket.receive_json()
            other.receive_json()
            speak(socket, 1)
            until_judged(socket)
            speak(socket, 2)
            until_idle(socket)
            socket.send_json({"type": "silent", "turn": 3, "seconds": 4})
            until_idle(socket)
            say(socket, "Nog iets.", 4)
            until_judged(other)
            until_judged(other)
    assert judge.read == ["Dag Mira.", "Nog iets."]


def test_a_turn_that_is_taken_back_is_read_no_more() -> None:
    judge = GatedJudge()
    with client_of(app_of(parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
            socket.send_json({"type": "rewind", "turn": 1})
            until_idle(socket)
            say(socket, "Opnieuw.", 2)
            judge.may_answer.set()
            assert until_judged(socket)["turn"] == 2
        assert judge.let_go == [SAID]
        assert judged(client, talk) == [2]


def test_who_stops_is_read_no_more_and_goes_on_to_the_debrief_at_once() -> None:
    judge = GatedJudge()
    with client_of(app_of(parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
            socket.send_json({"type": "stop"})
            assert types(until_idle(socket)) == ["ended", "idle"]
            assert client.get(f"/talks/{talk}/debrief").status_code == 200
        assert judged(client, talk) == []
    assert judge.let_go == [SAID]


def test_a_server_that_stops_lets_go_of_it_and_the_talk_still_adds_up() -> None:
    judge, store = GatedJudge(), MemoryStore()
    with client_of(app_of(store, parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
    assert judge.let_go == [SAID]
    assert sum_up(asyncio.run(store.events(talk))).rounds[0].judged is None
    with client_of(app_of(store)) as client:
        with socket_of(client, talk) as socket:
            assert socket.receive_json()["turns"] == 1
            assert say(socket, "En nu?", 2) == TURN
        assert "tweede lezer" not in client.get(f"/talks/{talk}/debrief").text


def test_it_comes_also_when_the_page_has_gone_away() -> None:
    judge = GatedJudge()
    with client_of(app_of(parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            judge.may_answer.set()
            assert until_judged(socket)["turn"] == 1


def test_a_talk_that_is_erased_meanwhile_stays_erased(caplog: pytest.LogCaptureFixture) -> None:
    judge, store = GatedJudge(), MemoryStore()
    with client_of(app_of(store, parts=with_judge(judge))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
            asyncio.run(store.delete(talk))
            judge.may_answer.set()
            socket.send_text("odd")
            until_idle(socket)
            while client.app.state.house.rooms._rooms[talk].reader.reading:  # type: ignore[attr-defined]
                pass
        assert asyncio.run(store.events(talk)) == []
    assert "ERROR" not in caplog.text


@pytest.mark.parametrize("why", ["slow", "gone", "refused", "cut", "unreadable", "trick"])
def test_the_debrief_says_why_there_is_none_and_the_page_stays_quiet(why: Any) -> None:
    class Mute:
        async def judge(self, dialogue: Dialogue) -> Judgement:
            return Judgement(checks=None, ungraded=why, asked="1")

    with client_of(app_of(parts=with_judge(Mute()))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            say(socket)
            while not judged(client, talk):
                pass
        assert "tweede lezer" not in client.get(f"/talks/{talk}/turns").text
        assert "tweede lezer" in client.get(f"/talks/{talk}/debrief").text


def test_a_judge_that_breaks_harms_nothing_and_logs_nothing_that_was_said(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        async def judge(self, dialogue: Dialogue) -> Judgement:
            raise RuntimeError(dialogue.last.text)

    caplog.set_level(logging.DEBUG)
    with client_of(app_of(parts=with_judge(Broken()))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            assert say(socket, "Kraaknummer zes.") == TURN
    assert "RuntimeError" in caplog.text
    assert "raaknummer" not in caplog.text


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_real_browser_it_appears_by_itself_and_can_be_read_by_everybody(tmp_path: Path, scheme: str) -> None:
    with (
        judge_server(vagueness=("open", "op termijn"), missing_i_statement=("blame", "Ge weet")) as server,
        serving(tmp_path / "data", judge_url=server.url, judge_seconds="20", whisper_offline="true") as address,
        a_page(tmp_path, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 1280, "height": 900}) as page,
    ):
        begin_in_browser(page, address)
        typed(page, VAGUE)
        page.wait_for_selector("#beside .second")
        beside = page.locator("#beside")
        assert BOTH in beside.inner_text()
        assert beside.locator(".second q").inner_text() == "Ge weet"
        assert beside.locator(".card .also").count() >= 1
        no_barrier(page, "practise, with a second opinion")
        page.set_viewport_size({"width": 320, "height": 740})
        fits(page, 320)
        page.goto(f"{page.url}/debrief")
        assert ALONE in page.inner_text(".transcript")
        fits(page, 320)
        no_barrier(page, "debrief, with a second opinion")
        page.goto(f"{address}/about")
        assert "Na elke beurt leest ook een taalmodel op 127.0.0.1" in page.inner_text("main")
    assert VAGUE in str(server.asked[0]["messages"])


@pytest.mark.browser
def test_in_a_real_browser_a_slow_second_reader_holds_nobody_up(tmp_path: Path) -> None:
    with (
        judge_server("slow_first_word") as server,
        serving(tmp_path / "data", judge_url=server.url, whisper_offline="true", judge_seconds="20") as address,
        a_page(tmp_path) as page,
    ):
        begin_in_browser(page, address)
        typed(page, VAGUE)
        typed(page, "Goed. Het contract stopt op 31 januari.")
        assert page.locator("#beside .second").count() == 0
        page.click("#open-stop")
        page.click("#stop-yes")
        page.wait_for_url("**/debrief")
        assert page.locator(".transcript .turn").count() == 2
