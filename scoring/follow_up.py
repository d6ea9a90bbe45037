"""A follow-up: a moment to come back to it is fixed."""

from __future__ import annotations

from scoring.agreement import coming
from scoring.clauses import Clause, sentences
from scoring.evidence import around, blames, found, heard, move, near
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.slots import asked
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import Dialogue, Flag, Tongue

_AGAIN = Pattern("follow_up.again")
_NEAR = 8
"""So many words may stand between the meeting and its moment."""


@rule
def follow_up(dialogue: Dialogue) -> list[Flag]:
    """The trainee named a moment, a day or an hour, on which the two come back to it."""
    text = heard(dialogue.last)
    if blames(dialogue) or found("agreement", text, dialogue.tongue, "threat") or summary(dialogue):
        return []
    spans = [span for sentence in sentences(text) for span in _fixed(sentence, dialogue.tongue)]
    spans += _answers_when(dialogue, text)
    return move("follow_up", dialogue, around(text, *spans)) if spans else []


def _answers_when(dialogue: Dialogue, text: str) -> list[tuple[int, int]]:
    """The moment that answers when the two will talk again."""
    other = dialogue.other
    if (
        other is None
        or asked(other.text, dialogue.tongue) != "when"
        or not _AGAIN[dialogue.tongue].search(plain(other.text))
    ):
        return []
    first = sentences(text)[0]
    whens = coming(first.text, dialogue.tongue)
    return [(first.start + whens[0].start, first.start + whens[-1].end)] if whens else []


def _fixed(sentence: Clause, tongue: Tongue) -> list[tuple[int, int]]:
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    return [
        (sentence.start + min(meeting.start, when.start), sentence.start + max(meeting.end, when.end))
        for when in coming(text, tongue)
        for meeting in found("agreement", text, tongue, "meet")
        if ":" not in text[min(meeting.end, when.end) : max(meeting.start, when.start)]
        and near(text, (meeting.start, meeting.end), (when.start, when.end), _NEAR)
    ]
