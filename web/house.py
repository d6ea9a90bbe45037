"""What the pages and the socket share: settings, the parts of a turn, the store, the files, and the open rooms."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import HTTPConnection

from personas.loader import Library
from personas.types import Course, Language, Scenario
from scoring.delivery.types import Delivery
from simulator.protocols import Parts, Store
from simulator.settings import Settings
from simulator.talk_row import TalkRow
from simulator.types import Ear
from web.rooms import Rooms


class Shelf(Store, Protocol):
    """A store that also knows whose a talk is."""

    async def talks(self, owner: str) -> list[TalkRow]:
        """Somebody's talks, the newest first."""
        ...

    async def measured(self, owner: str, language: Language, but: str) -> list[Delivery]:
        """How somebody's spoken turns sounded in this language, in other talks than `but`, the newest first."""
        ...

    async def owner(self, talk_id: str) -> str | None:
        """Whose talk it is; None when there is no such talk."""
        ...

    async def delete(self, talk_id: str) -> None:
        """Erases a talk."""
        ...


@dataclass(slots=True)
class House:
    """One running server."""

    settings: Settings
    parts: Parts
    store: Shelf
    library: Library
    rooms: Rooms = field(default_factory=Rooms)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """What a form must bring along; only our own pages know it."""
    warming: bool = False
    """Whether the speech model is still being loaded."""

    @property
    def ear(self) -> Ear:
        """Which model listens and how far it can be trusted."""
        return self.parts.transcriber.ear

    def course(self, scenario: Scenario) -> Course | None:
        """The conversation model of a scenario, also of one whose files are gone by now; then None."""
        return self.library.courses.get((scenario.course, scenario.language))


def house_of(connection: HTTPConnection) -> House:
    """The house this connection came in by."""
    house = connection.app.state.house
    assert isinstance(house, House)
    return house
