"""The pages: choose, briefing, practise, debrief, one's talks, about, patterns. Each route calls what it shows."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import jinja2
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates

from personas.types import Face
from scoring.course import asked_steps
from scoring.types import SHOWN
from simulator.errors import NotAllowed, Stumble
from simulator.practice import begin as begin_talk
from simulator.practice import open_talk
from simulator.store import now
from simulator.talk import Talk
from web.about import about_of
from web.access import from_our_page, visitor
from web.debrief import debrief_of
from web.face import EXPRESSIONS, Expression, draw, expression
from web.house import house_of
from web.marks import pieces
from web.movement import moved, reasons, steps_of
from web.patterns import PATTERN_FACE, patterns_of
from web.second_opinion import second_opinion_on
from web.sound import sound_of
from web.steps import steps_in
from web.texts import texts

HERE = Path(__file__).parent
router = APIRouter(default_response_class=HTMLResponse)
Difficulty = Literal[1, 2, 3]


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        pieces=pieces,
        moved=moved,
        reasons=reasons,
        steps_of=steps_of,
        SHOWN=SHOWN,
        expression=expression,
        second_opinion_on=second_opinion_on,
    )
    environment.filters["seconds"] = lambda number: f"{number:.1f}".replace(".", ",").removesuffix(",0")
    return environment


def _of_every_page(request: Request) -> dict[str, Any]:
    return {
        "t": texts(),
        "nonce": request.state.nonce,
        "token": house_of(request).token,
        "path": request.app.url_path_for,
        "partly": request.headers.get("hx-request") == "true",
    }


templates = Jinja2Templates(env=_environment(), context_processors=[_of_every_page])


def show(request: Request, name: str, context: dict[str, Any] | None = None, status: int = 200) -> Response:
    """One page or part of a page."""
    return templates.TemplateResponse(request, name, context or {}, status_code=status)


@router.get("/", name="choose")
async def choose(request: Request) -> Response:
    """Which talk to practise."""
    house = house_of(request)
    rows = await house.store.talks(visitor(request))
    library = house.library
    scenarios = [(each, library.personas_for(each), library.course(each)) for each in library.scenarios.values()]
    courses = sorted(library.courses.values(), key=lambda course: course.title)
    going = next((row for row in rows if row.ended is None and row.turns), None)
    return show(request, "choose.html", {"scenarios": scenarios, "going": going, "courses": courses})


@router.get("/courses/{language}/{course_id}", name="course")
async def course(request: Request, language: str, course_id: str) -> Response:
    """One conversation model: how such a talk goes well, also where there is no situation to practise it in yet."""
    library = house_of(request).library
    found = library.courses.get((course_id, language))
    if found is None:
        raise NotAllowed
    scenarios = [each for each in library.scenarios.values() if (each.course, each.language) == (course_id, language)]
    return show(request, "course.html", {"course": found, "steps": found.steps, "scenarios": scenarios})


@router.get("/scenarios/{scenario_id}", name="briefing")
async def briefing(request: Request, scenario_id: str, persona: str = "", difficulty: int = 2) -> Response:
    """The facts of the case and what will be looked at."""
    house = house_of(request)
    scenario = house.library.scenarios.get(scenario_id)
    if scenario is None:
        raise NotAllowed
    people = house.library.personas_for(scenario)
    chosen = persona if persona in scenario.personas else people[0].id
    course = house.course(scenario)
    facts = {
        "scenario": scenario,
        "people": people,
        "chosen": chosen,
        "difficulty": difficulty if difficulty in get_args(Difficulty) else 2,
        "course": course,
        "steps": asked_steps(course, scenario) if course else (),
        **_ear(request),
    }
    return show(request, "briefing.html", facts)


@router.post("/talks", name="begin", dependencies=[Depends(from_our_page)])
async def begin(
    request: Request,
    scenario: Annotated[str, Form(max_length=60)],
    persona: Annotated[str, Form(max_length=60)],
    difficulty: Annotated[int, Form(ge=1, le=3)] = 2,
) -> Response:
    """Begins a talk and goes there."""
    house = house_of(request)
    level: Difficulty = 1 if difficulty == 1 else 2 if difficulty == 2 else 3
    started = begin_talk(house.library, scenario, persona, level, visitor(request), now)
    await house.store.append(started.session.id, started)
    return RedirectResponse(request.app.url_path_for("practise", talk_id=started.session.id), status_code=303)


@router.get("/talks", name="talks")
async def talks(request: Request, gone: bool = False) -> Response:
    """One's own talks."""
    rows = await house_of(request).store.talks(visitor(request))
    return show(request, "talks.html", {"rows": rows, "gone": gone, "faces": _known_faces(request)})


@router.get("/talks/{talk_id}", name="practise")
async def practise(request: Request, talk_id: str) -> Response:
    """The talk itself."""
    house = house_of(request)
    talk = await open_talk(house.store, talk_id)
    course = house.course(talk.session.scenario)
    sound = await sound_of(house.store, talk)
    facts = {
        "talk": talk,
        "course": course,
        "steps": asked_steps(course, talk.session.scenario) if course else (),
        "taken": await asyncio.to_thread(steps_in, talk, course),
        "look": look_of(talk),
        "sound": sound,
        **_ear(request),
    }
    return show(request, "practise.html", facts)


@router.get("/talks/{talk_id}/turns", name="turns")
async def turns(request: Request, talk_id: str) -> Response:
    """The talk as it is stored, for the page to show."""
    house = house_of(request)
    talk = await open_talk(house.store, talk_id)
    sound = await sound_of(house.store, talk)
    # In a thread: it takes some 25 ms, and somebody may be talking.
    taken = await asyncio.to_thread(steps_in, talk, house.course(talk.session.scenario))
    return show(request, "turns.html", {"talk": talk, "sound": sound, "taken": taken})


@router.get("/talks/{talk_id}/debrief", name="debrief")
async def debrief(request: Request, talk_id: str) -> Response:
    """The scored transcript and what it comes down to."""
    house = house_of(request)
    talk = await open_talk(house.store, talk_id)
    course = house.course(talk.session.scenario)
    sound = await sound_of(house.store, talk)
    facts = {"talk": talk, "course": course, "debrief": debrief_of(talk, course), "sound": sound}
    return show(request, "debrief.html", facts)


@router.get("/talks/{talk_id}/delete", name="confirm_delete")
async def confirm_delete(request: Request, talk_id: str) -> Response:
    """Asks before anything is erased."""
    rows = await house_of(request).store.talks(visitor(request))
    row = next((row for row in rows if row.id == talk_id), None)
    if row is None:
        raise NotAllowed
    return show(request, "delete.html", {"row": row})


@router.post("/talks/{talk_id}/delete", name="delete", dependencies=[Depends(from_our_page)])
async def delete(request: Request, talk_id: str) -> Response:
    """Erases a talk for good."""
    house = house_of(request)
    if house.rooms.busy(talk_id):
        raise Stumble("busy")
    await house.store.delete(talk_id)
    return RedirectResponse(f"{request.app.url_path_for('talks')}?gone=true", status_code=303)


@router.get("/faces/{persona_id}/{shown}.svg", name="persona_face")
async def persona_face(request: Request, persona_id: str, shown: Expression) -> Response:
    """The face of a person in the files."""
    persona = house_of(request).library.personas.get(persona_id)
    if persona is None:
        raise NotAllowed
    return await _svg(persona.face, shown)


@router.get("/talks/{talk_id}/faces/{shown}.svg", name="talk_face")
async def talk_face(request: Request, talk_id: str, shown: Expression) -> Response:
    """The face of the person in a talk, as the file stood when it began."""
    talk = await open_talk(house_of(request).store, talk_id)
    return await _svg(talk.session.persona.face, shown)


@router.get("/patterns/{shown}.svg", name="pattern_face")
async def pattern_face(shown: Expression) -> Response:
    """A face for the page of patterns."""
    return await _svg(PATTERN_FACE, shown)


@router.get("/ear", name="ear")
async def ear(request: Request) -> Response:
    """Which model listens; asked again while it is being loaded."""
    return show(request, "ear.html", _ear(request))


@router.get("/about", name="about")
async def about(request: Request) -> Response:
    """What one must know before one says anything."""
    return show(request, "about.html", {"about": about_of(house_of(request).settings), **_ear(request)})


@router.get("/patterns", name="patterns")
async def patterns(request: Request) -> Response:
    """Every part of the pages in every state."""
    made = patterns_of()
    return show(request, "patterns.html", {"expressions": EXPRESSIONS, "patterns": made, "sound": made.sound})


def look_of(talk: Talk) -> Expression:
    """The face as the talk stands now."""
    last = next((r.reacted for r in reversed(talk.rounds) if r.reacted is not None), None)
    return expression(last.response.after, last.response.intent) if last else expression(talk.state)


def _ear(request: Request) -> dict[str, Any]:
    house = house_of(request)
    return {"ear": house.ear, "warming": house.warming}


def _known_faces(request: Request) -> set[str]:
    return set(house_of(request).library.personas)


async def _svg(face: Face, shown: Expression) -> Response:
    # In a thread: the first face of a server takes most of a second, and somebody may be talking.
    svg = await asyncio.to_thread(draw, face, shown)
    headers = {"cache-control": "private, max-age=86400", "content-security-policy": "default-src 'none'"}
    return Response(svg, media_type="image/svg+xml", headers=headers)
