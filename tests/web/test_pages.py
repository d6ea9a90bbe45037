"""The pages, without a browser."""

from __future__ import annotations

import pytest

from tests.web.house import app_of, begin, client_of, socket_of, until_idle


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
