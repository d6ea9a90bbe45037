"""The avatar that needs no model: it says the line that the engine chose."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from simulator.talk import Talk
from simulator.types import Part, Response


class ScriptAvatar:
    """Speaks the authored line, whole, with its pauses and stage directions."""

    async def reply(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[Part, None]:
        """The line, in one piece."""
        yield Part(text=response.line, source="script")
