"""A summary: what the other said, given back in own words and open to correction."""

from __future__ import annotations

from scoring.evidence import around, blames, echo, found, heard, move, stuffed
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag

_ENOUGH = 1.4
_NOT_GIVEN_BACK = Pattern("summary.not_given_back")
_YOU = Pattern("summary.you")


@rule
def summary(dialogue: Dialogue) -> list[Flag]:
    """The trainee gave back what the other said and let the other correct it.

    How it opens ("als ik je goed begrijp", "dus ge …") and how it asks ("klopt dat?") are evidence; words of the
    other make up for what is missing. A reproach in the form of a summary is none.
    """
    if dialogue.other is None:
        return []
    text = heard(dialogue.last)
    checks = found("summary", text, dialogue.tongue, "check")
    openers = found("summary", text, dialogue.tongue, "opener")
    thus = found("summary", text, dialogue.tongue, "dus", "contrast")
    if not (openers or thus or checks):
        return []
    start = min(hit.start for hit in (*openers, *thus, *checks))
    end = checks[-1].end if checks else len(text.rstrip())
    words = len(text[:end].split())
    # What only the other did or wants, with `klopt dat?` behind it, is given back even in quite other words.
    theirs = (
        bool(checks)
        and bool(_YOU[dialogue.tongue].search(plain(text[:end])))
        and not _NOT_GIVEN_BACK[dialogue.tongue].search(plain(text[: checks[0].start]))
    )
    weight = 0.4 * theirs + bool(checks) + bool(openers) + 0.6 * bool(thus) + 0.4 * min(2, echo(dialogue, text))
    if not checks and not openers:
        return []
    given_back = words >= 7
    named = bool(found("summary", text, dialogue.tongue, "strong")) and bool(
        _YOU[dialogue.tongue].search(plain(text[start:]))
    )
    if (
        (weight < _ENOUGH and not named)
        or not given_back
        or stuffed(text, dialogue.tongue)
        or blames(dialogue, for_others=False)
    ):
        return []
    return move("summary", dialogue, around(text, (start, end)))
