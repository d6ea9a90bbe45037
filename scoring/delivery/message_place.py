"""Which words of a spoken turn are the message. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scoring.message import message_index
from scoring.types import Dialogue

LONGEST = 30
"""Words. A stretch without a full stop that is longer than this is more than the message."""
STOP = re.compile(r"[.?!…][\"'”’»)]*$")
"""A word with which a sentence ends."""


def message_place(dialogue: Dialogue, words: Sequence[str]) -> tuple[int, int] | None:
    """The first word of the sentence that first says the message, and the one after its last, as places in `words`.

    `words` are those of the last utterance. None where the message was said before, is not said here, needs several
    sentences or cannot be told apart from what stands around it.
    """
    if message_index(dialogue) != dialogue.turn:
        return None
    start = 0
    for at, word in enumerate(words, 1):
        if at < len(words) and not STOP.search(word):
            continue
        sentence = dialogue.last.model_copy(update={"text": " ".join(words[start:at]), "unsure": ()})
        alone = dialogue.model_copy(update={"utterances": (*dialogue.before, sentence)})
        if message_index(alone) == dialogue.turn:
            return (start, at) if at - start <= LONGEST else None
        start = at
    return None
