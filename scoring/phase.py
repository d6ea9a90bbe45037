"""Where the talk stands when a turn begins."""

from __future__ import annotations

from personas.types import Phase
from scoring.message import message_index
from scoring.types import Dialogue


def phase(dialogue: Dialogue) -> Phase:
    """The phase in which the last utterance was said, from what was said before it."""
    turns = [u for u in dialogue.before if u.speaker == "trainee"]
    if not turns:
        return "opening"
    said = message_index(dialogue)
    if said is None or said >= dialogue.turn:
        return "message"
    since = sum(1 for u in dialogue.utterances[said + 1 : dialogue.turn] if u.speaker == "trainee")
    return "catching" if since < 2 else "solution"
