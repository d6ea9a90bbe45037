"""Where the talk stands when a turn begins."""

from __future__ import annotations

from personas.types import Phase
from scoring.message import message_index
from scoring.patterns import Pattern
from scoring.slots import asked, promises
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue

_CATCHING = 2
"""So many turns after the message belong to the other's reaction, unless the other asks what comes next."""
_LONG = 5
"""After so many turns a talk without a fixed message is about what comes next."""
_PRACTICAL = ("when", "how_many", "what_now")
_ENDING = Pattern("phase.ending")


def phase(dialogue: Dialogue) -> Phase:
    """The phase in which the last utterance was said, from what was said before it."""
    turns = [index for index, u in enumerate(dialogue.before) if u.speaker == "trainee"]
    if not turns:
        return "opening"
    other = dialogue.before[-1].text if dialogue.before[-1].speaker == "avatar" else ""
    if any(promises(dialogue.utterances[index].text, dialogue.tongue) for index in turns):
        return (
            "closing"
            if _ENDING[dialogue.tongue].search(plain(other)) and not asked(other, dialogue.tongue)
            else "solution"
        )
    said = message_index(dialogue)
    if said is None or said >= dialogue.turn:
        if dialogue.course in NEWS_COURSES or len(turns) < _CATCHING:
            return "message"
        return "catching" if len(turns) < _LONG else "solution"
    since = sum(1 for index in turns if index > said)
    return "solution" if since >= _CATCHING or asked(other, dialogue.tongue) in _PRACTICAL else "catching"
