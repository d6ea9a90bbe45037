"""The pages, without a browser."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from simulator.errors import NotStored
from simulator.events import Event
from simulator.fakes import MemoryStore, ScriptedTranscriber
from simulator.talk_row import TalkRow
from simulator.types import Audio
from tests.web.house import HOST, PAGE, app_of, begin, client_of, parts, socket_of, until_idle


@pytest.mark.parametrize("path", ["/", "/scenarios/somewhere", "/talks", "/about", "/patterns", "/ear"])
def test_a_page_is_there(path: str) -> None:
    with client_of(app_of()) as client:
        answer = client.get(path)
        assert answer.status_code == 200, answer.text


def test_from_choosing_to_the_debrief_with_typed_words() -> None:
    with client_of(app_of()) as client:
        assert "/scenarios/somewhere" in client.get("/").text
        briefing = client.get("/scenarios/somewhere").text
        assert "Het project stopt op 1 maart." in briefing
        assert "Zeg het in de eerste twee zinnen." in briefing
        talk = begin(client)
        assert client.get(f"/talks/{talk}").status_code == 200
        with socket_of(client, talk) as socket:
            assert socket.receive_json() == {"type": "ready", "turns": 0, "busy": False, "ended": False}
            socket.send_json({"type": "say", "turn": 1, "text": "Er verandert op termijn iets.", "silence_before": 1.5})
            types = [message["type"] for message in until_idle(socket)]
            assert types == ["received", "heard", "scored", "reacted", "look", "replied", "spoke", "finished", "idle"]
            socket.send_json({"type": "stop"})
            assert [message["type"] for message in until_idle(socket)] == ["ended", "idle"]
        page = client.get(f"/talks/{talk}/debrief").text
        assert '<mark class="vagueness">op termijn<span class="unseen"> (vaag)</span></mark>' in page


def test_the_page_tells_that_the_speech_model_is_loading_and_then_who_listens() -> None:
    class Slow(ScriptedTranscriber):
        async def warm(self) -> None:
            await asyncio.to_thread(loaded.wait, 20)

    loaded = threading.Event()
    with client_of(app_of(parts=replace(parts(), transcriber=Slow([])))) as client:
        assert "Het spraakmodel wordt geladen" in client.get("/scenarios/somewhere").text
        asking = client.get("/ear").text
        assert 'hx-trigger="every 2s"' in asking
        loaded.set()
        while "wordt geladen" in (told := client.get("/ear").text):
            pass
        assert "Een script luistert" in told
        assert "hx-trigger" not in told


def test_a_speech_model_that_does_not_load_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(ScriptedTranscriber):
        async def warm(self) -> None:
            raise OSError("broken")

    with client_of(app_of(parts=replace(parts(), transcriber=Broken([])))) as client:
        while "wordt geladen" in client.get("/ear").text:
            pass
        assert client.get("/").status_code == 200
    assert "OSError" in caplog.text


@pytest.mark.parametrize("path", ["/nowhere", "/scenarios/nowhere", "/talks/nowhere", "/faces/somebody/laughing.svg"])
def test_what_is_not_there_is_said_in_a_sentence(path: str) -> None:
    with client_of(app_of()) as client:
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Deze pagina is er niet" in answer.text
        assert "Naar het begin" in answer.text


def test_what_nobody_expected_is_a_sentence_too(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(MemoryStore):
        async def talks(self, owner: str) -> list[TalkRow]:
            raise RuntimeError("geheimwoord")

    with TestClient(app_of(Broken()), base_url=HOST, raise_server_exceptions=False) as client:
        answer = client.get("/talks")
    assert answer.status_code == 500
    assert "Er ging iets mis aan onze kant" in answer.text
    assert "geheimwoord" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_disk_that_takes_nothing_is_said_before_the_talk() -> None:
    class Full(MemoryStore):
        async def append(
            self, talk_id: str, event: Event, *, sound: Audio | None = None, after: int | None = None
        ) -> None:
            raise NotStored(reason="de schijf is vol")

    with client_of(app_of(Full())) as client:
        form = {"csrf": client.app.state.house.token, "scenario": "somewhere", "persona": "somebody"}  # type: ignore[attr-defined]
        answer = client.post("/talks", data=form, headers=PAGE)
    assert answer.status_code == 503
    assert "de schijf is vol" in answer.text


def test_every_page_says_that_it_is_an_ai_and_that_the_voice_is_not_judged() -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        for path in ("/", "/scenarios/somewhere", "/talks", "/about", "/patterns", f"/talks/{talk}",
                     f"/talks/{talk}/debrief", f"/talks/{talk}/delete", "/nowhere"):  # fmt: skip
            page = client.get(path).text
            assert "Je oefent met een AI, niet met een mens." in page, path
            assert "nooit beoordeeld op emotie" in page, path


def test_words_are_shown_as_words_whatever_they_hold() -> None:
    odd = '<script>alert(1)</script> & "op termijn" \x00( {{ 7*7 }}'
    with client_of(app_of()) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": odd})
            until_idle(socket)
        for path in (f"/talks/{talk}", f"/talks/{talk}/turns", f"/talks/{talk}/debrief"):
            page = client.get(path).text
            assert "<script>alert" not in page
            assert "&lt;script&gt;alert(1)" in page
            assert "{{ 7*7 }}" in page


def test_an_unfinished_talk_is_offered_on_the_first_page() -> None:
    with client_of(app_of()) as client:
        assert "Je was nog bezig" not in client.get("/").text
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            socket.send_json({"type": "say", "turn": 1, "text": "Dag Mira."})
            until_idle(socket)
        assert f'href="/talks/{talk}"' in client.get("/").text
