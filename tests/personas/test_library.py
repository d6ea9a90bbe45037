"""Every persona, scenario and course file that comes with the product; a new file is tested by being there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from personas.draft import Draft
from personas.loader import HERE, load_library, read_shelves
from personas.placeholder import fill
from personas.proof.scenario import LEGAL
from personas.types import REQUIRED_INTENTS, Persona, Scenario
from personas.yaml_safely import read_tree

DRAFTS = read_shelves(HERE)
LIBRARY = load_library()
PERSONAS = [draft for draft in DRAFTS if isinstance(draft.value, Persona)]
SCENARIOS = [draft for draft in DRAFTS if isinstance(draft.value, Scenario)]
FOLDER = {"library": "persona", "scenarios": "scenario", "courses": "course"}

every_file = pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.file)
every_persona = pytest.mark.parametrize("draft", PERSONAS, ids=lambda draft: draft.file)
every_scenario = pytest.mark.parametrize("draft", SCENARIOS, ids=lambda draft: draft.file)


def test_there_are_people_situations_and_conversation_models() -> None:
    assert len(LIBRARY.personas) >= 3
    assert len(LIBRARY.scenarios) >= 3
    assert {"bad_news", "c4", "conflict"} <= {id_ for id_, _ in LIBRARY.courses}


@every_file
def test_a_file_has_no_complaints(draft: Draft) -> None:
    assert [c.says("nl") for c in LIBRARY.complaints if c.file == draft.file] == []


@every_file
def test_a_file_stands_on_its_own_shelf_and_its_schema_is_found_from_there(draft: Draft) -> None:
    shelf = draft.file.split("/")[0]
    assert draft.kind == FOLDER[shelf]
    assert draft.tree.first_line == f"# yaml-language-server: $schema=../schemas/{draft.kind}-1.json"
    assert (HERE / shelf / draft.tree.first_line.split("=")[1]).resolve().is_file()


@every_file
def test_an_editor_has_nothing_to_say_about_a_file(draft: Draft) -> None:
    assert draft.tree is not None
    schema = json.loads((HERE / "schemas" / f"{draft.kind}-1.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(draft.tree.data)] == []


@every_file
def test_nothing_that_is_not_so_is_told(draft: Draft) -> None:
    """CAO 104 is about workers of 45 and older, stress at work is not; and words are not 7 % of what one says."""
    for way, text in draft.tree.texts():
        for found in re.finditer(r"\bcao\s*(nr\.?|n°)?\s*104\b", text, re.IGNORECASE):
            around = text[max(0, found.start() - 200) : found.end() + 200]
            assert re.search(r"\b45", around), f"{draft.file} {way}: CAO 104 outside its subject"
        assert not re.search(r"\b(93|55|38|7)\s*%.*(non-?verba|lichaamstaal|body language)", text, re.IGNORECASE), way


@every_persona
def test_somebody_can_speak_in_every_scenario(draft: Draft) -> None:
    """There is a line for every intent, also when nothing was said that could be quoted."""
    persona = draft.value
    scenarios = [s for s in LIBRARY.scenarios.values() if persona.id in s.personas]
    assert scenarios, f"{persona.id} sits in no scenario"
    for scenario in scenarios:
        known = {**scenario.words, "trainee": scenario.trainee_name, "question": "Mag ik blijven?"}
        for intent in REQUIRED_INTENTS:
            assert any(fill(line, known) for line in persona.lines[intent]), f"{intent} in {scenario.id}"


@every_persona
def test_somebody_does_not_run_out_of_lines(draft: Draft) -> None:
    """Three at least for what comes back in every talk."""
    often = ("press_for_message", "ask_what_is_meant", "blow", "stay_silent", "soften_a_little", "answer", "object")
    assert {i: len(draft.value.lines[i]) for i in often if len(draft.value.lines[i]) < 3} == {}


@every_persona
def test_somebody_holds_something_back(draft: Draft) -> None:
    layers = draft.value.layers
    assert any(layer.opens not in ("free", "never") for layer in layers)
    assert {"good", "walks_out"} <= set(draft.value.ends)


@every_scenario
def test_the_first_words_can_be_said(draft: Draft) -> None:
    known = {**draft.value.words, "trainee": draft.value.trainee_name}
    assert all(fill(line, known) for line in draft.value.opening)


@every_scenario
def test_a_scenario_has_its_course_and_its_people(draft: Draft) -> None:
    scenario = draft.value
    assert LIBRARY.course(scenario).language == scenario.language
    people = LIBRARY.personas_for(scenario)
    assert [person.id for person in people] == list(scenario.personas)
    assert {person.language for person in people} == {scenario.language}


@every_scenario
def test_what_is_said_about_the_law_has_a_day_and_a_source(draft: Draft) -> None:
    scenario = draft.value
    if any(LEGAL.search(text) for _, text in draft.tree.texts()):
        assert scenario.as_of is not None
        assert scenario.sources


@every_scenario
def test_the_message_has_its_own_signs(draft: Draft) -> None:
    """The sentence of the file would itself be recognised as the message."""
    scenario = draft.value
    said = scenario.message.lower()
    for group in scenario.signs:
        assert any(
            re.search(rf"\b{re.escape(w.lower()).replace(chr(92) + '*', chr(92) + 'w*')}\b", said) for w in group
        ), group


def test_every_file_is_plain_and_small() -> None:
    for shelf in FOLDER:
        for path in sorted((Path(HERE) / shelf).iterdir()):
            assert path.suffix == ".yaml", path
            read_tree(path.read_bytes(), path.name)
