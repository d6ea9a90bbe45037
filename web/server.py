"""Runs the app with uvicorn: one line with the address, no request of anybody in a log, a quiet end."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import sys
import webbrowser
from collections.abc import Sequence

import uvicorn

from personas.complaint import Complaint
from personas.loader import load_library
from simulator.errors import NotReadable, NotStored
from simulator.settings import Settings
from simulator.wiring import open_store
from web.app import create_app
from web.wire import FRAME_BYTES


def serve(settings: Settings, *, open_browser: bool = False) -> int:
    """Serves until it is stopped; 0 then, 2 when it cannot begin."""
    library = load_library()
    _complain(library.complaints)
    try:
        asyncio.run(_try_store(settings))
    except NotReadable as trouble:
        _say(trouble.says("en"))
        return 2
    except NotStored as trouble:
        reason = trouble.facts.get("reason", "")
        reason = reason["en"] if isinstance(reason, dict) else reason
        _say(f"Nothing can be stored in {settings.data} ({reason}). Set RECHTDOOR_DATA to a folder to write in.")
        return 2
    try:
        listening = _listen(settings.host, settings.port)
    except OSError as error:
        _say(_why(error, settings))
        return 2
    port = listening.getsockname()[1]
    # Only the names under which it listens count as its own host; port 0 has become a real one.
    app = create_app(settings.model_copy(update={"port": port}), library=library)
    address = f"http://{_name(settings.host)}:{port}/"
    server = _Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            ws_max_size=FRAME_BYTES,
            ws_per_message_deflate=False,
            ws_ping_interval=20,
            ws_ping_timeout=20,
            timeout_graceful_shutdown=5,
            server_header=False,
            date_header=False,
        ),
        address,
        open_browser,
    )
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return 0
    finally:
        listening.close()
    return 0 if server.started else 2


class _Server(uvicorn.Server):
    """Prints the address when the pages can be asked for, not before."""

    def __init__(self, config: uvicorn.Config, address: str, open_browser: bool) -> None:
        super().__init__(config)
        self.address = address
        self.open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does, then the one line."""
        await super().startup(sockets)
        if self.started:
            print(self.address, flush=True)  # noqa: T201 -- the command's own output
            if self.open_browser:
                webbrowser.open(self.address)


async def _try_store(settings: Settings) -> None:
    """Opens the record once before anything is promised, and brings it up to date."""
    await (await open_store(settings)).close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
        listening.setblocking(False)
    except BaseException:
        listening.close()
        raise
    return listening


def _name(host: str) -> str:
    """The name to open in a browser: the microphone needs localhost or https."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound to
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _why(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {settings.port} on {settings.host} is taken by another program. "
            "Stop that one, or choose another port: rechtdoor serve --port 8001"
        )
    if error.errno == errno.EACCES:
        return (
            f"Port {settings.port} may not be used by this account. Choose one above 1023: rechtdoor serve --port 8000"
        )
    return f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Expected an address of this machine."


def _complain(complaints: Sequence[Complaint]) -> None:
    for complaint in complaints:
        _say(complaint.says("en"))
    if complaints:
        _say("These files have mistakes and may be left out. `rechtdoor check` tells more.")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 -- the command's own output
