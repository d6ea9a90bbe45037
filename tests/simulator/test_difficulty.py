"""The levels, in code and in the words for trainers."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from personas.types import INTENTS
from simulator.difficulty import LEVELS

DOC = (Path(__file__).resolve().parents[2] / "docs" / "avatar.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("level", LEVELS)
def test_the_table_for_trainers_is_the_table_of_the_engine(level: int) -> None:
    assert f"| {level} | {' | '.join(map(str, astuple(LEVELS[level])))} |" in DOC


@pytest.mark.parametrize("intent", sorted({*INTENTS} - {"say_goodbye", "ask_again"}))
def test_every_intent_is_explained_to_trainers(intent: str) -> None:
    assert f"`{intent}`" in DOC or f"`does: {intent}`" in DOC


@pytest.mark.parametrize("rule", ["engine.debt", "engine.repetition", "engine.insult"])
def test_every_rule_of_the_engine_is_explained_to_trainers(rule: str) -> None:
    assert f"`{rule}`" in DOC


def test_a_harder_level_is_harder_in_everything() -> None:
    easy, middle, hard = (LEVELS[level] for level in (1, 2, 3))
    assert easy.gain > middle.gain > hard.gain
    assert easy.loss < middle.loss < hard.loss
    assert easy.patience > middle.patience > hard.patience
    assert easy.persistence < middle.persistence < hard.persistence
    assert easy.disclosure > middle.disclosure > hard.disclosure
