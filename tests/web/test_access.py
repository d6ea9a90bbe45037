"""Who may see what: every route, for whoever owns the talk and for somebody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.requests import HTTPConnection
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from simulator.fakes import MemoryStore, started
from tests.web.house import PAGE, app_of, client_of, socket_of
from web import pages, socket
from web.access import RULES

ROUTES: dict[str, Any] = {
    route.name: route
    for route in [*pages.router.routes, *socket.router.routes]
    if isinstance(route, APIRoute | APIWebSocketRoute)
}
OPEN = {
    "choose": 200, "course": 200, "briefing": 200, "begin": 303, "persona_face": 200, "talks": 200, "ear": 200,
    "about": 200, "patterns": 200, "pattern_face": 200,
}  # fmt: skip
MINE = {"practise": 200, "turns": 200, "talk_face": 200, "debrief": 200, "confirm_delete": 200, "delete": 303}
VALUES = {"scenario_id": "somewhere", "persona_id": "somebody", "shown": "calm", "talk_id": "talk",
          "course_id": "bad_news", "language": "nl-BE"}  # fmt: skip


def answer(name: str, who: str, talk_id: str = "talk") -> int:
    """The status that `who` gets for this route and the talk of `anna`."""
    store = MemoryStore()
    asyncio.run(store.append("talk", started("talk", owner="anna")))
    app = app_of(store)
    app.state.identify = lambda connection: who
    route = ROUTES[name]
    values = {key: talk_id if key == "talk_id" else VALUES[key] for key in route.param_convertors}
    path = str(app.url_path_for(name, **values))
    with client_of(app) as client:
        if "POST" in route.methods:
            form = {"csrf": app.state.house.token, "scenario": "somewhere", "persona": "somebody"}
            return client.post(path, data=form, headers=PAGE).status_code
        return client.get(path).status_code


def test_every_route_has_a_rule_and_every_rule_a_route() -> None:
    assert set(RULES) == set(ROUTES)


def test_every_route_stands_in_the_tables_of_this_test() -> None:
    assert set(ROUTES) == {*OPEN, *MINE, "socket"}
    assert {name for name, rule in RULES.items() if rule == "own_talk"} == {*MINE, "socket"}


@pytest.mark.parametrize("who", ["anna", "ben"])
@pytest.mark.parametrize(("name", "status"), OPEN.items())
def test_open_to_anyone(name: str, status: int, who: str) -> None:
    assert answer(name, who) == status


@pytest.mark.parametrize(("name", "status"), MINE.items())
def test_open_to_the_owner_of_the_talk(name: str, status: int) -> None:
    assert answer(name, "anna") == status


@pytest.mark.parametrize("name", MINE)
def test_a_talk_of_somebody_else_is_not_there(name: str) -> None:
    assert answer(name, "ben") == 404


@pytest.mark.parametrize("name", MINE)
def test_a_talk_that_does_not_exist_is_told_alike(name: str) -> None:
    assert answer(name, "anna", "nothing") == 404


@pytest.mark.parametrize(("who", "talk_id"), [("ben", "talk"), ("anna", "nothing")])
def test_the_socket_of_somebody_else_is_refused(who: str, talk_id: str) -> None:
    store = MemoryStore()
    asyncio.run(store.append("talk", started("talk", owner="anna")))
    app = app_of(store)
    app.state.identify = lambda connection: who
    with (
        client_of(app) as client,
        pytest.raises((WebSocketDenialResponse, WebSocketDisconnect)),
        socket_of(client, talk_id),
    ):
        pass


def test_a_route_without_a_rule_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, "about")
    with client_of(app_of()) as client:
        assert client.get("/about").status_code == 404


def test_the_list_holds_ones_own_talks_only() -> None:
    store = MemoryStore()
    asyncio.run(store.append("talk", started("talk", owner="anna")))
    app = app_of(store)

    def who(connection: HTTPConnection) -> str:
        return connection.headers["x-who"]

    app.state.identify = who
    with client_of(app) as client:
        assert "/talks/talk" in client.get("/talks", headers={"x-who": "anna"}).text
        assert "/talks/talk" not in client.get("/talks", headers={"x-who": "ben"}).text
