"""The socket: what is sent in which order, what is never doubled, what becomes a sentence."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import Any

import numpy as np
import pytest
from starlette.testclient import TestClient

from scoring.types import Dialogue, Score
from simulator.errors import NotStored
from simulator.events import Event, Received
from simulator.fakes import BlankScorer, MemoryStore, started
from simulator.types import Audio
from tests.web.house import app_of, begin, client_of, parts, socket_of, until_idle

TURN = ["received", "heard", "scored", "reacted", "look", "replied", "spoke", "finished", "idle"]
FRAME = (np.sin(np.arange(320) / 5) * 8000).astype("<i2").tobytes()


def types(messages: list[dict[str, object]]) -> list[object]:
    """What kind each message is."""
    return [message["type"] for message in messages]


def speak(socket: Any, turn: int = 1, frames: int = 50, silence: float = 1.0) -> None:
    """Sound as the page sends it."""
    socket.send_json({"type": "sound", "turn": turn})
    for _ in range(frames):
        socket.send_bytes(FRAME)
    socket.send_json({"type": "sound_end", "turn": turn, "silence_before": silence})


def stored(client: TestClient, talk: str) -> list[Event]:
    """The events of a talk."""
    events: list[Event] = asyncio.run(client.app.state.house.store.events(talk))  # type: ignore[attr-defined]
    return events


def test_spoken_sound_is_heard_scored_and_answered() -> None:
    with client_of(app_of(parts=parts(["Het project stopt op 1 maart."]))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            assert socket.receive_json()["type"] == "ready"
            speak(socket)
            messages = until_idle(socket)
        assert types(messages) == TURN
        received = next(event for event in stored(client, talk) if isinstance(event, Received))
        assert (received.kind, received.seconds, received.silence_before) == ("spoken", 1.0, 1.0)


def test_a_silence_is_a_turn() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "silent", "turn": 1, "seconds": 4.2})
            assert types(until_idle(socket)) == TURN
        assert "Je liet 4,2 s stilte." in client.get(f"/talks/{talk}/turns").text


def test_a_turn_sent_again_after_a_lost_connection_counts_once() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        message = {"type": "say", "turn": 1, "text": " Dag Mira. ", "silence_before": 0.5}
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json(message)
            until_idle(socket)
        with socket_of(client, talk) as socket:
            assert socket.receive_json() == {"type": "ready", "turns": 1, "busy": False, "ended": False}
            socket.send_json(message)
            assert until_idle(socket) == [{"type": "accepted", "turn": 1}, {"type": "idle"}]
        assert sum(event.type == "received" for event in stored(client, talk)) == 1


def test_sound_sent_again_counts_once() -> None:
    with client_of(app_of(parts=parts(["Dag Mira."]))) as client:
        talk = begin(client)
        for expected in (TURN, ["accepted"]):
            with socket_of(client, talk) as socket:
                socket.receive_json()
                speak(socket)
                found = [socket.receive_json()["type"]]
                while found[-1] not in ("idle", "accepted"):
                    found.append(socket.receive_json()["type"])
                assert found == expected


def test_another_window_that_is_behind_is_told_so_and_loses_nothing() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as first, socket_of(client, talk) as second:
            first.receive_json()
            second.receive_json()
            first.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            assert types(until_idle(first)) == TURN
            assert types(until_idle(second)) == TURN
            second.send_json({"type": "say", "turn": 1, "text": "Iets anders."})
            failed = second.receive_json()
        assert failed["type"] == "failed"
        assert "ander venster" in failed["says"]
        assert sum(event.type == "received" for event in stored(client, talk)) == 1


def test_a_turn_goes_on_when_the_page_goes_away_in_the_middle() -> None:
    class Slow(BlankScorer):
        async def score(self, dialogue: Dialogue) -> Score:
            await asyncio.to_thread(gone.wait, 20)
            return Score(turn=dialogue.turn, version="test")

    gone = threading.Event()
    with client_of(app_of(parts=parts(scorer=Slow()))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            while socket.receive_json()["type"] != "heard":
                pass
        with socket_of(client, talk) as socket:
            assert socket.receive_json()["busy"] is True
            gone.set()
            assert types(until_idle(socket))[-2:] == ["finished", "idle"]
    assert [event.type for event in stored(client, talk)].count("finished") == 1


def test_a_turn_that_died_with_the_server_goes_on_at_the_next_visit() -> None:
    store = MemoryStore()
    with client_of(app_of(store)) as client:
        talk = begin(client)
        asyncio.run(store.append(talk, Received(turn=1, kind="typed", text="Dag Mira.")))
        with socket_of(client, talk) as socket:
            assert socket.receive_json()["turns"] == 1
            assert types(until_idle(socket)) == TURN[1:]


def test_a_turn_is_taken_again_and_the_first_try_stays() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": "Er verandert op termijn iets."})
            until_idle(socket)
            socket.send_json({"type": "rewind", "turn": 1})
            assert types(until_idle(socket)) == ["rewound", "idle"]
            socket.send_json({"type": "say", "turn": 2, "text": "Het project stopt op 1 maart."})
            assert types(until_idle(socket)) == TURN
        page = client.get(f"/talks/{talk}/debrief").text
        assert page.index("Het project stopt") < page.index("Eerste pogingen") < page.index("Er verandert")


def test_sound_that_was_dropped_is_not_heard() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "sound", "turn": 1})
            socket.send_bytes(FRAME)
            socket.send_json({"type": "sound_drop"})
            socket.send_json({"type": "sound_end", "turn": 1})
            assert types(until_idle(socket)) == ["failed", "idle"]
            socket.send_json({"type": "say", "turn": 1, "text": "Dag."})
            assert types(until_idle(socket)) == TURN


@pytest.mark.parametrize(
    "message",
    [
        "no json",
        "[]",
        '{"type": "nothing"}',
        '{"type": "say", "turn": 0, "text": "x"}',
        '{"type": "say", "turn": 7, "text": "x"}',
        '{"type": "say", "turn": 1, "text": "x", "more": 1}',
        '{"type": "silent", "turn": 1, "seconds": -1}',
        '{"type": "silent", "turn": 1, "seconds": NaN}',
        '{"type": "say", "turn": 1, "text": "x", "silence_before": 1e308}',
        '{"type": "rewind", "turn": 3}',
        '{"type": "say", "turn": 1, "text": "   "}',
        '{"type": "say", "turn": 1, "text": "' + "x" * 4_001 + '"}',
        "x" * 70_000,
    ],
)
def test_an_odd_message_gets_a_sentence_and_the_talk_goes_on(message: str) -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_text(message)
            messages = until_idle(socket)
            assert types(messages) == ["failed", "idle"]
            assert len(str(messages[0]["says"])) > 20
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            assert types(until_idle(socket)) == TURN


def test_more_than_two_minutes_of_sound_is_refused() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "sound", "turn": 1})
            for _ in range(62):
                socket.send_bytes(bytes(64_000))
            failed = socket.receive_json()
            assert failed["type"] == "failed"
            assert "120" in failed["says"]


def test_a_full_disk_is_a_sentence_and_the_words_stay_with_the_page() -> None:
    class Full(MemoryStore):
        full = False

        async def append(
            self, talk_id: str, event: Event, *, sound: Audio | None = None, after: int | None = None
        ) -> None:
            if self.full:
                raise NotStored(reason="de schijf is vol")
            await super().append(talk_id, event, sound=sound, after=after)

    store = Full()
    with client_of(app_of(store)) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            store.full = True
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            messages = until_idle(socket)
            assert types(messages) == ["failed", "idle"]
            assert "de schijf is vol" in str(messages[0]["says"])
            store.full = False
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            assert types(until_idle(socket)) == TURN


def test_what_nobody_expected_becomes_a_sentence_without_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(BlankScorer):
        async def score(self, dialogue: Dialogue) -> Score:
            raise RuntimeError(dialogue.last.text)

    caplog.set_level(logging.DEBUG)
    with client_of(app_of(parts=parts(scorer=Broken()))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": "geheimwoord"})
            messages = until_idle(socket)
    assert types(messages) == ["received", "heard", "failed", "idle"]
    assert "geheimwoord" not in str(messages[2])
    assert "RuntimeError" in caplog.text
    assert "geheimwoord" not in caplog.text


def test_nothing_said_or_answered_stands_in_a_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with client_of(app_of(parts=parts(["Kraaknummer zes is dit op termijn."]))) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            speak(socket)
            until_idle(socket)
            socket.send_json({"type": "say", "turn": 2, "text": "Kraaknummer zeven."})
            until_idle(socket)
            socket.send_json({"type": "say", "turn": "Kraaknummer", "text": "Kraaknummer acht."})
            socket.receive_json()
        client.get(f"/talks/{talk}/debrief")
    assert "raaknummer" not in caplog.text


def test_the_page_never_gets_what_the_avatar_keeps_to_itself() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        page = client.get(f"/talks/{talk}").text
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            sent = str(until_idle(socket))
    for secret in ("Weten waar ze aan toe is", "Dat het al lang beslist was", "started"):
        assert secret not in page
        assert secret not in sent


async def test_a_page_that_asks_and_never_listens_is_let_go_of() -> None:
    app = app_of()
    async with app.router.lifespan_context(app):
        store, asked, blocked = app.state.house.store, 0, asyncio.Event()
        await store.append("talk", started(owner="local"))

        async def receive() -> dict[str, str]:
            nonlocal asked
            asked += 1
            if asked == 5_000:
                return {"type": "websocket.disconnect"}
            return {"type": "websocket.connect"} if asked == 1 else {"type": "websocket.receive", "text": "odd"}

        async def send(message: dict[str, object]) -> None:
            if message["type"] == "websocket.send":
                await blocked.wait()

        scope = {
            "type": "websocket", "path": "/talks/talk/socket", "query_string": b"", "app": app, "extensions": {},
            "headers": [(b"host", b"localhost"), (b"origin", b"http://localhost")], "subprotocols": [],
        }  # fmt: skip
        await app(scope, receive, send)  # type: ignore[arg-type]  # plain dicts, as a server gives them
    assert 100 < asked < 2_000
