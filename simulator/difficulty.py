"""What a difficulty changes in how a person behaves. A table, no rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a person is to talk to."""

    gain: float
    """What a step for the better is multiplied by."""
    loss: float
    """What a step for the worse is multiplied by."""
    patience: int
    """Turns with the message unsaid, greetings left out, before the avatar presses for it by itself."""
    persistence: int
    """How often the avatar comes back to a dodged question, an objection or another outcome."""
    disclosure: float
    """Added to trust and openness where the avatar decides whether a layer may be told."""
    between_layers: int
    """Turns that must pass between two layers."""
    leaves_after: int
    """How often the avatar draws the hopeful conclusion before going home with it."""


LEVELS: dict[int, Level] = {
    1: Level(gain=1.25, loss=0.8, patience=2, persistence=1, disclosure=0.1, between_layers=0, leaves_after=3),
    2: Level(gain=1.0, loss=1.0, patience=1, persistence=2, disclosure=0.0, between_layers=1, leaves_after=2),
    3: Level(gain=0.75, loss=1.25, patience=0, persistence=3, disclosure=-0.1, between_layers=2, leaves_after=2),
}
