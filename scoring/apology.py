"""An apology: a fault of one's own, owned without `but` or `if`."""

from __future__ import annotations

from scoring.evidence import around, blames, found, heard, move
from scoring.rules import rule
from scoring.types import Dialogue, Flag


@rule
def apology(dialogue: Dialogue) -> list[Flag]:
    """The trainee named a fault of their own and did not take it back.

    `Sorry` alone is a habit of speech; with what was done wrong it is an apology, and so is the fault alone.
    """
    text = heard(dialogue.last)
    own = found("apology", text, dialogue.tongue, "fault", "sorry_own")
    said = found("apology", text, dialogue.tongue, "sorry")
    if said and not own:
        feels = found("i-message", text, dialogue.tongue, "feeling")
        own = tuple(
            hit
            for hit in found("apology", text, dialogue.tongue, "did")
            if not any(feeling.start < hit.end and hit.start < feeling.end for feeling in feels)
        )
    if not own or found("apology", text, dialogue.tongue, "back") or blames(dialogue, for_others=False):
        return []
    near = [(hit.start, hit.end) for hit in (*own, *said)]
    return move("apology", dialogue, around(text, *near))
