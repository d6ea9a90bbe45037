"""Pauses as the ends of clauses, where a recogniser wrote no marks. Pure.

Somebody who speaks marks clauses by pausing. Where there are marks already, a pause is more often one to think.
"""

from __future__ import annotations

import re

from scoring.types import Dialogue, Flag, Utterance

LONG = 0.35
"""Seconds between two words from which on a pause may end a clause (Campione & Véronis 2002: 0.2 to 1 s is medium)."""
_MARKED = re.compile(r"[.,;:!?…]\s|[.!?…]\W*$")


def with_breaks(dialogue: Dialogue) -> Dialogue:
    """The same talk with an end of line in the place of the space at each pause, in turns without marks."""
    if not any(said.pauses for said in dialogue.utterances):
        return dialogue
    return dialogue.model_copy(update={"utterances": tuple(_broken(said) for said in dialogue.utterances)})


def _broken(said: Utterance) -> Utterance:
    if not said.pauses or _MARKED.search(said.text):
        return said
    text = said.text
    for start in said.pauses:
        if 0 < start < len(text) and text[start - 1] == " ":
            text = text[: start - 1] + "\n" + text[start:]
    return said.model_copy(update={"text": text})


def as_said(flag: Flag, dialogue: Dialogue) -> Flag:
    """The flag with its words exactly as they stand in `dialogue`."""
    if "\n" not in flag.quote:
        return flag
    return flag.model_copy(update={"quote": dialogue.utterances[flag.turn].text[flag.start : flag.end]})
