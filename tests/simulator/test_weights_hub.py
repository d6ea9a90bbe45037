"""Weights from a hub: those that were published, or none."""

from __future__ import annotations

from pathlib import Path

from simulator.weights_hub import from_hub
from tests.simulator.hub import hub
from tests.simulator.toy_weights import FILES, TOY, quiet


def test_files_come_in_and_are_checked(tmp_path: Path) -> None:
    target = tmp_path / "whisper" / "toy"
    with hub(FILES) as address:
        assert from_hub(target, TOY, "ophalen", quiet, address)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == FILES


def test_other_files_than_the_published_are_thrown_away(tmp_path: Path) -> None:
    with hub({**FILES, "model.bin": b"x" * 5000}) as address:
        assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, address)
    assert list((tmp_path / "whisper").iterdir()) == []


def test_a_hub_without_the_model_gives_none(tmp_path: Path) -> None:
    with hub({"config.json": b"{}"}) as address:
        assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, address)


def test_a_hub_out_of_reach_gives_none(tmp_path: Path) -> None:
    assert not from_hub(tmp_path / "whisper" / "toy", TOY, "ophalen", quiet, "http://127.0.0.1:9")
