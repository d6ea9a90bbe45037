"""An agreement: who does what by when."""

from __future__ import annotations

import re

from scoring.clauses import Clause, sentences
from scoring.dates import Moment, concrete
from scoring.evidence import around, blames, found, heard, move, near
from scoring.rules import rule
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import Dialogue, Flag
from scoring.words import Hit

_NEAR = 9
"""So many words may stand between who-does-what and when."""
_OF_THEN = re.compile(r"(?<!\w)van $")
"""`De mail van maandag` looks back."""
_PAST = re.compile(r"(?<!\w)(?:geleden|gisteren|eergisteren|vorige?|verleden|sinds)(?!\w)")


@rule
def agreement(dialogue: Dialogue) -> list[Flag]:
    """The trainee fixed who does what by when. A threat or a bare demand with a date is none."""
    text = heard(dialogue.last)
    if blames(dialogue) or found("agreement", text, "threat") or summary(dialogue):
        return []
    spans = [span for sentence in sentences(text) for span in fixed(sentence)]
    return move("agreement", dialogue, around(text, *spans)) if spans else []


def fixed(sentence: Clause) -> list[tuple[int, int]]:
    """Where `sentence` says who does what by when."""
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    whens = coming(text)
    not_this = found("agreement", text, "not_this")
    deeds = [
        hit
        for hit in found("agreement", text, "i_do", "you_do")
        if not any(n.start <= hit.start < n.end or hit.start <= n.start < hit.end for n in not_this)
    ]
    return [
        (sentence.start + min(deed.start, when.start), sentence.start + max(deed.end, when.end))
        for deed in deeds
        for when in whens
        if _near(text, deed, when)
    ]


def coming(text: str) -> list[Moment]:
    """The concrete moments in `text` that lie ahead."""
    low = plain(text)
    return [
        moment
        for moment in concrete(text)
        if not _PAST.search(low[max(0, moment.start - 12) : moment.end])
        and not _OF_THEN.search(low[max(0, moment.start - 5) : moment.start])
    ]


def _near(text: str, deed: Hit, when: Moment) -> bool:
    first, last = sorted(((deed.start, deed.end), (when.start, when.end)))
    return ":" not in text[first[1] : last[0]] and near(text, first, last, _NEAR)
