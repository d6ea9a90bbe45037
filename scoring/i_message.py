"""An I-message: at least two of observation, own feeling, effect and request, as `I`."""

from __future__ import annotations

import re

from scoring.dates import NUMBER, concrete
from scoring.evidence import around, blames, found, heard, move, stuffed
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag

_COUNTED = re.compile(rf"(?<!\w){NUMBER}(?!\w)")
_NO_COUNT = re.compile(r"(?<!\w)(?:een|nul)(?!\w)")


_STATE = re.compile(r"(?<!\w)(?:was|ben|zat|stond|wist)(?!\w)")
"""How somebody was is no deed."""


@rule
def i_message(dialogue: Dialogue) -> list[Flag]:
    """The trainee owned it: what was seen, what it did to them, what they ask, at least two of these."""
    text = heard(dialogue.last)
    if blames(dialogue) or stuffed(text):
        return []
    parts = {kind: found("i-message", text, kind) for kind in ("feeling", "effect", "request")}
    if found("i-message", text, "vague_request"):
        parts["request"] = ()
    low = plain(text)
    seen = tuple(
        hit
        for hit in found("i-message", text, "seen", "fact")
        if not low[: hit.start].endswith(("eerste ", "laatste ", "volgende "))
    )
    if parts["feeling"]:
        seen += tuple(
            hit
            for hit in found("apology", text, "did")
            if not _STATE.search(low[hit.start : hit.end])
            and not any(feeling.start < hit.end and hit.start < feeling.end for feeling in parts["feeling"])
        )
    if not (parts["feeling"] or observed(text)):
        seen = ()
    own = [kind for kind in ("feeling", "effect", "request") if parts[kind]]
    # An effect alone ("ik kon niet …") is often an excuse: beside what was seen it needs a feeling or a request.
    enough = ("request" in own or "feeling" in own) and len(own) + bool(seen) >= 2
    if not enough:
        return []
    hits = [hit for kind in own for hit in parts[kind]] + list(seen)
    return move("i_message", dialogue, around(text, *((hit.start, hit.end) for hit in hits)))


def observed(text: str) -> bool:
    """Whether `text` holds something that can be checked: what was seen, with a number or a day."""
    low = plain(text)
    counted = any(not _NO_COUNT.fullmatch(match.group()) for match in _COUNTED.finditer(low))
    return bool(found("i-message", text, "seen", "fact")) and (counted or bool(concrete(text)))
