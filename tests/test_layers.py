"""The house is a corridor: personas <- scoring <- simulator <- web, and never back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ["personas", "scoring", "simulator", "web"]
FILES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def imported_rooms(path: Path) -> set[str]:
    """The rooms this file imports from, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name, not relative"
            found.add((node.module or "").split(".")[0])
    return found & set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_to_the_left(path: Path) -> None:
    room = ROOMS.index(path.relative_to(ROOT).parts[0])
    allowed = set(ROOMS[: room + 1])
    assert imported_rooms(path) <= allowed


DECIDING = (
    "reaction prompt conditions memory step cause intent ending lines cue difficulty tongue reply_check sentence_stream"
    " criteria judge_prompt judge_verdict"
)
PURE = [
    *(ROOT / f"simulator/{name}.py" for name in DECIDING.split()),
    *sorted((ROOT / "scoring").glob("[!_]*.py")),
]


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.name)
def test_deciding_touches_no_clock_network_or_chance(path: Path) -> None:
    """Rules, hints, reactions and prompts are pure."""
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (node.names if isinstance(node, ast.Import) else [ast.alias(node.module or "")])
    }
    assert not names & {"time", "asyncio", "socket", "httpx2", "openai", "secrets", "sqlalchemy"}
