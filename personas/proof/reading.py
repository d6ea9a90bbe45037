"""Proofreading: everything that is noticed in one file, as complaints with a line."""

from __future__ import annotations

import re
from collections.abc import Collection

from personas.complaint import Complaint, Sentence, expected, field, shown
from personas.proof import persona, placeholder, scenario
from personas.proof.finding import Found, values_left_out
from personas.yaml_safely import TOP, Tree

MODELINE = "# yaml-language-server: $schema=../schemas/{}-1.json"
LOOKS = {"persona": persona.LOOKS, "scenario": scenario.SCENARIO, "course": scenario.COURSE}


def proofread(tree: Tree, file: str, kind: str) -> list[Complaint]:
    """All that is noticed in a file of this kind (`persona`, `scenario` or `course`) taken by itself."""
    found = [complaint for look in (*LOOKS[kind], values_left_out) for complaint in _told(tree, file, look(tree))]
    return found if _has_modeline(tree, kind) else [_modeline(tree, file, kind), *found]


def placeholders(tree: Tree, file: str, kind: str, words: Collection[str]) -> list[Complaint]:
    """All that is noticed about placeholders, when these are the words of the cases the file is used in."""
    return _told(tree, file, placeholder.LOOKS[kind](tree, words))


def _told(tree: Tree, file: str, found: Found) -> list[Complaint]:
    return [Complaint(file, tree.mark(way), field(way), says) for way, says in found]


def _has_modeline(tree: Tree, kind: str) -> bool:
    pattern = rf"#\s*yaml-language-server:\s*\$schema=(\S*/)?{kind}-1\.json\s*"
    return re.fullmatch(pattern, tree.first_line) is not None


def _modeline(tree: Tree, file: str, kind: str) -> Complaint:
    line = MODELINE.format(kind)
    what = Sentence(f"als eerste regel `{line}`", f"as first line `{line}`")
    return Complaint(file, TOP, "", expected(what, shown(tree.first_line)))
