"""An agreement: who does what by when."""

from __future__ import annotations

from scoring.clauses import Clause, sentences
from scoring.dates import Moment, concrete
from scoring.evidence import around, blames, found, heard, move, near
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import Dialogue, Flag, Tongue
from scoring.words import Hit

_NEAR = 9
"""So many words may stand between who-does-what and when."""
_OF_THEN = Pattern("agreement.of_then")
"""`De mail van maandag` looks back."""
_PAST = Pattern("agreement.past")


@rule
def agreement(dialogue: Dialogue) -> list[Flag]:
    """The trainee fixed who does what by when. A threat or a bare demand with a date is none."""
    text = heard(dialogue.last)
    if blames(dialogue) or found("agreement", text, dialogue.tongue, "threat") or summary(dialogue):
        return []
    spans = [span for sentence in sentences(text) for span in fixed(sentence, dialogue.tongue)]
    return move("agreement", dialogue, around(text, *spans)) if spans else []


def fixed(sentence: Clause, tongue: Tongue) -> list[tuple[int, int]]:
    """Where `sentence` says who does what by when."""
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    whens = coming(text, tongue)
    not_this = found("agreement", text, tongue, "not_this")
    deeds = [
        hit
        for hit in found("agreement", text, tongue, "i_do", "you_do")
        if not any(n.start <= hit.start < n.end or hit.start <= n.start < hit.end for n in not_this)
    ]
    return [
        (sentence.start + min(deed.start, when.start), sentence.start + max(deed.end, when.end))
        for deed in deeds
        for when in whens
        if _near(text, deed, when)
    ]


def coming(text: str, tongue: Tongue) -> list[Moment]:
    """The concrete moments in `text` that lie ahead."""
    low = plain(text)
    return [
        moment
        for moment in concrete(text, tongue)
        if not _PAST[tongue].search(low[max(0, moment.start - 12) : moment.end])
        and not _OF_THEN[tongue].search(low[max(0, moment.start - 5) : moment.start])
    ]


def _near(text: str, deed: Hit, when: Moment) -> bool:
    first, last = sorted(((deed.start, deed.end), (when.start, when.end)))
    return ":" not in text[first[1] : last[0]] and near(text, first, last, _NEAR)
