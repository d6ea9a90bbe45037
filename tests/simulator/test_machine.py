"""Cores and memory, also inside a container."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.machine import this_machine


def limits(folder: Path, cpu: str, memory: str) -> Path:
    (folder / "cpu.max").write_text(cpu, encoding="utf-8")
    (folder / "memory.max").write_text(memory, encoding="utf-8")
    return folder


def test_without_limits_the_whole_machine(tmp_path: Path) -> None:
    machine = this_machine(tmp_path)
    assert machine.cores >= 1
    assert machine.memory_gib > 0


def test_a_container_gets_no_more_than_its_share(tmp_path: Path) -> None:
    machine = this_machine(limits(tmp_path, "100000 100000\n", "268435456\n"))
    assert (machine.cores, machine.memory_gib) == (1, 0.25)


@pytest.mark.parametrize(("cpu", "memory"), [("max 100000", "max"), ("", ""), ("x y", "-1"), ("100000 0", "1e9")])
def test_limits_that_say_nothing_are_none(tmp_path: Path, cpu: str, memory: str) -> None:
    assert this_machine(limits(tmp_path, cpu, memory)) == this_machine(tmp_path / "nowhere")


def test_part_of_a_core_counts_as_one(tmp_path: Path) -> None:
    assert this_machine(limits(tmp_path, "50000 100000", "max")).cores == 1
