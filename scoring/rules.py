"""The rules in their order, and the score they make together. Pure: the same talk gives the same score."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from scoring.message import message_said
from scoring.phase import phase
from scoring.slots import answers, asked
from scoring.types import Dialogue, Flag, Score

VERSION = "0.1.0"
"""Changes with every change of a rule or a word list."""

Rule = Callable[[Dialogue], list[Flag]]

SLIP_MODULES = ("vagueness", "evasiveness", "missing_i_statement")
MOVE_MODULES = (
    "clear_message", "acknowledgement", "open_question", "summary", "i_message",
    "agreement", "follow_up", "apology", "boundary",
)  # fmt: skip
SLIPS = frozenset(SLIP_MODULES)

_registered: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Registers a rule; it runs after the rules that were registered before it."""
    _registered.append(function)
    return function


@cache
def rules() -> tuple[Rule, ...]:
    """All rules: the slips first, then the moves, in the order of the module lists."""
    for name in (*SLIP_MODULES, *MOVE_MODULES):
        try:
            import_module(f"scoring.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"scoring.{name}":
                raise
    return tuple(sorted(_registered, key=_place))


def _place(function: Rule) -> int:
    modules = [f"scoring.{name}" for name in (*SLIP_MODULES, *MOVE_MODULES)]
    return modules.index(function.__module__) if function.__module__ in modules else len(modules)


def score_dialogue(dialogue: Dialogue) -> Score:
    """Everything the rules notice in the last utterance of `dialogue`."""
    question = asked(dialogue.other.text) if dialogue.other else None
    flags = [flag for check in rules() for flag in check(dialogue)]
    return Score(
        turn=dialogue.turn,
        slips=tuple(flag for flag in flags if flag.name in SLIPS),
        moves=tuple(flag for flag in flags if flag.name not in SLIPS),
        phase=phase(dialogue),
        message_said=message_said(dialogue),
        asked=question,
        answered=answers(dialogue) if question else None,
        version=VERSION,
    )


class RuleScorer:
    """Scores with the rules alone: no network, no model."""

    async def score(self, dialogue: Dialogue) -> Score:
        """What was noticed in the last utterance."""
        return score_dialogue(dialogue)
