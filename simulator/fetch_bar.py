"""A bar on the terminal while something large is fetched."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

Tell = Callable[[str, float], None]
"""Told what is going on and how far it is, from 0 to 1."""

WIDTH = 30


def fetch_bar(stream: TextIO | None = None) -> Tell:
    """A teller that draws on `stream` (stderr by default): a moving line on a terminal, a line per tenth elsewhere."""
    told: dict[str, int] = {}

    def tell(says: str, share: float) -> None:
        out = stream or sys.stderr
        share = min(1.0, max(0.0, share))
        tenth = int(share * 10)
        if out.isatty():
            done = round(share * WIDTH)
            out.write(f"\r{says} [{'█' * done}{'·' * (WIDTH - done)}] {share:4.0%}" + ("\n" if share >= 1 else ""))
        elif told.get(says, -1) < tenth:
            out.write(f"{says}: {share:.0%}\n")
        told[says] = tenth
        out.flush()

    return tell
