"""What is turned away at the door, and what every answer carries."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from simulator.settings import Settings
from tests.web.house import HOST, PAGE, app_of, begin, client_of, socket_of

FORM = {"scenario": "somewhere", "persona": "somebody"}


def form_of(client: TestClient) -> dict[str, str]:
    """A form as our own page sends it."""
    return {**FORM, "csrf": client.app.state.house.token}  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/", "/talks", "/nowhere", "/static/base.css"])
def test_every_answer_carries_the_policy(path: str) -> None:
    with client_of(app_of()) as client:
        headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["permissions-policy"].startswith("microphone=(self)")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_nonce_of_the_page_is_that_of_its_policy_and_new_each_time() -> None:
    with client_of(app_of()) as client:
        answers = [client.get("/") for _ in range(2)]
    nonces = [re.search(r"'nonce-([\w-]+)'", each.headers["content-security-policy"]) for each in answers]
    for found, each in zip(nonces, answers, strict=True):
        assert found is not None
        assert f'nonce="{found[1]}"' in each.text
    assert nonces[0][1] != nonces[1][1]  # type: ignore[index]


@pytest.mark.parametrize("path", ["/", "/scenarios/somewhere", "/talks", "/about", "/patterns"])
def test_a_page_has_no_script_or_style_of_its_own(path: str) -> None:
    with client_of(app_of()) as client:
        page = client.get(path).text
    assert not re.search(r"\son\w+=", page)
    assert " style=" not in page
    assert "<style" not in page


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("oefenen.example.be", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("[::1", 400),
        ("LOCALHOST:8000", 200),
        ("localhost.", 400),
        ("evil@localhost", 400),
        ("localhost/evil", 400),
        ("localhost#evil", 400),
        ("localhost:80:80", 400),
        ("localhost:8000, evil.example", 400),
        ("", 400),
    ],
)
def test_only_our_own_names_are_served(host: str, status: int) -> None:
    app = app_of(settings=Settings(origins=("https://oefenen.example.be",)))
    with client_of(app) as client:
        assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (PAGE, 303),
        ({"origin": HOST}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": HOST, "sec-fetch-site": "cross-site"}, 403),
        ({"origin": HOST, "sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://localhost:9000"}, 403),
        ({"origin": "http://[broken"}, 403),
    ],
)
def test_a_form_comes_from_our_own_page(headers: dict[str, str], status: int) -> None:
    with client_of(app_of()) as client:
        assert client.post("/talks", data=form_of(client), headers=headers).status_code == status


@pytest.mark.parametrize("token", [None, "", "wrong", "é"])
def test_a_form_without_the_token_of_the_page_is_refused(token: str | None) -> None:
    with client_of(app_of()) as client:
        form = {**FORM, **({"csrf": token} if token is not None else {})}
        answer = client.post("/talks", data=form, headers=PAGE)
    assert answer.status_code == 403
    assert "Dit mag hier niet" in answer.text


def test_the_token_may_come_in_the_header_that_htmx_sends() -> None:
    with client_of(app_of()) as client:
        headers = {**PAGE, "x-csrf-token": client.app.state.house.token}  # type: ignore[attr-defined]
        assert client.post("/talks", data=FORM, headers=headers).status_code == 303


def test_a_form_is_never_large() -> None:
    with client_of(app_of()) as client:
        form = {**form_of(client), "more": "x" * 70_000}
        assert client.post("/talks", data=form, headers=PAGE).status_code == 413


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://localhost:9000", "file://"])
def test_a_foreign_page_gets_no_socket(origin: str) -> None:
    with client_of(app_of()) as client:
        talk = begin(client)
        with pytest.raises(WebSocketDisconnect) as refused, socket_of(client, talk, origin):
            pass
    assert refused.value.code == 1008


def test_a_page_that_the_operator_named_gets_a_socket() -> None:
    with client_of(app_of(settings=Settings(origins=("https://oefenen.example.be",)))) as client:
        talk = begin(client)
        with socket_of(client, talk, "https://oefenen.example.be") as socket:
            assert socket.receive_json()["type"] == "ready"


@pytest.mark.parametrize("path", ["/", "/scenarios/somewhere", "/talks", "/talks/{}", "/talks/{}/turns",
                                  "/talks/{}/debrief", "/talks/{}/delete", "/ear"])  # fmt: skip
def test_to_look_changes_nothing(path: str) -> None:
    app = app_of()
    with client_of(app) as client:
        talk = begin(client)
        before = dict(app.state.house.store._events)
        assert client.get(path.format(talk)).status_code == 200
        assert app.state.house.store._events == before
