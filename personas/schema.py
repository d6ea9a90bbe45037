"""Writes the JSON Schemas that editors use while somebody writes a file. The types decide; nothing is said twice."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from personas import types
from personas.draft import FORMATS
from personas.peeps import PARTS
from personas.proof.persona import REQUIRED_ENDINGS
from personas.types import REQUIRED_INTENTS

FOLDER = Path(__file__).parent / "schemas"


def file_name(format_: str) -> str:
    """Such as `persona-1.json` for `persona/1`."""
    return format_.replace("/", "-") + ".json"


def schema_of(format_: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file with this `schema:`; whatever the loader takes, it takes too."""
    schema = FORMATS[format_].model_json_schema(by_alias=True)
    sentences = _sentences()
    for name, part in (*schema.get("$defs", {}).items(), (FORMATS[format_].__name__, schema)):
        for key, given in part.get("properties", {}).items():
            if key in sentences.get(name, {}):
                given["description"] = sentences[name][key]
    if "Face" in schema["$defs"]:
        for key, names in PARTS.items():
            schema["$defs"]["Face"]["properties"][key] = {"enum": list(names)}
    if format_ == "persona/1":
        _named(schema["properties"]["lines"], REQUIRED_INTENTS)
        _named(schema["properties"]["ends"], REQUIRED_ENDINGS)
    plain = _plain(schema)
    assert isinstance(plain, dict)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Rechtdoor {format_}",
        **plain,
        "required": ["schema", *(key for key in plain["required"] if key != "schema")],
    }


def _named(block: dict[str, Any], required: Sequence[str]) -> None:
    """Names each key of a block: an editor completes keys that have a name, and asks for those that must be there."""
    names, value = block.pop("propertyNames")["enum"], block.pop("additionalProperties")
    block.update({"properties": dict.fromkeys(names, value), "additionalProperties": False, "required": list(required)})


def write_schemas(folder: Path | None = None) -> list[Path]:
    """Writes one schema for each kind of file and says which files those are."""
    folder = folder or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for format_ in FORMATS:
        path = folder / file_name(format_)
        path.write_text(as_text(format_), encoding="utf-8")
        written.append(path)
    return written


def as_text(format_: str) -> str:
    """The schema as it is kept in the repository."""
    return json.dumps(schema_of(format_), ensure_ascii=False, indent=2) + "\n"


def _plain(part: Any) -> Any:
    """The schema without titles, and without what would be stricter or looser than the loader.

    `null` goes, for a key without a value is a complaint. `maxLength` goes, for the loader counts the characters
    after it has taken off the spaces and the line end around them.
    """
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    left = {
        key: {name: _plain(given) for name, given in value.items()} if key in ("properties", "$defs") else _plain(value)
        for key, value in part.items()
        if key not in ("title", "maxLength") and not (key == "default" and value is None)
    }
    choices = [choice for choice in left.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del left["anyOf"]
        left = {**choices[0], **left}
    return left


def _sentences() -> dict[str, dict[str, str]]:
    """The sentence under each field of each type, by type and key as they are written in a file."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(types)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        model = getattr(types, node.name)
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            continue
        fields, by_key = model.model_fields, {}
        for given, below in zip(node.body, node.body[1:], strict=False):
            name = given.target.id if isinstance(given, ast.AnnAssign) and isinstance(given.target, ast.Name) else ""
            if name in fields and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                by_key[fields[name].alias or name] = " ".join(str(below.value.value).split())
        found[node.name] = by_key
    return found
