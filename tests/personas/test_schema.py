"""The schemas for editors follow the types and take whatever the loader takes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from personas.draft import FORMATS, read
from personas.schema import FOLDER, as_text, file_name, schema_of, write_schemas
from personas.types import INTENTS


@pytest.mark.parametrize("format_", FORMATS)
def test_the_committed_schema_is_the_one_of_the_types(format_: str) -> None:
    """Where this fails, run `rechtdoor check --write-schemas`."""
    assert (FOLDER / file_name(format_)).read_text(encoding="utf-8") == as_text(format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_schema_is_a_schema(format_: str) -> None:
    Draft202012Validator.check_schema(schema_of(format_))


@pytest.mark.parametrize("kind", ["persona", "scenario", "course"])
def test_the_schema_takes_what_the_loader_takes(kind: str, texts: dict[str, str]) -> None:
    draft = read(texts[kind].encode(), f"{kind}.yaml")
    assert draft.tree is not None
    assert not list(Draft202012Validator(schema_of(f"{kind}/1")).iter_errors(draft.tree.data))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trust: 0.55", "trst: 0.55"),
        ("opens: never", "opens: nooit"),
        ('">= 0.95"', '"erg hoog"'),
        ("slip: vagueness", "slip: vaagheid"),
        ("head: short2", "head: kort"),
        ("schema: persona/1", "schema: persona/2"),
        ("  close: [", "  clse: ["),
        ("  walks_out: {", "  walk_out: {"),
        ("  walks_out: {", "  clear_but_cold: {"),
        ("  close: [", "  bargain: ["),
        ("debrief: >-", "dbrief: >-"),
    ],
)
def test_an_editor_sees_a_mistake_while_one_writes(old: str, new: str, persona_text: str) -> None:
    assert old in persona_text
    tree = read(persona_text.replace(old, new).encode(), "a.yaml").tree
    assert tree is not None
    assert list(Draft202012Validator(schema_of("persona/1")).iter_errors(tree.data))


def test_an_editor_can_complete_every_intent_and_every_ending() -> None:
    given = schema_of("persona/1")["properties"]
    assert set(given["lines"]["properties"]) == set(INTENTS)
    assert set(given["ends"]["properties"]) == {"good", "clear_but_cold", "false_hope", "walks_out", "open"}


VALUES = [
    "[]",
    "{}",
    "[x]",
    "1",
    "0.5",
    "47",
    "true",
    "x",
    '""',
    '">= 0.9"',
    "free",
    "[a, b]",
    "{trust: '>= 0.2'}",
    "1.0.0",
]


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_whatever_the_loader_takes_the_schema_takes_too(data: st.DataObject, texts: dict[str, str]) -> None:
    kind = data.draw(st.sampled_from(["persona", "scenario", "course"]))
    places = [found.span(1) for found in re.finditer(r"(?<=: )([^,\[\]{}\n]+)", texts[kind])]
    start, end = data.draw(st.sampled_from(places))
    draft = read(f"{texts[kind][:start]}{data.draw(st.sampled_from(VALUES))}{texts[kind][end:]}".encode(), "a.yaml")
    if not draft.complaints and draft.tree is not None:
        assert not list(Draft202012Validator(schema_of(f"{kind}/1")).iter_errors(draft.tree.data))


def test_a_text_as_long_as_it_may_be_is_taken_with_the_line_end_yaml_leaves(persona_text: str) -> None:
    folded = f"wants: >\n  {'x' * 600}\n"
    draft = read(re.sub(r"(?m)^wants: .*\n", folded, persona_text).encode(), "a.yaml")
    assert draft.value is not None
    assert draft.tree is not None
    assert not list(Draft202012Validator(schema_of("persona/1")).iter_errors(draft.tree.data))


def test_each_field_of_a_persona_has_its_sentence() -> None:
    properties = schema_of("persona/1")["properties"]
    assert properties["starts"]["description"] == "The feelings at the beginning."
    assert properties["schema"]["description"] == "The version of this file format."


def test_schemas_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new")
    assert [path.name for path in written] == ["persona-1.json", "scenario-1.json", "course-1.json"]
    assert all(json.loads(path.read_text(encoding="utf-8"))["title"] for path in written)
