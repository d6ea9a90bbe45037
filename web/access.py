"""Who may see what. Everything that is not allowed here is refused; every route has its line in `RULES`."""

from __future__ import annotations

import hmac
from typing import Literal

from starlette.requests import HTTPConnection, Request

from simulator.errors import NotAllowed
from web.house import house_of

Rule = Literal["anyone", "own_talk"]

RULES: dict[str, Rule] = {
    "choose": "anyone",
    "course": "anyone",
    "briefing": "anyone",
    "begin": "anyone",  # the talk belongs to whoever begins it
    "persona_face": "anyone",
    "talks": "anyone",  # lists one's own talks only
    "ear": "anyone",
    "about": "anyone",
    "patterns": "anyone",
    "pattern_face": "anyone",
    "practise": "own_talk",
    "turns": "own_talk",
    "talk_face": "own_talk",
    "debrief": "own_talk",
    "confirm_delete": "own_talk",
    "delete": "own_talk",
    "socket": "own_talk",
}
"""Which rule holds for the route with this name. A route without a line is refused to everybody."""


def local_user(connection: HTTPConnection) -> str:
    """Whoever sits at this machine; there is one user as long as there are no accounts."""
    return "local"


def visitor(connection: HTTPConnection) -> str:
    """Who this is, as talks know their owner."""
    who = connection.app.state.identify(connection)
    assert isinstance(who, str)
    return who


async def allowed(connection: HTTPConnection) -> None:
    """Lets through what `RULES` allows. Raises NotAllowed for the rest, the same for what is foreign or not there."""
    rule = RULES.get(getattr(connection.scope.get("route"), "name", ""))
    if rule is None:
        raise NotAllowed
    if rule == "own_talk":
        owner = await house_of(connection).store.owner(connection.path_params["talk_id"])
        if owner is None or owner != visitor(connection):
            raise NotAllowed


async def from_our_page(request: Request) -> None:
    """Lets a form through that carries the token of our own pages. Raises PermissionError otherwise."""
    given = request.headers.get("x-csrf-token") or (await request.form()).get("csrf") or ""
    if not (isinstance(given, str) and hmac.compare_digest(given.encode(), house_of(request).token.encode())):
        raise PermissionError("expected the token of the page")
