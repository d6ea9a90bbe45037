"""What this machine has to offer: cores and memory, also inside a container."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Machine:
    """Cores this process may use, and memory in GiB it may fill."""

    cores: int
    memory_gib: float


def this_machine(limits: Path = Path("/sys/fs/cgroup")) -> Machine:
    """The machine, or the share of it that the container in `limits` (cgroup v2) leaves to this process."""
    return Machine(
        cores=max(1, min(_cores(), _container_cores(limits))),
        memory_gib=min(_memory(), _container_memory(limits)),
    )


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells which cores a process may use
        return os.cpu_count() or 1


def _memory() -> float:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    except (AttributeError, ValueError, OSError):  # not told here: count on an ordinary laptop
        return 8.0


def _container_cores(limits: Path) -> int:
    quota, _, period = _first_line(limits / "cpu.max").partition(" ")
    if not (quota.isdigit() and period.isdigit() and int(period)):
        return 1_000_000
    return int(quota) // int(period)


def _container_memory(limits: Path) -> float:
    most = _first_line(limits / "memory.max")
    return int(most) / _GIB if most.isdigit() else float("inf")


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
