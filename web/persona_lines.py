"""Where in a persona file stands what moved the person, and what was said: for who writes the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from personas.complaint import Way, field
from personas.loader import HERE, read_shelves
from personas.placeholder import PLACEHOLDER
from personas.types import Persona
from personas.yaml_safely import Tree
from simulator.types import Response
from web.movement import steps_of
from web.texts import texts

ENGINE = "docs/avatar.md"
"""Where the rules stand that every person has."""


@dataclass(frozen=True, slots=True)
class PersonaFile:
    """The file of a person, with the line of everything in it."""

    name: str
    """Such as `library/nadia.yaml`."""
    tree: Tree


def persona_file(persona: Persona, folder: Path = HERE) -> PersonaFile | None:
    """The file that says exactly what this person is; None where there is none, or where it changed since."""
    for draft in read_shelves(folder):
        if draft.tree is not None and draft.value == persona:
            return PersonaFile(draft.file, draft.tree)
    return None


def persona_lines(file: PersonaFile, response: Response) -> list[str]:
    """One line for each rule that moved the person, and one for the words that were chosen."""
    t = texts()
    found: list[str] = []
    for cause in response.causes:
        steps = ", ".join(f"{t('feelings.' + feeling).lower()} {step:+}" for feeling, step in steps_of(cause.change))
        index = re.fullmatch(r"reactions\[(\d+)\]", cause.rule)
        at = f"{file.name}:{file.tree.mark(('reactions', int(index[1]))).line}" if index else ENGINE
        found.append(f"{at} {cause.rule}: {steps}")
    way = _said(file.tree, response.line)
    if way is not None:
        found.append(f"{file.name}:{file.tree.values[way].line} {field(way)}: {response.intent}")
    else:
        found.append(f"{ENGINE}: {response.intent}")
    return found


def _said(tree: Tree, line: str) -> Way | None:
    """Where the line stands that was said, its placeholders filled in."""
    for key in ("layers", "reactions", "lines"):
        for way, text in tree.texts((key,)):
            spoken = key == "lines" or "line" in way or "lines" in way
            pieces = [re.escape(piece) for piece in PLACEHOLDER.split(text)[::2]]
            if spoken and re.fullmatch(".+".join(pieces), line, re.DOTALL):
                return way
    return None
