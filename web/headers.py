"""What every answer carries, and who is turned away at the door: foreign hosts, foreign origins, oversized forms.

The pages bring no script, style or picture from elsewhere, and nothing inline; the policy says so to the browser.
"""

from __future__ import annotations

import re
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "microphone=(self), camera=(), geolocation=(), display-capture=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
FORM_BYTES = 64 * 1024
"""No form of ours is larger."""
HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9._-]+))(?::[0-9]{1,5})?")
SAFE = {"GET", "HEAD", "OPTIONS"}


class Shield:
    """Wraps the whole app. Nothing behind it sees a request for another host or from another origin."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.origins = {origin.rstrip("/").lower() for origin in settings.origins}
        self.hosts = {"localhost", "127.0.0.1", "::1", settings.host.lower()} - {"0.0.0.0", "::"}  # noqa: S104 -- left out, not bound to
        self.hosts |= {name for origin in self.origins if (name := urlsplit(origin).hostname)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is allowed; answers the rest with 400, 403 or 413."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await self._refuse(scope, receive, send, *refusal)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                answer = MutableHeaders(scope=message)
                for name, value in ALWAYS.items():
                    answer.setdefault(name, value)
                answer.setdefault("content-security-policy", POLICY.format(nonce=nonce))
                answer.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return 400, (
                "This address is not served here. Open the address that `rechtdoor serve` printed, "
                "or name this one in RECHTDOOR_ORIGINS."
            )
        origin = headers.get("origin")
        if scope["type"] == "websocket":
            return None if origin and self._own(origin, host) else (403, "A talk can only be opened from its own page.")
        if scope["method"] in SAFE:
            return None
        length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
        if not length.isdigit() or int(length) > FORM_BYTES:
            return 413, "This form is too large."
        site = headers.get("sec-fetch-site")
        if site not in (None, "same-origin") or not (site or origin) or (origin and not self._own(origin, host)):
            return 403, "This can only be sent from the page itself. Go back and load the page again."
        return None

    def _own(self, origin: str, host: str) -> bool:
        """Whether the page was served by this very address, or by one that the operator named."""
        try:
            parts = urlsplit(origin.lower())
        except ValueError:
            return False
        return origin.lower() in self.origins or (parts.scheme in ("http", "https") and parts.netloc == host.lower())

    @staticmethod
    async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, says: str) -> None:
        if scope["type"] == "websocket":
            # Becomes a 403. No browser shows a sentence here, and uvicorn would log an error for an answer with one.
            await send({"type": "websocket.close", "code": 1008})
            return
        await PlainTextResponse(says, status, headers=ALWAYS)(scope, receive, send)


def _name(host: str) -> str:
    """The host without its port; an IPv6 address without its brackets. Empty for anything that is more or less."""
    found = HOST.fullmatch(host.lower())
    return (found["six"] or found["name"]) if found else ""
