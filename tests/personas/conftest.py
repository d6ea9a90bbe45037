"""The examples of docs/persona-file.md: whole files, to read, to spoil and to mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "persona-file.md"


def _example(kind: str) -> str:
    blocks = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return next(block for block in blocks if f"schema: {kind}/1" in block)


@pytest.fixture(scope="session")
def persona_text() -> str:
    return _example("persona")


@pytest.fixture(scope="session")
def scenario_text() -> str:
    return _example("scenario")


@pytest.fixture(scope="session")
def course_text() -> str:
    return _example("course")


@pytest.fixture(scope="session")
def texts(persona_text: str, scenario_text: str, course_text: str) -> dict[str, str]:
    return {"persona": persona_text, "scenario": scenario_text, "course": course_text}
