"""Where weights come from, in which order, and that half a model is never taken for a whole one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from simulator import weights
from simulator.machine import Machine
from simulator.published_weights import PUBLISHED, Size
from simulator.settings import Settings
from simulator.weights import NoWeights, best_size, local, obtain, size_of
from simulator.weights_workshop import sha256
from tests.simulator.clips import listening_settings
from tests.simulator.toy_weights import quiet

LAPTOP = Machine(cores=4, memory_gib=16)


def put(folder: Path, size: Size) -> Path:
    """A folder that looks like a complete model of this size; its large file is a hole."""
    folder.mkdir(parents=True)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_text("{}", encoding="utf-8")
    with (folder / "model.bin").open("wb") as file:
        file.truncate(PUBLISHED[size].model_bytes)
    return folder


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


@pytest.mark.whisper
def test_the_base_weights_that_came_in_are_the_published_ones() -> None:
    settings = listening_settings().model_copy(update={"whisper_size": "base"})
    found = obtain(settings, quiet)
    assert {name: sha256(found.folder / name) for name in PUBLISHED["base"].sha256} == PUBLISHED["base"].sha256
