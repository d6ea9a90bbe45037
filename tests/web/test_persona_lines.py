"""Who writes a persona sees which line of the file moved the person and which line was said."""

from __future__ import annotations

from pathlib import Path

from personas.loader import HERE, load_library
from personas.types import AvatarState, Change
from simulator.types import Cause, Response
from web.persona_lines import ENGINE, persona_file, persona_lines

TEXT = (HERE / "library" / "nadia.yaml").read_text(encoding="utf-8").splitlines()

NADIA = load_library().personas["nadia-verlinden"]


def response(rule: str, line: str) -> Response:
    state = AvatarState(trust=0.5, tension=0.5, openness=0.5, understanding=0, hope=0.5)
    change = Cause(rule=rule, says="Je bleef vaag", quote="", change=Change(trust=-0.05))
    return Response(before=state, after=state, causes=(change,), intent="blow", layer=None, line=line)


def told(rule: str, line: str) -> list[str]:
    file = persona_file(NADIA)
    assert file is not None
    return persona_lines(file, response(rule, line))


def test_a_reaction_is_told_with_its_line_in_the_file() -> None:
    first = next(number for number, line in enumerate(TEXT, 1) if line.startswith("  - on:"))
    assert told("reactions[0]", "…")[0] == f"library/nadia.yaml:{first} reactions[0]: vertrouwen -5"


def test_a_rule_that_everybody_has_points_to_the_docs() -> None:
    assert told("engine.said", "…")[0] == f"{ENGINE} engine.said: vertrouwen -5"


def test_a_line_is_found_with_its_placeholders_filled_in() -> None:
    where, _, intent = told("engine.said", NADIA.lines["greet"][0].replace("{trainee}", "Karel"))[1].rpartition(": ")
    number = int(where.split()[0].rpartition(":")[2])
    assert where.endswith(" lines.greet[0]")
    assert "greet" in TEXT[number - 1] or TEXT[number - 1].lstrip().startswith("-")
    assert intent == "blow"


def test_words_that_stand_nowhere_are_those_of_the_engine() -> None:
    assert told("engine.said", "Dit staat nergens.")[1] == f"{ENGINE}: blow"


def test_a_person_whose_file_changed_has_none(tmp_path: Path) -> None:
    assert persona_file(NADIA.model_copy(update={"age": 20})) is None
    assert persona_file(NADIA, tmp_path) is None
