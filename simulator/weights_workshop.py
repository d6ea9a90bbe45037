"""Where a model is put together: a hidden folder, watched and checked, that moves into the cache in one step."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.fetch_bar import Tell
from simulator.published_weights import Published

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
"""What the disk says when it has no room, and when we may not write to it."""
HIDDEN = ".fetching-"
"""How the name of such a folder begins."""


class NotThePublished(Exception):
    """Files came in that are not the published ones; they are gone again."""


@contextmanager
def workshop(parent: Path) -> Iterator[Path]:
    """A hidden folder beside the cache's models; gone afterwards, whatever happened."""
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=HIDDEN, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def watched(folder: Path, expected: int, says: str, tell: Tell) -> Iterator[None]:
    """Tells how many of the expected bytes are in `folder` while the block runs."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            tell(says, min(0.99, _bytes_in(folder) / expected))

    tell(says, 0)
    watcher = threading.Thread(target=watch, name="fetch-bar", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
    tell(says, 1)


def check(folder: Path, published: Published) -> None:
    """Raises NotThePublished unless every file is there and is the published one."""
    for name, expected in published.sha256.items():
        path = folder / name
        if not path.is_file():
            raise NotThePublished(f"{name} is missing")
        if expected is not None and sha256(path) != expected:
            raise NotThePublished(f"{name} has another checksum than the published file")


def publish(folder: Path, target: Path, names: Iterable[str]) -> None:
    """Moves the checked files into the cache in one step, safe against a loss of power."""
    whole = folder / "whole"
    whole.mkdir()
    for name in names:
        with (folder / name).open("rb") as file:
            os.fsync(file.fileno())
        (folder / name).rename(whole / name)
    shutil.rmtree(target, ignore_errors=True)  # only what was incomplete is replaced
    whole.rename(target)


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:  # moved away while we looked
            continue
    return total
