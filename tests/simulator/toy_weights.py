"""A model of a few kilobytes, for tests of fetching."""

from __future__ import annotations

import hashlib

from simulator.published_weights import Published

FILES = {"config.json": b"{}", "tokenizer.json": b"t" * 100, "vocabulary.txt": b"v" * 50, "model.bin": b"m" * 5000}
TOY = Published("toy/toy", "a" * 40, 5000, {name: hashlib.sha256(body).hexdigest() for name, body in FILES.items()})


def quiet(says: str, share: float) -> None:
    """Tells nobody."""
