"""The sentences beside a turn: why a slip matters here, one better sentence, what a move did. Pure."""

from __future__ import annotations

from scoring.types import Dialogue, Feedback, Score


def hint(dialogue: Dialogue, score: Score) -> Feedback:
    """What the trainee reads about this turn."""
    return Feedback(turn=score.turn)
