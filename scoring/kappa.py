"""How far two readers of the same turns agree beyond what chance would bring. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def kappa(pairs: Iterable[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa (1960) of two yes-or-no readers: 1 is full agreement, 0 what chance brings, below 0 less than that.

    Each pair is what the one and the other said of the same turn. None where chance alone would agree always: both said
    the same of every turn, so that there is nothing to tell apart, or there were no turns.
    """
    seen = Counter(pairs)
    total = sum(seen.values())
    if not total:
        return None
    one = sum(number for (first, _), number in seen.items() if first) / total
    other = sum(number for (_, second), number in seen.items() if second) / total
    by_chance = one * other + (1 - one) * (1 - other)
    alike = (seen[True, True] + seen[False, False]) / total
    return None if by_chance == 1 else round((alike - by_chance) / (1 - by_chance), 4)
