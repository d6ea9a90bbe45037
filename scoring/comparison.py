"""What changed between two evaluations of the same turns. Pure."""

from __future__ import annotations

from personas.types import Frozen
from scoring.evaluation import MOVES, SLIPS, Figures, Label, Outcome

LABELS: tuple[Label, ...] = (*SLIPS, *MOVES)


class Change(Frozen):
    """How one label fared then and now."""

    label: Label
    before: float | None
    """F1 then, over all languages."""
    now: float | None
    mended: tuple[str, ...]
    """The turns that were judged wrongly and are now judged rightly."""
    broken: tuple[str, ...]
    """The turns that were judged rightly and are now judged wrongly."""


def compared(old: Figures, new: Figures) -> tuple[Change, ...]:
    """Every label whose F1 or turns changed. Only turns that are in both evaluations are compared one by one."""
    both = [name for name in new.outcomes if name in old.outcomes]
    changes: list[Change] = []
    for label in LABELS:
        before, now = old.slips_and_moves(label).f1, new.slips_and_moves(label).f1
        then = {name for name in both if _wrong(old.outcomes[name], label)}
        later = {name for name in both if _wrong(new.outcomes[name], label)}
        mended = tuple(name for name in both if name in then - later)
        broken = tuple(name for name in both if name in later - then)
        if before != now or mended or broken:
            changes.append(Change(label=label, before=before, now=now, mended=mended, broken=broken))
    return tuple(changes)


def _wrong(outcome: Outcome, label: Label) -> bool:
    return label in outcome.missed or label in outcome.false_alarms
