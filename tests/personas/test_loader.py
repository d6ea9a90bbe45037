"""A library is what can be used together; one broken file leaves the rest standing."""

from __future__ import annotations

from pathlib import Path

import pytest

from personas.draft import Draft, read
from personas.loader import Library, assemble, load_library


@pytest.fixture
def drafts(texts: dict[str, str]) -> dict[str, Draft]:
    return {kind: read(text.encode(), f"{kind}.yaml") for kind, text in texts.items()}


def says(library: Library) -> str:
    return "\n".join(complaint.says("en") for complaint in library.complaints)


def changed(texts: dict[str, str], kind: str, old: str, new: str, file: str = "") -> Draft:
    assert old in texts[kind]
    return read(texts[kind].replace(old, new).encode(), file or f"{kind}.yaml")


def test_a_scenario_finds_its_people_and_its_course(drafts: dict[str, Draft]) -> None:
    library = assemble(drafts.values())
    scenario = library.scenarios["drie-weken-augustus"]
    assert library.complaints == ()
    assert [person.id for person in library.personas_for(scenario)] == ["wim-de-backer"]
    assert library.course(scenario).title == "Slecht nieuws"
    assert library.personas["wim-de-backer"].name == "Wim De Backer"
    assert library.courses["bad_news", "nl-BE"] is library.course(scenario)


def test_a_broken_file_leaves_the_others_standing(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    other = changed(texts, "persona", "id: wim-de-backer", "id: els-maes", "els.yaml")
    broken = read(b"not: [a persona", "broken.yaml")
    library = assemble([*drafts.values(), other, broken])
    assert set(library.personas) == {"wim-de-backer", "els-maes"}
    assert [complaint.file for complaint in library.complaints] == ["broken.yaml"]


def test_a_persona_with_complaints_is_left_out_and_its_scenario_says_so(texts: dict[str, str]) -> None:
    drafts = [read(texts[kind].encode(), f"{kind}.yaml") for kind in ("scenario", "course")]
    library = assemble([*drafts, changed(texts, "persona", "age: 38", "age: 7")])
    assert library.personas == {}
    assert library.scenarios == {}
    assert "persona.yaml:7 age: expected a number from 16 up, got 7" in says(library)
    says_so = "scenario.yaml:9 personas[0]: expected a persona without complaints, got `wim-de-backer`"
    assert f"{says_so}; first mend the complaints of persona.yaml" in says(library)


def test_a_scenario_goes_on_with_the_people_that_are_there(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    scenario = changed(texts, "scenario", "[wim-de-backer]", "[wim-de-baker, wim-de-backer]")
    library = assemble([drafts["persona"], drafts["course"], scenario])
    assert [person.id for person in library.personas_for(library.scenarios["drie-weken-augustus"])] == ["wim-de-backer"]
    assert "got `wim-de-baker`; did you mean `wim-de-backer`?" in says(library)


def test_people_speak_the_language_of_the_scenario(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    dutch = changed(texts, "persona", "language: nl-BE", "language: nl-NL")
    library = assemble([dutch, drafts["scenario"], drafts["course"]])
    assert library.scenarios == {}
    assert "personas[0]: expected a persona who speaks nl-BE, got `wim-de-backer` (nl-NL)" in says(library)


def test_a_scenario_without_its_course_is_left_out(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    other = changed(texts, "course", "id: bad_news", "id: conflict")
    library = assemble([drafts["persona"], drafts["scenario"], other])
    assert library.scenarios == {}
    assert "scenario.yaml:8 course: expected a course in nl-BE without complaints, got `bad_news`" in says(library)


def test_an_id_belongs_to_one_file(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    again = changed(texts, "persona", "age: 38", "age: 40", "again.yaml")
    library = assemble([*drafts.values(), again])
    assert library.personas["wim-de-backer"].age == 38
    assert (
        says(library)
        == "again.yaml:3 id: expected an id of its own, for persona.yaml has the same, got `wim-de-backer`"
    )


def test_one_course_in_two_languages_is_two_courses(texts: dict[str, str], drafts: dict[str, Draft]) -> None:
    other = changed(texts, "course", "language: nl-BE", "language: nl-NL", "other.yaml")
    assert set(assemble([*drafts.values(), other]).courses) == {("bad_news", "nl-BE"), ("bad_news", "nl-NL")}


def test_placeholders_are_those_of_the_scenarios_in_which_somebody_sits(texts: dict[str, str]) -> None:
    drafts = [read(texts[kind].encode(), f"{kind}.yaml") for kind in ("persona", "course")]
    scenario = changed(texts, "scenario", "weken: Drie weken", "wekken: Drie weken")
    library = assemble([*drafts, scenario])
    assert "lines.blow[2]: expected a known placeholder, got `{weken}`; did you mean `{wekken}`?" in says(library)


def test_a_folder_is_a_library(tmp_path: Path, texts: dict[str, str]) -> None:
    for shelf, kind in (("library", "persona"), ("scenarios", "scenario"), ("courses", "course")):
        (tmp_path / shelf).mkdir()
        (tmp_path / shelf / f"{kind}.yaml").write_text(texts[kind], encoding="utf-8")
    (tmp_path / "library" / "notes.txt").write_text("not YAML: [", encoding="utf-8")
    (tmp_path / "library" / "folder.yaml").mkdir()
    library = load_library(tmp_path)
    assert set(library.scenarios) == {"drie-weken-augustus"}
    assert [complaint.file for complaint in library.complaints] == ["library/folder.yaml"]


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    assert load_library(tmp_path) == Library({}, {}, {})


def test_a_library_cannot_be_changed(drafts: dict[str, Draft]) -> None:
    library = assemble(drafts.values())
    with pytest.raises(TypeError):
        library.personas["x"] = library.personas["wim-de-backer"]  # type: ignore[index]
