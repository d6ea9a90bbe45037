"""How the steps of a course stand in a talk, and what the pages show of them before, during and after it."""

from __future__ import annotations

import asyncio
import re
from types import MappingProxyType

import pytest

from personas.loader import Library, load_library
from personas.types import CourseStep
from simulator.events import Ended
from simulator.fakes import SOMEBODY, SOMEWHERE, MemoryStore, started
from simulator.practice import say
from simulator.talk import Talk, sum_up
from simulator.types import Turn
from tests.web.house import COURSE, LIBRARY, app_of, client_of, parts
from web.steps import Step, steps_in
from web.texts import texts

GUARD = CourseStep(id="firm", title="Blijf erbij", why="Een kier geeft hoop.", never="giving_way")
ASKING = COURSE.model_copy(update={"steps": (*COURSE.steps, GUARD)})


def stored(*lines: str, ended: bool = False) -> MemoryStore:
    """A store with one talk in which these lines were typed."""
    store = MemoryStore()

    async def fill() -> None:
        await store.append("talk", started("talk", owner="local"))
        for line in lines:
            async for _ in say(store, parts(), "talk", Turn(text=line)):
                pass
        if ended:
            await store.append("talk", Ended(ending="open", says="Gestopt."))

    asyncio.run(fill())
    return store


def talk_of(store: MemoryStore) -> Talk:
    return sum_up(asyncio.run(store.events("talk")))


def by_id(*lines: str, ended: bool = False) -> dict[str, Step]:
    return {step.id: step for step in steps_in(talk_of(stored(*lines, ended=ended)), ASKING)}


def test_what_must_not_happen_runs_until_the_talk_is_over() -> None:
    assert by_id("Het project stopt.")["firm"].status == "running"
    assert by_id("Het project stopt.", ended=True)["firm"].status == "unmarked"


def test_a_step_without_a_sentence_of_its_own_says_why_it_helps() -> None:
    still_open = by_id("Dag.")["ask"]
    assert (still_open.status, still_open.missing, still_open.is_to_do) == ("open", still_open.why, True)


FIRST = COURSE.steps[0].model_copy(update={"within_turns": None})
SECOND = CourseStep(id="then", title="Dan pas", why="Eerst het nieuws.", move="clear_message", after="ask")
ORDERED = COURSE.model_copy(update={"steps": (FIRST, COURSE.steps[1], SECOND)})


def test_a_step_that_came_too_early_says_before_what() -> None:
    found = {step.id: step for step in steps_in(talk_of(stored("Het project stopt.")), ORDERED)}
    early = found["then"]
    assert (early.status, early.before) == ("early", "Vraag door")
    assert texts().to_do(early) == "Dit kwam nog voor de stap “Vraag door”."
    assert texts().to_do(found["ask"]) == found["ask"].missing


MANY = tuple(COURSE.steps[0].model_copy(update={"id": f"say-{number}"}) for number in range(3))


@pytest.mark.parametrize(("steps", "told"), [(MANY[:2], True), (MANY, False)])
def test_of_many_steps_at_once_only_the_words_are_shown(steps: tuple[CourseStep, ...], told: bool) -> None:
    library = Library(
        personas=LIBRARY.personas,
        scenarios=LIBRARY.scenarios,
        courses=MappingProxyType({(COURSE.id, COURSE.language): COURSE.model_copy(update={"steps": steps})}),
    )
    with client_of(app_of(stored("Het project stopt op 1 maart."), library=library)) as client:
        page = client.get("/talks/talk/turns").text
    taken = page[page.index('id="taken"') :]
    assert taken.count("<q>Het project stopt</q>") == len(steps)
    assert ("Wachten maakt bang." in taken) is told


def test_nothing_stands_before_the_first_turn_or_without_a_course() -> None:
    assert steps_in(talk_of(stored()), ASKING) == ()
    assert steps_in(talk_of(stored("Dag.")), None) == ()


def test_while_one_talks_only_what_is_done_is_shown() -> None:
    with client_of(app_of(stored("Het project stopt op 1 maart."))) as client:
        page = client.get("/talks/talk/turns").text
    taken = page[page.index('id="taken"') :]
    assert "Zeg het meteen" in taken
    assert "Wachten maakt bang." in taken
    assert "<q>Het project stopt</q>" in taken
    assert "Vraag door" not in taken


def test_afterwards_every_step_is_told_and_linked() -> None:
    with client_of(app_of(stored("Dag.", "Het project stopt op 1 maart."))) as client:
        page = client.get("/talks/talk/debrief").text
    steps = re.sub(r"<[^>]+>", "", page[page.index('<section class="steps">') :])
    assert "Zeg het meteen gedaan, beurt 2" in re.sub(r"\s+", " ", steps)
    assert "Vraag door nog niet" in re.sub(r"\s+", " ", steps)


def test_the_briefing_shows_the_steps_with_an_example() -> None:
    shown = COURSE.model_copy(
        update={"steps": (COURSE.steps[0].model_copy(update={"example": "“Het project stopt.”"}),)}
    )
    library = Library(
        personas=LIBRARY.personas, scenarios=LIBRARY.scenarios, courses=MappingProxyType({("bad_news", "nl-BE"): shown})
    )
    with client_of(app_of(library=library)) as client:
        page = client.get("/scenarios/somewhere").text
    assert "Zeg het meteen" in page
    assert "“Het project stopt.”" in page


REAL = load_library()


@pytest.mark.parametrize("course", [course.id for course in REAL.courses.values()])
def test_every_course_has_its_page(course: str) -> None:
    with client_of(app_of(library=REAL)) as client:
        page = client.get(f"/courses/nl-BE/{course}")
        assert page.status_code == 200
        assert REAL.courses[course, "nl-BE"].title in page.text
        assert f"/courses/nl-BE/{course}" in client.get("/").text


def test_norms_stand_with_their_sources_and_where_they_do_not_fit() -> None:
    with client_of(app_of(library=REAL)) as client:
        page = client.get("/courses/nl-BE/culture").text
    for norm in REAL.courses["culture", "nl-BE"].norms:
        assert norm.title in page
        assert norm.care.split(".")[0].replace("'", "&#39;") in page
    assert "The Culture Map" in page


def test_a_briefing_at_a_table_with_other_customs_shows_those_and_no_others() -> None:
    course = REAL.courses["culture", "nl-BE"]
    scenario = SOMEWHERE.model_copy(update={"course": "culture", "culture": "german"})
    library = Library(
        personas=MappingProxyType({SOMEBODY.id: SOMEBODY}),
        scenarios=MappingProxyType({scenario.id: scenario}),
        courses=MappingProxyType({("culture", "nl-BE"): course}),
    )
    with client_of(app_of(library=library)) as client:
        page = client.get("/scenarios/somewhere").text
    assert "Eerst de agenda" in page
    assert "Duitsland" in page
    assert "Eerst een praatje" not in page
    assert "Verenigd Koninkrijk" not in page


def test_a_course_that_is_not_there_is_not_found() -> None:
    with client_of(app_of()) as client:
        assert client.get("/courses/nl-BE/conflict").status_code == 404
