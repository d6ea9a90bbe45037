"""A judge measured on labelled turns, by the same figures as the rules and by how far the two agree."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

from personas.types import Frozen, Move, Slip
from scoring.evaluation import MOVES, SLIPS, Figures, Graded, Item, figures
from scoring.kappa import kappa
from simulator.judge_verdict import score_of
from simulator.protocols import Judge
from simulator.types import Unjudged


class Agreement(Frozen):
    """How far the rules and the judge agree on one label, over the turns that both judged."""

    kappa: float | None
    """See scoring.kappa; None where neither ever saw it."""
    both: int
    """Turns in which both saw it."""
    rules_only: int
    judge_only: int


class JudgeFigures(Frozen):
    """What came out for the judge."""

    model: str
    """The name of the model."""
    asked: str
    """The version of the criteria and of the question."""
    figures: Figures
    """As for the rules. An answer whose words do not stand in the turn counts as not seen."""
    unjudged: dict[Unjudged, int]
    """Turns without a judgement, by the reason."""
    agreement: dict[Slip | Move, Agreement]


async def judge_items(
    judge: Judge, items: Sequence[Item], *, at_once: int, progress: Callable[[int], None]
) -> tuple[list[Graded], str, str]:
    """The items as the judge sees them, in order, so many asked at the same time; its model and what was asked.

    `progress` is told how many are done.
    """
    free = asyncio.Semaphore(at_once)
    done = 0
    asked: Counter[tuple[str, str]] = Counter()

    async def one(item: Item) -> Graded:
        nonlocal done
        dialogue = item.to_dialogue()
        async with free:
            judgement = await judge.judge(dialogue)
        done += 1
        asked[judgement.model, judgement.asked] += 1
        progress(done)
        return Graded(item, score_of(judgement, dialogue), judgement.took_seconds * 1000)

    results = list(await asyncio.gather(*(one(item) for item in items)))
    (model, version), _ = asked.most_common(1)[0] if asked else (("", ""), 0)
    return results, model, version


def judge_figures(rules: Sequence[Graded], judged: Sequence[Graded], model: str, asked: str) -> JudgeFigures:
    """The figures of the judge; `rules` are the same items in the same order, as the rules see them."""
    pairs = [
        (one, other)
        for one, other in zip(rules, judged, strict=True)
        if one.score.ungraded is None and other.score.ungraded is None
    ]
    labels: tuple[Slip | Move, ...] = (*SLIPS, *MOVES)
    agreement = {}
    for label in labels:
        seen = Counter((one.saw(label), other.saw(label)) for one, other in pairs)
        agreement[label] = Agreement(
            kappa=kappa(seen.elements()),
            both=seen[True, True],
            rules_only=seen[True, False],
            judge_only=seen[False, True],
        )
    return JudgeFigures(
        model=model,
        asked=asked,
        figures=figures(judged),
        unjudged=dict(Counter(result.score.ungraded for result in judged if result.score.ungraded is not None)),
        agreement=agreement,
    )
