"""Scoring by the rules and, where they can be had, the learned heads: no network. It works in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from personas.types import Language
from scoring.heads.fusion import fusion
from scoring.hint import hint
from scoring.rules import Weigher, score_dialogue
from scoring.types import Dialogue, Feedback, Score, tongue_of
from scoring.warm import warm


class RuleScorer:
    """A Scorer: the rules, weighed against the heads unless `heads` is False. The event loop never waits."""

    def __init__(self, *, heads: bool = True) -> None:
        self._heads = heads

    async def score(self, dialogue: Dialogue) -> Score:
        """What holds in the last utterance. The first turn of a process also reads the word lists and the weights."""
        return await asyncio.to_thread(lambda: score_dialogue(dialogue, self._weigher()))

    async def feedback(self, dialogue: Dialogue, score: Score) -> Feedback:
        """What the trainee reads. Finding better sentences scores each of them, so it may take as long again."""
        return await asyncio.to_thread(lambda: hint(dialogue, score, self._weigher()))

    async def warm(self, languages: Iterable[Language]) -> None:
        """Reads and compiles beforehand what the first turns in these languages would wait for."""
        for tongue in sorted({tongue_of(language) for language in languages}):
            await asyncio.to_thread(warm, tongue, heads=self._heads)

    def _weigher(self) -> Weigher | None:
        return fusion() if self._heads else None
