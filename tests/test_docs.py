"""Docs that can fail: what is not in the docs breaks the build, and so does what points nowhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from pydantic import BaseModel

import personas.types
import scoring.types
import simulator.events
import simulator.types
import web.wire
from personas.expectation import keys_of
from personas.placeholder import OWN
from personas.types import Course, Ending, Intent, Kind, Move, Persona, Phase, Scenario, Slip

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PERSONA_FILE = (DOCS / "persona-file.md").read_text(encoding="utf-8")
WIRE = (DOCS / "wire.md").read_text(encoding="utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The text under each third-level heading, by its name without code marks."""
    parts = re.split(r"(?m)^#{2,3} (.+)$", text)
    return {name.strip("` "): body for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def rows(section: str) -> list[str]:
    """The names in the first column of a table."""
    return re.findall(r"(?m)^\| `([^`]+)`", section)


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def within(*models: type[BaseModel], stop: tuple[type[BaseModel], ...] = ()) -> list[type[BaseModel]]:
    """These models and all they are made of."""
    found: list[type[BaseModel]] = []
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model not in found and model not in stop:
            found.append(model)
            waiting += [inner for given in model.model_fields.values() for inner in models_in(given.annotation)]
    return found


def own_models(module: ModuleType) -> list[type[BaseModel]]:
    """The models a module declares itself."""
    every = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, BaseModel)]
    return [model for model in every if model.__module__ == module.__name__]


IN_FILES = [m for m in within(Persona, Scenario, Course) if m is not personas.types.Threshold]
EVENTS = own_models(simulator.events)
ON_THE_WIRE = [m for m in within(*EVENTS, stop=(Persona, Scenario)) if m not in EVENTS]
MESSAGES = own_models(web.wire)


@pytest.mark.parametrize("model", IN_FILES, ids=lambda model: model.__name__)
def test_every_key_of_a_file_is_explained_and_no_other(model: type[BaseModel]) -> None:
    assert rows(sections(PERSONA_FILE)[model.__name__]) == keys_of(model)


@pytest.mark.parametrize("word", [*get_args(Slip), *get_args(Kind), *get_args(Move)])
def test_every_slip_kind_and_move_is_named(word: str) -> None:
    assert f"`{word}`" in sections(PERSONA_FILE)["Missers en sterke zetten"]


def test_every_intent_and_ending_is_explained_and_the_required_ones_are_marked() -> None:
    table = sections(PERSONA_FILE)["De bedoelingen"]
    assert rows(table) == list(get_args(Intent))
    assert tuple(re.findall(r"(?m)^\| `(\w+)` \*", table)) == personas.types.REQUIRED_INTENTS
    assert rows(sections(PERSONA_FILE)["De eindes"]) == list(get_args(Ending))


@pytest.mark.parametrize(
    "word", [*get_args(Phase), *get_args(personas.types.CourseId), *get_args(personas.types.Language)]
)
def test_every_phase_course_and_language_is_named(word: str) -> None:
    assert f"`{word}`" in PERSONA_FILE


def test_every_placeholder_is_explained() -> None:
    assert {f"{{{name}}}" for name in OWN} <= set(rows(sections(PERSONA_FILE)["Invulwoorden"]))


@pytest.mark.parametrize("model", [*EVENTS, *MESSAGES], ids=lambda model: model.__name__)
def test_every_event_and_message_is_explained_field_by_field(model: type[BaseModel]) -> None:
    name = get_args(model.model_fields["type"].annotation)[0]
    assert rows(sections(WIRE)[name]) == list(model.model_fields)


@pytest.mark.parametrize("model", ON_THE_WIRE, ids=lambda model: model.__name__)
def test_everything_inside_an_event_is_explained_field_by_field(model: type[BaseModel]) -> None:
    assert rows(sections(WIRE)[model.__name__]) == list(model.model_fields)


@pytest.mark.parametrize("module", [personas.types, scoring.types, simulator.types], ids=lambda module: module.__name__)
def test_every_word_of_a_room_has_its_paragraph(module: ModuleType) -> None:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    words = re.findall(r"(?m)^class ([A-Z]\w*)|^([A-Z][a-z]\w*) = ", source)
    missing = [word for pair in words for word in pair if word and not sections(GLOSSARY).get(word, "").strip()]
    assert missing == []


PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{page.name}: {target} is not there"
        if anchor and file.suffix == ".md":
            assert anchor in anchors(file), f"{page.name}: {target} has no such heading"


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def in_the_repository() -> list[Path]:
    """The files git knows, or would know."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    if not any(names):  # an unpacked archive without git
        return [path for path in ROOT.rglob("*") if path.is_file() and not is_by_the_way(path)]
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def is_by_the_way(path: Path) -> bool:
    """Whether git would leave this out."""
    parts = path.relative_to(ROOT).parts
    return any(part.startswith(".") or part in ("__pycache__", "data", "node_modules") for part in parts)


FOREIGN = {
    "a folder of one machine": re.compile(
        r"(?<![\w.])/(?:work|root|Users|home)/[\w.-]+|(?<![\w./])/tmp/[\w.-]+|[A-Z]:\\Users"
    ),
    "a host of a package registry": re.compile(
        r"files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs\.org|index-url[ =]+http|artifactory|_authToken",
        re.IGNORECASE,
    ),
    "a key": re.compile(r"\b(?:sk|ghp|pypi)-?_?[A-Za-z0-9]{30,}"),
}
"""What belongs to a machine or to somebody, and never into a clone."""


@pytest.mark.parametrize("what", FOREIGN)
def test_the_repository_holds_nothing_of_one_machine(what: str) -> None:
    found = []
    for path in in_the_repository():
        raw = path.read_bytes()
        if b"\0" in raw or path == Path(__file__):
            continue
        text = raw.decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FOREIGN[what].finditer(text)]
    assert found == []


def test_what_people_read_repeats_no_fable() -> None:
    """Words are not 7 % of what one says, and CAO 104 is about workers of 45 and older."""
    texts = [p for p in in_the_repository() if p.suffix in (".md", ".yaml", ".html") and "tests" not in p.parts]
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(93|55|38|7)\s*%[^.]*(non-?verba|lichaamstaal|body language)", text, re.IGNORECASE), (
            path
        )
        for found in re.finditer(r"\bcao\s*(?:nr\.?|n°)?\s*104\b", text, re.IGNORECASE):
            assert re.search(r"\b45\b", text[max(0, found.start() - 200) : found.end() + 200]), path


def test_no_field_is_about_what_the_trainee_feels() -> None:
    """Only the avatar has feelings."""
    models = {*IN_FILES, *EVENTS, *ON_THE_WIRE, *MESSAGES, *own_models(scoring.types), *own_models(simulator.types)}
    names = {f"{model.__name__}.{name}" for model in models for name in model.model_fields}
    assert {
        n for n in names if re.search(r"emotion|mood|sentiment|stress|nervous|arousal|valence", n, re.IGNORECASE)
    } == set()
