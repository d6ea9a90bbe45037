"""`rechtdoor check`: says what is wrong with persona, scenario and course files, all at once, with the line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from personas.complaint import Complaint
    from personas.draft import Draft

HELP = "check persona, scenario and course files, and say on which line something is wrong"

COUNTED = {
    "nl": (("personage", "personages"), ("scenario", "scenario's"), ("gespreksmodel", "gespreksmodellen")),
    "en": (("persona", "personas"), ("scenario", "scenarios"), ("course", "courses")),
}
COMPLAINTS = {"nl": ("klacht", "klachten"), "en": ("complaint", "complaints")}
FILES = {"nl": ("bestand", "bestanden"), "en": ("file", "files")}
LOST = {
    "nl": "{}: verwacht een bestand dat te lezen is; dit is er niet, of mag niet gelezen worden.\n",
    "en": "{}: expected a file that can be read; it is not there, or may not be read.\n",
}
FINE = {"nl": "alles in orde", "en": "all fine"}


def options(parser: argparse.ArgumentParser) -> None:
    """Files, language, JSON, and writing the schemas."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="YAML files to check; without any, all files that come with Rechtdoor"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument(
        "--language", choices=["nl", "en"], help="language of the complaints (default: that of your terminal, else nl)"
    )
    parser.add_argument(
        "--write-schemas", action="store_true", help="write the JSON Schemas for editors from the types, and stop"
    )


def run(args: argparse.Namespace) -> int:
    """0: all fine; 1: there are complaints; 2: a file cannot be read."""
    language = args.language or language_of(os.environ)
    if args.write_schemas:
        return _write_schemas(language)
    from personas.loader import HERE, assemble, read_file, read_shelves

    paths = {Path(name).resolve(): Path(name) for name in args.files}
    lost = [path for path in paths.values() if not _readable(path)]
    for path in lost:
        sys.stderr.write(LOST[language].format(_shown(path)))
    if args.files:
        asked = [read_file(path, _shown(path)) for path in paths.values() if path not in lost]
        around = _without(read_shelves(HERE, "rechtdoor/"), asked)
    else:
        asked, around = read_shelves(HERE), []
    names = {draft.file for draft in asked}
    complaints = [complaint for complaint in assemble([*asked, *around]).complaints if complaint.file in names]
    if args.json:
        sys.stdout.write(_as_json(asked, complaints, language))
    elif asked or not lost:
        sys.stdout.write(_as_lines(asked, complaints, language))
    return 2 if lost else 1 if complaints else 0


def language_of(environment: Mapping[str, str]) -> str:
    """English where the terminal says so, Dutch everywhere else."""
    said = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "en" if said.lower().startswith("en") else "nl"


def _readable(path: Path) -> bool:
    return path.is_file() and os.access(path, os.R_OK)


def _shown(path: Path) -> str:
    """The path as it can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _without(shelves: list[Draft], asked: list[Draft]) -> list[Draft]:
    """The library without what is about to be replaced: a copy of a file may be checked next to it."""

    replaced = {_identity(draft) for draft in asked}
    return [draft for draft in shelves if _identity(draft) not in replaced]


def _identity(draft: Draft) -> tuple[str, str, str]:
    id_, language = ("", "") if draft.tree is None else (draft.tree.at(("id",)), draft.tree.at(("language",)))
    return draft.kind, str(id_), str(language) if draft.kind == "course" else ""


def _as_lines(asked: list[Draft], complaints: list[Complaint], language: str) -> str:
    counts = [sum(draft.kind == kind for draft in asked) for kind in ("persona", "scenario", "course")]
    things = [_count(n, words) for n, words in zip(counts, COUNTED[language], strict=True) if n]
    other = sum(not draft.kind for draft in asked)
    things += [_count(other, FILES[language])] if other or not things else []
    faults, where = len(complaints), len({complaint.file for complaint in complaints})
    found = f"{_count(faults, COMPLAINTS[language])} in {_count(where, FILES[language])}"
    summary = f"{', '.join(things)}: {found if faults else FINE[language]}."
    return "".join(f"{line}\n" for line in (*(complaint.says(language) for complaint in complaints), summary))


def _as_json(asked: list[Draft], complaints: list[Complaint], language: str) -> str:
    files = [
        {
            "file": draft.file,
            "kind": draft.kind or None,
            "id": draft.value.id if draft.value else None,
            "version": draft.value.version if draft.value else None,
            "language": draft.value.language if draft.value else None,
            "sha256": draft.sha256,
            "complaints": sum(complaint.file == draft.file for complaint in complaints),
        }
        for draft in asked
    ]
    told = [
        {
            "file": complaint.file,
            "line": complaint.mark.line,
            "column": complaint.mark.column,
            "field": complaint.field,
            "says": complaint.sentence.said(language),
        }
        for complaint in complaints
    ]
    return json.dumps({"files": files, "complaints": told}, ensure_ascii=False, indent=2) + "\n"


def _count(number: int, words: tuple[str, str]) -> str:
    return f"{number} {words[0] if number == 1 else words[1]}"


def _write_schemas(language: str) -> int:
    from personas.schema import write_schemas

    try:
        paths = write_schemas()
    except OSError as problem:
        says = {"nl": "De schema's kunnen niet geschreven worden", "en": "The schemas cannot be written"}[language]
        sys.stderr.write(f"{says}: {problem}.\n")
        return 2
    done = {"nl": "Geschreven", "en": "Written"}[language]
    sys.stdout.write(f"{done}: {', '.join(path.name for path in paths)}\n")
    return 0
