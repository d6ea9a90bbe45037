"""Cuts a stream of text into sentences as soon as each is complete."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)]*\s+(?=[\"'“‘«(¿A-ZÀ-Þ…])|\n+")
_LETTER = re.compile(r"[^\W\d_]")


class SentenceStream:
    """Takes pieces of any size and gives back whole sentences; what is left comes with `rest`.

    A sentence counts as complete once the next one begins, so that "…" and "bv." do not cut one in two. Pieces without
    a letter, such as "…", stay with the sentence that follows.
    """

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes."""
        self._text += piece
        done: list[str] = []
        start = 0
        for end in _END.finditer(self._text):
            sentence = self._text[start : end.end()]
            if _LETTER.search(sentence) and sentence.count("(") <= sentence.count(")"):
                done.append(sentence.strip())
                start = end.end()
        self._text = self._text[start:]
        return done

    @property
    def waiting(self) -> int:
        """How many characters wait for the end of their sentence."""
        return len(self._text)

    def rest(self) -> str:
        """What came after the last complete sentence."""
        left, self._text = self._text.strip(), ""
        return left
