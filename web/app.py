"""The door: settings go in, an app comes out. Every page and the socket are behind `Shield` and `allowed`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from personas.loader import Library, load_library
from simulator.errors import NotAllowed, NotStored, Stumble
from simulator.protocols import Parts
from simulator.settings import Settings
from web import pages, socket
from web.access import allowed, local_user
from web.headers import Shield
from web.house import House, Shelf
from web.rooms import told
from web.texts import texts

STATIC = Path(__file__).parent / "static"


def create_app(
    settings: Settings, parts: Parts | None = None, store: Shelf | None = None, library: Library | None = None
) -> FastAPI:
    """The app. What is not given is built from the settings when the server starts, and closed when it stops."""

    @asynccontextmanager
    async def open_house(app: FastAPI) -> AsyncGenerator[None, None]:
        from simulator.wiring import build_parts, close_parts, open_store

        opened = await open_store(settings) if store is None else None
        shelf: Shelf | None = store or opened
        assert shelf is not None
        built = None if parts else build_parts(settings)
        parts_of_it = parts or built
        assert parts_of_it is not None
        house = House(settings=settings, parts=parts_of_it, store=shelf, library=library or load_library())
        app.state.house = house
        warming = asyncio.create_task(_warm(house))
        try:
            yield
        finally:
            await house.rooms.finish()
            warming.cancel()
            with suppress(asyncio.CancelledError):
                await warming
            if built is not None:
                await close_parts(built)
            if opened is not None:
                await opened.close()

    app = FastAPI(title="Rechtdoor", lifespan=open_house, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.identify = local_user
    app.include_router(pages.router, dependencies=[Depends(allowed)])
    app.include_router(socket.router, dependencies=[Depends(allowed)])
    app.mount("/static", _Static(directory=STATIC), name="static")
    app.add_middleware(_Catch)
    app.add_middleware(Shield, settings=settings)  # added last, so it stands before everything
    app.add_exception_handler(NotAllowed, _turned_away)  # type: ignore[arg-type]  # takes both kinds of connection
    app.add_exception_handler(PermissionError, _turned_away)  # type: ignore[arg-type]  # the same
    app.add_exception_handler(HTTPException, _page_missing)
    app.add_exception_handler(RequestValidationError, _odd_request)
    app.add_exception_handler(Stumble, _stumbled)
    return app


async def _warm(house: House) -> None:
    """Makes ready while nobody waits: the speech model, whose faults the sentence of the ear tells, then the scorer."""
    warm = getattr(house.parts.transcriber, "warm", None)
    if warm is not None:
        house.warming = True
        try:
            await warm()
        except Exception as error:
            told(error, "nl")
        finally:
            house.warming = False
    prepare = getattr(house.parts.scorer, "warm", None)
    if prepare is not None:
        await prepare(scenario.language for scenario in house.library.scenarios.values())


class _Static(StaticFiles):
    """Our own files are asked for again each time (and mostly not sent again); vendored ones stay a day."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=86400" if path.startswith("vendor") else "no-cache"
        return response


class _Catch:
    """Turns what nobody expected into the page for it. Left alone, the server would log the error with its words."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] in ("http.response.start", "websocket.accept")
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as error:
            if scope["type"] == "lifespan":
                raise
            told(error, "nl")
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1011})
            elif not begun:
                await _error(Request(scope), 500)(scope, receive, send)


async def _turned_away(connection: HTTPConnection, error: Exception) -> Response | None:
    if isinstance(connection, WebSocket):
        await connection.close(1008)
        return None
    return _error(connection, 404 if isinstance(error, NotAllowed) else 403)


async def _page_missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _error(request, error.status_code)


async def _odd_request(request: Request, error: Exception) -> Response:
    return _error(request, 404 if request.method == "GET" else 400)


async def _stumbled(request: Request, error: Exception) -> Response:
    assert isinstance(error, Stumble)
    status = 503 if isinstance(error, NotStored) else 400
    return _error(request, status, error.says(texts().language))


def _error(request: HTTPConnection, status: int, says: str | None = None) -> Response:
    assert isinstance(request, Request)
    known = texts().group("errors")
    words = known.get(status, known[500 if status >= 500 else 400])
    return pages.show(request, "error.html", {"title": words["title"], "says": says or words["says"]}, status)
