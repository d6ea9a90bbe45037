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
from simulator.types import Dropped, Judgement, Unjudged


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
    """As for the rules. An answer that does not count, such as one with words nobody said, is not seen."""
    unjudged: dict[Unjudged, int]
    """Turns without a judgement, by the reason."""
    dropped: dict[Dropped, int]
    """Answers in the others that do not count, by the reason: a judge that makes words up shows here."""
    agreement: dict[Slip | Move, Agreement]


async def judge_items(
    judge: Judge, items: Sequence[Item], *, at_once: int, progress: Callable[[int], None]
) -> list[tuple[Graded, Judgement]]:
    """The items as the judge sees them, in order, so many at the same time; `progress` is told how many are done."""
    free = asyncio.Semaphore(at_once)
    done = 0

    async def one(item: Item) -> tuple[Graded, Judgement]:
        nonlocal done
        dialogue = item.to_dialogue()
        async with free:
            judgement = await judge.judge(dialogue)
        done += 1
        progress(done)
        return Graded(item, score_of(judgement, dialogue), judgement.took_seconds * 1000), judgement

    return list(await asyncio.gather(*(one(item) for item in items)))


def judge_figures(rules: Sequence[Graded], found: Sequence[tuple[Graded, Judgement]]) -> JudgeFigures:
    """The figures of the judge; `rules` are the same items in the same order, as the rules see them."""
    judged = [result for result, _ in found]
    judgements = [judgement for _, judgement in found]
    checks = [check for judgement in judgements for check in judgement.checks or ()]
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
        model=next((judgement.model for judgement in judgements if judgement.model), ""),
        asked=next((judgement.asked for judgement in judgements), ""),
        figures=figures(judged),
        unjudged=dict(Counter(judgement.ungraded for judgement in judgements if judgement.ungraded is not None)),
        dropped=dict(Counter(check.dropped for check in checks if check.dropped is not None)),
        agreement=agreement,
    )
