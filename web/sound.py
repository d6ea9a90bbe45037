"""How a talk sounded, for its pages: what was measured beside what the same visitor did before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.delivery.says import Line
from simulator.sounded import lines_of_talk, lines_of_turn
from simulator.talk import Talk
from web.house import Shelf


@dataclass(frozen=True, slots=True)
class Sound:
    """What a page shows of the sound of a talk; empty where nothing was measured."""

    turns: Mapping[int, tuple[Line, ...]]
    """By the number of the turn."""
    whole: tuple[Line, ...]


async def sound_of(store: Shelf, talk: Talk) -> Sound:
    """The numbers of this talk. Other talks are read only where there is something to hold against them, and of
    nobody but the owner of this one."""
    measured = [each.received.turn for each in (*talk.rounds, *talk.taken_back) if each.measured is not None]
    if not measured:
        return Sound({}, ())
    session = talk.session
    earlier = await store.measured(session.owner, session.language, but=session.id)
    return Sound({turn: lines_of_turn(talk, turn, earlier) for turn in measured}, lines_of_talk(talk, earlier))
