"""Whether, and where, the message of the talk was said."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.types import Dialogue

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@lru_cache(maxsize=512)
def message_index(dialogue: Dialogue) -> int | None:
    """The index of the trainee's utterance in which the message was first said, or None."""
    for index, utterance in enumerate(dialogue.utterances):
        if utterance.speaker == "trainee" and _says(utterance.text, dialogue.message, dialogue.signs):
            return index
    return None


def message_said(dialogue: Dialogue) -> bool:
    """Whether the message was said, the last utterance included."""
    return message_index(dialogue) is not None


def _says(text: str, message: str, signs: tuple[tuple[str, ...], ...]) -> bool:
    heard = [word.lower() for word in _WORD.findall(text)]
    if signs:
        return all(any(_has(heard, sign) for sign in group) for group in signs)
    key = {word.lower()[:6] for word in _WORD.findall(message) if len(word) > 4}
    return bool(key) and sum(1 for k in key if any(w.startswith(k) for w in heard)) >= max(1, len(key) // 3)


def _has(heard: list[str], sign: str) -> bool:
    parts = sign.lower().split()
    return any(
        all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in zip(parts, heard[i:], strict=False))
        for i in range(len(heard) - len(parts) + 1)
    )
