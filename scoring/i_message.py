"""An I-message: at least two of observation, own feeling, effect and request, as `I`."""

from __future__ import annotations

from scoring.dates import concrete
from scoring.evidence import around, blames, found, heard, move, stuffed
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag, Tongue

_COUNTED = Pattern("i_message.counted")
_NO_COUNT = Pattern("i_message.no_count")


_IN_A_ROW = Pattern("i_message.in_a_row")
_STATE = Pattern("i_message.state")
"""How somebody was is no deed."""


@rule
def i_message(dialogue: Dialogue) -> list[Flag]:
    """The trainee owned it: what was seen, what it did to them, what they ask, at least two of these."""
    text = heard(dialogue.last)
    if blames(dialogue) or stuffed(text, dialogue.tongue):
        return []
    parts = {kind: found("i-message", text, dialogue.tongue, kind) for kind in ("feeling", "effect", "request")}
    if found("i-message", text, dialogue.tongue, "vague_request"):
        parts["request"] = ()
    low = plain(text)
    seen = tuple(
        hit
        for hit in found("i-message", text, dialogue.tongue, "seen", "fact")
        if not _IN_A_ROW[dialogue.tongue].search(low[: hit.start])
    )
    if parts["feeling"]:
        seen += tuple(
            hit
            for hit in found("apology", text, dialogue.tongue, "did")
            if not _STATE[dialogue.tongue].search(low[hit.start : hit.end])
            and not any(feeling.start < hit.end and hit.start < feeling.end for feeling in parts["feeling"])
        )
    if not (parts["feeling"] or observed(text, dialogue.tongue)):
        seen = ()
    own = [kind for kind in ("feeling", "effect", "request") if parts[kind]]
    # An effect alone ("ik kon niet …") is often an excuse: beside what was seen it needs a feeling or a request.
    enough = ("request" in own or "feeling" in own) and len(own) + bool(seen) >= 2
    if not enough:
        return []
    hits = [hit for kind in own for hit in parts[kind]] + list(seen)
    return move("i_message", dialogue, around(text, *((hit.start, hit.end) for hit in hits)))


def observed(text: str, tongue: Tongue) -> bool:
    """Whether `text` holds something that can be checked: what was seen, with a number or a day."""
    low = plain(text)
    counted = any(not _NO_COUNT[tongue].fullmatch(match.group()) for match in _COUNTED[tongue].finditer(low))
    return bool(found("i-message", text, tongue, "seen", "fact")) and (counted or bool(concrete(text, tongue)))
