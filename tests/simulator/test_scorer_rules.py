"""The rules and the heads as a part of a turn."""

from __future__ import annotations

import asyncio
import threading

import pytest

from scoring.heads.fusion import fusion
from scoring.hint import hint
from scoring.rules import Weigher, score_dialogue
from scoring.types import Dialogue, Score, Utterance
from simulator import scorer_rules
from simulator.scorer_rules import RuleScorer

SAID = Dialogue(
    language="nl-BE",
    course="bad_news",
    message="Het project stopt op 1 maart.",
    utterances=(Utterance(speaker="trainee", text="Op termijn gaan er bepaalde zaken veranderen."),),
)


async def test_it_scores_as_rules_and_heads_do() -> None:
    assert await RuleScorer().score(SAID) == score_dialogue(SAID, fusion())


async def test_without_heads_it_scores_as_the_rules_do() -> None:
    assert await RuleScorer(heads=False).score(SAID) == score_dialogue(SAID)


async def test_the_feedback_is_that_of_the_score() -> None:
    score = score_dialogue(SAID)
    assert await RuleScorer(heads=False).feedback(SAID, score) == hint(SAID, score)


async def test_the_event_loop_goes_on_while_the_rules_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules wait here for something that only the loop can do."""
    went_on = threading.Event()

    def patient(dialogue: Dialogue, weigher: Weigher | None) -> Score:
        assert went_on.wait(10), "the event loop stood still"
        return score_dialogue(dialogue, weigher)

    monkeypatch.setattr(scorer_rules, "score_dialogue", patient)
    asyncio.get_running_loop().call_soon(went_on.set)
    assert await RuleScorer(heads=False).score(SAID) == score_dialogue(SAID)
