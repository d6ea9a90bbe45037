"""Where the speech model's weights come from, in this order: a configured folder, the cache, the hub, two packages.

The cache never holds half a model: see `weights_workshop.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.fetch_bar import Tell
from simulator.machine import Machine, this_machine
from simulator.published_weights import BEST_FIRST, NEEDS, PACKAGES, PUBLISHED, Size
from simulator.settings import Settings
from simulator.weights_hub import from_hub
from simulator.weights_packages import from_packages
from simulator.weights_workshop import FORBIDDEN, FULL, HIDDEN

Why = Literal["nowhere", "disk_full", "not_allowed", "disk", "bad_folder", "broken_model"]
_NEEDED = ("model.bin", "config.json", "tokenizer.json")


class NoWeights(Exception):
    """There are no weights to load. `why` names the cause; `simulator/ear.py` has the words for it."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder that faster-whisper can load."""

    folder: Path
    size: Size | None
    """Which size it is; None for a folder of the operator's own."""
    asked: Size | None = None
    """The size that was asked for where another one has to do."""


def local(settings: Settings, machine: Machine | None = None) -> Weights | None:
    """The weights that are already on this machine: the configured folder or the cache. Touches no network.

    Raises NoWeights("bad_folder") when a folder is configured that holds no model.
    """
    if settings.whisper_folder is not None:
        if not _loadable(settings.whisper_folder):
            raise NoWeights("bad_folder")
        return Weights(settings.whisper_folder, None)
    if settings.whisper_size != "auto":
        folder = cache(settings) / settings.whisper_size
        return Weights(folder, settings.whisper_size) if _complete(folder, settings.whisper_size) else None
    return _best_cached(settings, machine or this_machine())


def obtain(settings: Settings, tell: Tell, machine: Machine | None = None) -> Weights:
    """Local weights, or fetched ones. May take minutes; `tell` hears how far it is. Raises NoWeights."""
    machine = machine or this_machine()
    found = local(settings, machine)
    if found:
        return found
    asked: Size = (
        best_size(machine, settings.whisper_threads) if settings.whisper_size == "auto" else settings.whisper_size
    )
    try:
        with _alone(cache(settings)):
            return local(settings, machine) or _fetch(settings, asked, machine, tell)
    except OSError as error:
        raise NoWeights(_why(error)) from error


def size_of(weights: Weights) -> Size:
    """The size of the weights; for a folder of the operator's own, the one whose file is nearest in size."""
    if weights.size:
        return weights.size
    size = (weights.folder / "model.bin").stat().st_size
    return min(PUBLISHED, key=lambda known: abs(PUBLISHED[known].model_bytes - size))


def best_size(machine: Machine, threads: int = 1) -> Size:
    """The best size that `machine` carries in time when one transcription takes `threads` threads."""
    for need in NEEDS:
        if machine.cores >= need.cores and threads >= need.threads and machine.memory_gib >= need.memory_gib:
            return need.size
    return NEEDS[-1].size


def cache(settings: Settings) -> Path:
    """The folder that holds a folder for each size."""
    return settings.data / "whisper"


def _fetch(settings: Settings, asked: Size, machine: Machine, tell: Tell) -> Weights:
    if not settings.whisper_offline:
        if from_hub(cache(settings) / asked, PUBLISHED[asked], f"Spraakmodel {asked} ophalen", tell):
            return Weights(cache(settings) / asked, asked)
        if not _complete(cache(settings) / "base", "base"):
            from_packages(cache(settings) / "base", PACKAGES, PUBLISHED["base"], "Spraakmodel base ophalen", tell)
    stand_in = _best_cached(settings, machine)
    if stand_in is None or stand_in.size is None:
        raise NoWeights("nowhere")
    given = settings.whisper_size == "auto" or stand_in.size == asked
    return Weights(stand_in.folder, stand_in.size, None if given else asked)


def _best_cached(settings: Settings, machine: Machine) -> Weights | None:
    there = [size for size in BEST_FIRST if _complete(cache(settings) / size, size)]
    if not there:
        return None
    best = best_size(machine, settings.whisper_threads)
    carried = [size for size in there if BEST_FIRST.index(size) >= BEST_FIRST.index(best)]
    size = carried[0] if carried else there[-1]
    return Weights(cache(settings) / size, size)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one process fetches at a time; what a killed one left behind is cleared away."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        except ImportError:  # Windows: two processes may fetch the same model; moving it into place stays one step
            yield
            return
        for left in folder.glob(f"{HIDDEN}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _loadable(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _NEEDED) and any(folder.glob("vocabulary.*"))


def _complete(folder: Path, size: Size) -> bool:
    try:
        return _loadable(folder) and (folder / "model.bin").stat().st_size == PUBLISHED[size].model_bytes
    except OSError:
        return False


def _why(error: OSError) -> Why:
    if error.errno in FULL:
        return "disk_full"
    return "not_allowed" if error.errno in FORBIDDEN else "disk"
