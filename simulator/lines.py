"""Which authored line is said: with variation, without repeats, the same again from the same seed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from personas.placeholder import fill


def choose(pools: Sequence[Sequence[str]], values: Mapping[str, str], said: Sequence[str], seed: str) -> str | None:
    """One line from the first pool that still holds an unused one, filled in with `values`.

    When every line was used, the one that was said longest ago. None where no line can be filled in. `said` are the
    lines used before, oldest first; the same `seed` gives the same line.
    """
    ready = [[line for raw in pool if (line := fill(raw, values))] for pool in pools]
    used = set(said)
    for pool in ready:
        fresh = [line for line in pool if line not in used]
        if fresh:
            return fresh[number(seed) % len(fresh)]
    last = {line: index for index, line in enumerate(said)}
    return min((line for pool in ready for line in pool), key=lambda line: last[line], default=None)


def number(seed: str) -> int:
    """A number that follows from the seed alone, on every machine."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
