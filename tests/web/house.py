"""A whole house on fakes: a person, a situation and a course by hand, a scorer that marks words, a store in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from fastapi import FastAPI
from starlette.testclient import TestClient, WebSocketTestSession

from personas.loader import Library
from personas.types import Course, CourseStep, Criterion, PhaseGuide
from scoring.types import Dialogue, Flag, Score
from simulator.fakes import (
    SOMEBODY,
    SOMEWHERE,
    BlankScorer,
    MemoryStore,
    ScriptedAvatar,
    ScriptedTranscriber,
    SilentVoice,
)
from simulator.protocols import Parts
from simulator.settings import Settings
from web.app import create_app

HOST = "http://localhost"
PAGE = {"origin": HOST, "sec-fetch-site": "same-origin"}
"""What a browser sends along from our own page."""

COURSE = Course(
    schema_="course/1",
    id="bad_news",
    version="1.0.0",
    language="nl-BE",
    title="Slecht nieuws",
    model="Slechtnieuwsgesprek in vier fasen",
    about="De boodschap eerst, dan opvangen, dan pas verder.",
    phases=(
        PhaseGuide(phase="message", title="De boodschap", asks="Zeg het in de eerste twee zinnen."),
        PhaseGuide(phase="catching", title="Opvangen", asks="Laat het stil. Benoem wat je ziet."),
    ),
    criteria=(
        Criterion(id="vagueness", title="Vaag", looks_for="Wie, wat of wanneer blijft open.", example="“Op termijn.”"),
        Criterion(id="clear_message", title="Duidelijk", looks_for="Wat en vanaf wanneer.", example="“Het stopt.”"),
    ),
    steps=(
        CourseStep(
            id="say-it", title="Zeg het meteen", why="Wachten maakt bang.", move="clear_message", within_turns=2
        ),
        CourseStep(id="ask", title="Vraag door", why="Wie gehoord is, kan luisteren.", move="open_question"),
    ),
)
LIBRARY = Library(
    personas=MappingProxyType({SOMEBODY.id: SOMEBODY}),
    scenarios=MappingProxyType({SOMEWHERE.id: SOMEWHERE}),
    courses=MappingProxyType({(COURSE.id, COURSE.language): COURSE}),
)


class MarkingScorer(BlankScorer):
    """Marks `op termijn` as vague and `het project stopt` as a clear message, wherever they stand."""

    async def score(self, dialogue: Dialogue) -> Score:
        """The flags of the last utterance."""
        text = dialogue.last.text
        slips = tuple(
            Flag.weakness("vagueness", "open", dialogue, found.span(), rule="test")
            for found in re.finditer("op termijn", text)
        )
        moves = tuple(
            Flag.strength("clear_message", dialogue, found.span(), rule="test")
            for found in re.finditer("(?i)het project stopt", text)
        )
        return Score(turn=dialogue.turn, slips=slips, moves=moves, message_said=bool(moves), version="test")


def parts(heard: Iterable[str | Exception] = (), scorer: object | None = None) -> Parts:
    """Fakes for every part; `heard` is what the transcriber hears in each sound."""
    return Parts(
        transcriber=ScriptedTranscriber(heard),
        scorer=scorer or MarkingScorer(),  # type: ignore[arg-type]  # a scorer of the test
        avatar=ScriptedAvatar(),
        voice=SilentVoice(),
    )


def app_of(store: MemoryStore | None = None, **given: object) -> FastAPI:
    """An app on fakes."""
    return create_app(
        given.pop("settings", Settings()),  # type: ignore[arg-type]
        parts=given.pop("parts", None) or parts(),  # type: ignore[arg-type]
        store=store or MemoryStore(),
        library=given.pop("library", LIBRARY),  # type: ignore[arg-type]
    )


def client_of(app: FastAPI) -> TestClient:
    """A browser that looks at this app; use it with `with`."""
    return TestClient(app, base_url=HOST, follow_redirects=False)


def begin(client: TestClient, difficulty: int = 2) -> str:
    """Begins a talk as the page does; its id."""
    form = {"csrf": client.app.state.house.token, "scenario": "somewhere", "persona": "somebody"}  # type: ignore[attr-defined]
    answer = client.post("/talks", data={**form, "difficulty": str(difficulty)}, headers=PAGE)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].rsplit("/", 1)[1]


def until_idle(socket: WebSocketTestSession) -> list[dict[str, object]]:
    """The messages up to and including `idle`."""
    found: list[dict[str, object]] = []
    while not found or found[-1]["type"] != "idle":
        found.append(socket.receive_json())
    return found


def socket_of(client: TestClient, talk_id: str, origin: str = HOST) -> WebSocketTestSession:
    """The socket of a talk, opened by a page from `origin`."""
    return client.websocket_connect(f"ws://localhost/talks/{talk_id}/socket", headers={"origin": origin})
