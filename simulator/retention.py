"""What may be forgotten, and when. Pure."""

from __future__ import annotations

from simulator.events import Ended, Event, Heard, Rewound

LAST_TURN = 2**31 - 1


def sound_to_forget(event: Event) -> tuple[int, int] | None:
    """The first and the last turn whose sound nobody needs any more once this event is stored."""
    match event:
        case Heard(turn=turn):
            return turn, turn
        case Rewound(turn=turn):
            return turn, LAST_TURN
        case Ended():
            return 0, LAST_TURN
    return None
