"""A follow-up: a moment to come back to it is fixed."""

from __future__ import annotations

from scoring.agreement import coming
from scoring.clauses import Clause, sentences
from scoring.evidence import around, blames, found, heard, move, near
from scoring.rules import rule
from scoring.summary import summary
from scoring.types import Dialogue, Flag

_NEAR = 8
"""So many words may stand between the meeting and its moment."""


@rule
def follow_up(dialogue: Dialogue) -> list[Flag]:
    """The trainee named a moment, a day or an hour, on which the two come back to it."""
    text = heard(dialogue.last)
    if blames(dialogue) or found("agreement", text, "threat") or summary(dialogue):
        return []
    spans = [span for sentence in sentences(text) for span in _fixed(sentence)]
    return move("follow_up", dialogue, around(text, *spans)) if spans else []


def _fixed(sentence: Clause) -> list[tuple[int, int]]:
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    return [
        (sentence.start + min(meeting.start, when.start), sentence.start + max(meeting.end, when.end))
        for when in coming(text)
        for meeting in found("agreement", text, "meet")
        if near(text, (meeting.start, meeting.end), (when.start, when.end), _NEAR)
    ]
