"""How many words and seconds the trainee spent before something was said."""

from __future__ import annotations

import re

from scoring.steps.types import Evidence, Told

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def words_before(told: Told, evidence: Evidence) -> int:
    """The trainee's own words up to there."""
    earlier = [told.dialogue.utterances[turn].text for turn in told.turns if turn < evidence.turn]
    same = told.dialogue.utterances[evidence.turn].text[: evidence.start]
    return sum(len(_WORD.findall(text)) for text in (*earlier, same))


def seconds_before(told: Told, evidence: Evidence) -> float | None:
    """The seconds the trainee talked up to there, own pauses included; None where a turn was typed or not measured.

    Inside a turn, words are taken to last as long as they are written: right to about a second.
    """
    total = 0.0
    for turn in told.turns:
        said = told.dialogue.utterances[turn].text
        if turn > evidence.turn or not said.strip() or (turn == evidence.turn and not said[: evidence.start].strip()):
            continue
        sound = told.sounds.get(turn)
        if sound is None:
            return None
        total += sound.seconds * (evidence.start / len(said) if turn == evidence.turn else 1)
    return round(total, 1)
