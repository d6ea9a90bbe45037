"""Silence left alone once the message was said: a pause in that turn, or nothing said until the next words."""

from __future__ import annotations

from collections.abc import Iterator

from personas.types import Threshold
from scoring.message import message_index
from scoring.steps.types import Evidence, Told


def shown(bound: Threshold, told: Told) -> Iterator[Evidence]:
    """The silence right after the message, where it was long enough."""
    said = message_index(told.dialogue)
    if said is None:
        return
    sound = told.sounds.get(said)
    inside = max((pause.seconds for pause in sound.pauses if pause.place == "after_message"), default=0) if sound else 0
    if bound.holds(inside):
        yield Evidence(said, len(told.dialogue.utterances[said].text), seconds=inside)
        return
    seconds = 0.0
    for turn in told.turns:
        if turn <= said:
            continue
        utterance = told.dialogue.utterances[turn]
        seconds += utterance.silence_before or 0
        if bound.holds(seconds):
            yield Evidence(turn, -1, seconds=round(seconds, 1))
            return
        if utterance.text.strip():
            return
