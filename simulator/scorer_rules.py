"""Scoring by the rules alone: no network, no model. The rules work in a thread; the event loop never waits."""

from __future__ import annotations

import asyncio

from scoring.rules import score_dialogue
from scoring.types import Dialogue, Score


class RuleScorer:
    """A Scorer."""

    async def score(self, dialogue: Dialogue) -> Score:
        """What the rules notice in the last utterance. Late in a talk a minute of speech takes a third of a second."""
        return await asyncio.to_thread(score_dialogue, dialogue)
