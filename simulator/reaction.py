"""How the avatar takes a turn: pure rules on the persona file, the talk so far and the score."""

from __future__ import annotations

from scoring.types import Dialogue, Score
from simulator.events import Received
from simulator.talk import Talk
from simulator.types import Response


def react(talk: Talk, dialogue: Dialogue, score: Score, received: Received) -> Response:
    """What moves in the avatar, what it will do, and the authored line for it."""
    state = talk.state
    return Response(before=state, after=state, intent="answer", line="…")
