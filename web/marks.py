"""Cuts what was said into pieces that can be underlined: slips, moves, and words the recogniser was unsure of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from personas.types import Slip
from scoring.types import Score


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing changes."""

    text: str
    slips: tuple[Slip, ...] = ()
    """In the order of the codebook, each once."""
    move: bool = False
    unsure: bool = False


SLIPS: tuple[Slip, ...] = get_args(Slip)


def pieces(text: str, score: Score | None = None, unsure: tuple[tuple[int, int], ...] = ()) -> list[Piece]:
    """The text in pieces; joined again they are exactly the text. Spans outside the text are cut off."""
    slips = [(f.name, f.start, f.end) for f in score.slips] if score else []
    moves = [(f.start, f.end) for f in score.moves] if score else []
    edges = {0, len(text)}
    for start, end in [*((s, e) for _, s, e in slips), *moves, *unsure]:
        edges |= {min(max(start, 0), len(text)), min(max(end, 0), len(text))}
    cuts = sorted(edges)
    return [
        Piece(
            text=text[start:end],
            slips=tuple(name for name in SLIPS if any(n == name and s <= start and end <= e for n, s, e in slips)),
            move=any(s <= start and end <= e for s, e in moves),
            unsure=any(s <= start and end <= e for s, e in unsure),
        )
        for start, end in pairwise(cuts)
    ]
