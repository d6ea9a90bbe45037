"""Reads one persona, scenario or course file and says everything that is wrong with it, at once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from pydantic import ValidationError

from personas.complaint import Complaint, Complaints, Sentence, in_order, unknown
from personas.expectation import ELSEWHERE, complain
from personas.proof.reading import placeholders, proofread
from personas.types import Course, Persona, Scenario
from personas.yaml_safely import TOP, Tree, read_tree

Value = Persona | Scenario | Course
FORMATS: dict[str, type[Persona] | type[Scenario] | type[Course]] = {
    "persona/1": Persona,
    "scenario/1": Scenario,
    "course/1": Course,
}
"""What the key `schema:` can say, and the type that decides what else the file may hold."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it was found: what it says, and what is wrong with it."""

    file: str
    """The name that complaints give it."""
    sha256: str
    """The fingerprint of its bytes, as 64 hexadecimal digits."""
    value: Value | None
    """None where the types refuse what it says."""
    complaints: tuple[Complaint, ...]
    tree: Tree | None = None
    kind: str = ""
    """`persona`, `scenario` or `course`; empty where that is not known."""


def read(raw: bytes, file: str) -> Draft:
    """Whatever these bytes are: never raises. Placeholders are looked at by `loader.py`, which knows the cases."""
    mark = sha256(raw).hexdigest()
    try:
        tree = read_tree(raw, file)
    except Complaints as problem:
        return Draft(file, mark, None, problem.complaints)
    try:
        format_ = _format(tree, file)
    except Complaints as problem:
        return Draft(file, mark, None, problem.complaints, tree)
    model, kind = FORMATS[format_], format_.partition("/")[0]
    complaints = proofread(tree, file, kind)
    value: Value | None = None
    try:
        text = json.dumps(tree.data)
        value = model.model_validate_json(text, strict=True, by_alias=True, by_name=False)
    except ValidationError as problem:
        told = {(complaint.mark, complaint.field) for complaint in complaints}
        for error in problem.errors(include_url=False):
            complaint = complain(error, tree, file, model)
            if error["type"] not in ELSEWHERE and (complaint.mark, complaint.field) not in told:
                complaints.append(complaint)
    return Draft(file, mark, value, in_order(complaints), tree, kind)


def load(raw: bytes, file: str, words: frozenset[str] = frozenset()) -> Value:
    """The value of one file by itself; raises Complaints. `words` are the names of the cases it is used in."""
    draft = read(raw, file)
    complaints = list(draft.complaints)
    if draft.tree is not None and draft.kind:
        complaints += placeholders(draft.tree, file, draft.kind, words)
    if draft.value is None or complaints:
        raise Complaints(complaints)
    return draft.value


def _format(tree: Tree, file: str) -> str:
    if not isinstance(tree.data, dict):
        says = Sentence(
            "verwacht een bestand met sleutels, zoals `schema: persona/1`",
            "expected a file with keys, such as `schema: persona/1`",
        )
        raise Complaints([Complaint(file, TOP, "", says)])
    found = tree.data.get("schema")
    if isinstance(found, str) and found in FORMATS:
        return found
    if found is None:
        says = Sentence(
            "verwacht de sleutel `schema`, zoals `schema: persona/1`, kreeg hem niet",
            "expected the key `schema`, such as `schema: persona/1`, did not get it",
        )
        raise Complaints([Complaint(file, TOP, "schema", says)])
    choice = list(FORMATS)
    what = Sentence("een soort bestand", "a kind of file")
    raise Complaints([Complaint(file, tree.mark(("schema",)), "schema", unknown(what, str(found or ""), choice))])
