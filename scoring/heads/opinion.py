"""What the heads think of a turn, and in which of its sentences they see it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from personas.types import KINDS
from scoring.clauses import Clause, clauses, stretches
from scoring.evidence import heard
from scoring.heads.embedding import WIDTH, Embedder, embedder
from scoring.heads.features import BINS, row, texts, words
from scoring.heads.training import with_kinds
from scoring.heads.weights import Heads, Label, heads
from scoring.types import Dialogue

_DIGITS = 3
"""A logit is kept with so many digits, fewer than those in which processors differ."""
_MOST = 6
"""So many parts of a turn are looked at more closely, at most; each costs an embedding."""
_LONG = 12
"""From so many words on a single sentence is looked at by its clauses."""


class Reader:
    """The heads with the embeddings they need."""

    def __init__(self, kept: Heads, embed: Embedder) -> None:
        self.heads = kept
        self._embed = embed

    def warm(self) -> None:
        """Reads the model from the disk."""
        self._embed([""])

    @lru_cache(maxsize=512)  # noqa: B019  one reader lives as long as the process
    def logits(self, dialogue: Dialogue) -> dict[Label, float]:
        """How strongly each head sees its label in the last utterance; 0 is even odds. Unsure words are left out."""
        turn, avatar = texts(dialogue)
        embedded = self._embed([turn, avatar])
        read = row(dialogue, embedded[0], embedded[1], self.heads.middle).astype(np.float64)
        values = self.heads.weights @ read + self.heads.biases
        found = dict(zip(self.heads.labels, values, strict=True))
        for slip, kinds in KINDS.items():
            if slip in found and all(kind in found for kind in kinds):
                found[slip] = with_kinds(found[slip], np.array([found[kind] for kind in kinds]))
        return {label: round(float(value), _DIGITS) for label, value in found.items()}

    def where(self, dialogue: Dialogue, label: Label) -> tuple[int, int]:
        """The sentence, or the clause of a single long sentence, that speaks most for `label`."""
        text = heard(dialogue.last)
        parts: tuple[Clause, ...] = stretches(text)
        if len(parts) == 1 and len(text.split()) >= _LONG:
            parts = clauses(text, dialogue.tongue)
        if len(parts) < 2:
            return _bare(text, (0, len(text)))
        if len(parts) > _MOST:  # in a long speech the words alone tell which parts are worth a closer look
            weights = self.heads.weights[self.heads.labels.index(label)][3 * WIDTH : 3 * WIDTH + BINS]
            parts = tuple(sorted(parts, key=lambda part: -float(weights @ words(part.text)))[:_MOST])
        last = dialogue.last
        said = [last.model_copy(update={"text": part.text, "unsure": ()}) for part in parts]
        alone = [dialogue.model_copy(update={"utterances": (*dialogue.before, each)}) for each in said]
        best = max(range(len(parts)), key=lambda number: self.logits(alone[number])[label])
        return _bare(text, (parts[best].start, parts[best].end))


def _bare(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def reader() -> Reader | None:
    """The reader of this process; None where no embeddings can be had, and the rules judge alone."""
    embed = embedder()
    return _reader(embed) if embed else None


@lru_cache(maxsize=1)
def _reader(embed: Embedder) -> Reader:
    return Reader(heads(), embed)
