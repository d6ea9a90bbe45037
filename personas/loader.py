"""All persons, scenarios and courses that can be used together. One broken file leaves the others standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from personas.complaint import Complaint, Sentence, Way, expected, field, in_order, shown, unknown
from personas.draft import Draft, Value, read
from personas.proof.reading import placeholders
from personas.types import Course, Persona, Scenario
from personas.yaml_safely import MOST_BYTES, TOP

HERE = Path(__file__).parent
SHELVES = ("courses", "scenarios", "library")
"""The folders in which the files of a library stand."""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be chosen, and what was wrong with the rest."""

    personas: Mapping[str, Persona]
    """By id, in the order of their names."""
    scenarios: Mapping[str, Scenario]
    """By id, in the order of their titles. Each has its course and at least one person to talk to."""
    courses: Mapping[tuple[str, str], Course]
    """By id and language."""
    complaints: tuple[Complaint, ...] = ()
    """What the authors of the files have to mend."""

    def personas_for(self, scenario: Scenario) -> tuple[Persona, ...]:
        """Who can sit on the other side, in the order of the scenario; at least one for a scenario of this library."""
        return tuple(
            person
            for id_ in scenario.personas
            if (person := self.personas.get(id_)) is not None and person.language == scenario.language
        )

    def course(self, scenario: Scenario) -> Course:
        """The conversation model of a scenario of this library."""
        return self.courses[scenario.course, scenario.language]


def load_library(folder: Path | None = None) -> Library:
    """The library in `folder/{library,scenarios,courses}/*.yaml`; without a folder, the one that comes with it."""
    return assemble(read_shelves(folder or HERE))


def read_shelves(folder: Path, called: str = "") -> list[Draft]:
    """Every file of a library as it was found; complaints name it by its shelf, with `called` before it."""
    paths = (path for shelf in SHELVES for path in sorted((folder / shelf).glob("*.yaml")))
    return [read_file(path, f"{called}{path.parent.name}/{path.name}") for path in paths]


def read_file(path: Path, name: str) -> Draft:
    """One file as it was found, also when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return read(file.read(MOST_BYTES + 1), name)
    except OSError as problem:
        says = Sentence(
            f"verwacht een bestand dat te lezen is, kreeg: {problem.strerror}",
            f"expected a file that can be read, got: {problem.strerror}",
        )
        return Draft(name, "", None, (Complaint(name, TOP, "", says),))


def assemble(drafts: Iterable[Draft]) -> Library:
    """The library these files make. Where two say they are the same, the first counts."""
    given = tuple(drafts)
    complaints = [complaint for draft in given for complaint in draft.complaints]
    words = case_words(given)
    for draft in given:
        if draft.tree is not None and draft.kind:
            used_in = words.get(str(draft.tree.at(("id",))), words[""]) if draft.kind == "persona" else frozenset()
            complaints += placeholders(draft.tree, draft.file, draft.kind, used_in)
    broken = {complaint.file for complaint in complaints}
    whole: dict[tuple[str, str, str], Draft] = {}
    for draft in given:
        if draft.value is None or draft.file in broken:
            continue
        first = whole.setdefault(_key(draft.value), draft)
        if first is not draft:
            taken = Sentence(
                f"een eigen id, want die van {first.file} is dezelfde",
                f"an id of its own, for {first.file} has the same",
            )
            complaints.append(_complaint(draft, ("id",), expected(taken, shown(draft.value.id))))
    values = [draft.value for draft in whole.values()]
    personas = {v.id: v for v in values if isinstance(v, Persona)}
    courses = {(str(v.id), str(v.language)): v for v in values if isinstance(v, Course)}
    faulty = {str(draft.tree.at(("id",))): draft.file for draft in given if draft.tree and draft.file in broken}
    scenarios: dict[str, Scenario] = {}
    for draft in whole.values():
        if isinstance(draft.value, Scenario):
            scenario = draft.value
            complaints += _misfits(draft, scenario, personas, courses, faulty)
            has_company = any(p in personas and personas[p].language == scenario.language for p in scenario.personas)
            if has_company and (scenario.course, scenario.language) in courses:
                scenarios[scenario.id] = scenario
    return Library(
        personas=MappingProxyType(dict(sorted(personas.items(), key=lambda item: item[1].name))),
        scenarios=MappingProxyType(dict(sorted(scenarios.items(), key=lambda item: item[1].title))),
        courses=MappingProxyType(courses),
        complaints=in_order(complaints),
    )


def case_words(drafts: Iterable[Draft]) -> dict[str, frozenset[str]]:
    """For each person's id the names that the scenarios with that person fill in; under "" those of all scenarios.

    A scenario with a mistake elsewhere still counts, so that one mistake is told once.
    """
    found: dict[str, frozenset[str]] = {"": frozenset()}
    for draft in drafts:
        if draft.kind != "scenario" or draft.tree is None:
            continue
        words, with_ = draft.tree.at(("words",)), draft.tree.at(("personas",))
        names = frozenset(words) if isinstance(words, dict) else frozenset()
        for id_ in ("", *(str(p) for p in (with_ if isinstance(with_, list) else []))):
            found[id_] = found.get(id_, frozenset()) | names
    return found


def _misfits(
    draft: Draft,
    scenario: Scenario,
    personas: Mapping[str, Persona],
    courses: Mapping[tuple[str, str], Course],
    faulty: Mapping[str, str],
) -> Iterator[Complaint]:
    for index, id_ in enumerate(scenario.personas):
        way: Way = ("personas", index)
        person = personas.get(id_)
        if person is None:
            what = Sentence("een personage zonder klachten", "a persona without complaints")
            if id_ in faulty:
                told, file = expected(what, shown(id_)), faulty[id_]
                yield _complaint(
                    draft,
                    way,
                    Sentence(
                        f"{told.nl}; los eerst de klachten van {file} op",
                        f"{told.en}; first mend the complaints of {file}",
                    ),
                )
                continue
            same = [p.id for p in personas.values() if p.language == scenario.language]
            yield _complaint(draft, way, unknown(what, id_, same))
        elif person.language != scenario.language:
            what = Sentence(
                f"een personage dat {scenario.language} spreekt", f"a persona who speaks {scenario.language}"
            )
            came = f"`{id_}` ({person.language})"
            yield _complaint(draft, way, expected(what, Sentence(came, came)))
    if (scenario.course, scenario.language) not in courses:
        what = Sentence(
            f"een gespreksmodel in {scenario.language} zonder klachten",
            f"a course in {scenario.language} without complaints",
        )
        there = [id_ for id_, language in courses if language == scenario.language]
        yield _complaint(draft, ("course",), unknown(what, scenario.course, there))


def _complaint(draft: Draft, way: Way, says: Sentence) -> Complaint:
    return Complaint(draft.file, draft.tree.mark(way) if draft.tree else TOP, field(way), says)


def _key(value: Value) -> tuple[str, str, str]:
    kind = type(value).__name__.lower()
    return kind, value.id, value.language if isinstance(value, Course) else ""
