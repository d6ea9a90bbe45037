"""The avatar that needs no model."""

from __future__ import annotations

from simulator.avatar_script import ScriptAvatar
from simulator.types import Part, Response
from tests.simulator.stage import begin, nadia


async def test_the_line_comes_whole_with_its_pauses_and_gestures() -> None:
    line = "(legt haar bril neer) … Dus het is waar. Oké."
    response = Response(before=nadia().starts, after=nadia().starts, intent="blow", line=line)
    assert [piece async for piece in ScriptAvatar().reply(begin(), "Ja.", response)] == [
        Part(text=line, source="script")
    ]
