"""Scripted talks: a trainee's lines, and what should follow. Each file of tests/conversations is one story.

The persons and the situations are those of the library, the scores come from the rules, the words from the script.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field
from ruamel.yaml import YAML

from personas.loader import Library, load_library
from personas.placeholder import fill
from personas.types import Ending, Feeling, Frozen, Id, Intent, Threshold
from simulator.avatar_script import ScriptAvatar
from simulator.events import Started
from simulator.fakes import SilentVoice, TypedTranscriber
from simulator.protocols import Parts
from simulator.scorer_rules import RuleScorer
from simulator.talk import Talk, add, sum_up
from simulator.turn import run_turn
from simulator.types import Response, Session, Turn

STORIES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))


class Then(Frozen):
    """What should follow a turn. What is not named may be anything."""

    intent: Intent | tuple[Intent, ...] | None = None
    """What the avatar does; several where any of them will do."""
    not_intent: tuple[Intent, ...] = ()
    up: tuple[Feeling, ...] = ()
    down: tuple[Feeling, ...] = ()
    state: dict[Feeling, Threshold] = Field(default_factory=dict)
    layer: Id | Literal["none"] | None = None
    ending: Ending | Literal["none"] | None = None
    hears: bool | None = None
    """Whether the avatar understood something else than the message."""
    words: tuple[str, ...] = ()
    """Words that must be in the answer."""
    not_words: tuple[str, ...] = ()
    """Words that must not be."""
    moves_nothing: bool = False


class Step(Frozen):
    """One turn of the trainee."""

    says: str | None = None
    silent: Annotated[float, Field(gt=0)] | None = None
    """Seconds of silence, in the place of words."""
    then: Then = Then()


class Story(Frozen):
    """A talk from its first turn on."""

    persona: Id
    scenario: Id
    difficulty: Literal[1, 2, 3] = 2
    seed: int = 1
    turns: tuple[Step, ...]


@cache
def library() -> Library:
    """The library as it is shipped."""
    return load_library()


def read(path: Path) -> Story:
    """One story."""
    return Story.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))


def begin(story: Story) -> Talk:
    """The talk before the first turn."""
    scenario = library().scenarios[story.scenario]
    session = Session(
        id="story",
        owner="me",
        language=scenario.language,
        persona=library().personas[story.persona],
        scenario=scenario,
        difficulty=story.difficulty,
        seed=story.seed,
        begun="2026-11-23T09:00:00+00:00",
    )
    opening = fill(scenario.opening[0], {**scenario.words, "trainee": scenario.trainee_name})
    return sum_up([Started(session=session, opening=opening or "…")])


async def told(story: Story) -> list[Response]:
    """Every response of the avatar."""
    parts = Parts(transcriber=TypedTranscriber(), scorer=RuleScorer(), avatar=ScriptAvatar(), voice=SilentVoice())
    talk, responses = begin(story), []
    for step in story.turns:
        async for event in run_turn(talk, Turn(text=step.says, silence_before=step.silent), parts):
            talk = add(talk, event)
        reacted = talk.rounds[-1].reacted
        assert reacted is not None
        responses.append(reacted.response)
    return responses


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
async def test_a_story_goes_as_it_is_told(path: Path) -> None:
    story = read(path)
    wrong = []
    for number, (step, response) in enumerate(zip(story.turns, await told(story), strict=True), start=1):
        for complaint in amiss(step.then, response):
            wrong.append(f"turn {number} ({step.says or 'silence'!r}): {complaint}; the avatar said {response.line!r}")
    assert not wrong, "\n".join(wrong)


def amiss(then: Then, response: Response) -> list[str]:
    """What should have followed and did not."""
    found = []
    intents = (then.intent,) if isinstance(then.intent, str) else then.intent or ()
    if intents and response.intent not in intents:
        found.append(f"expected {' or '.join(intents)}, got {response.intent}")
    if response.intent in then.not_intent:
        found.append(f"expected anything but {response.intent}")
    for names, sign in ((then.up, 1), (then.down, -1)):
        for name in names:
            before, after = getattr(response.before, name), getattr(response.after, name)
            if (after - before) * sign <= 0:
                found.append(f"expected {name} to go {'up' if sign > 0 else 'down'}, got {before:g} to {after:g}")
    for name, bound in then.state.items():
        if not bound.holds(getattr(response.after, name)):
            found.append(f"expected {name} {bound._as_text()}, got {getattr(response.after, name):g}")
    for name, expected in (("layer", then.layer), ("ending", then.ending)):
        if expected is not None and (getattr(response, name) or "none") != expected:
            found.append(f"expected {name} {expected}, got {getattr(response, name)}")
    if then.hears is not None and bool(response.hears) != then.hears:
        found.append(f"expected the avatar to have heard {'something else' if then.hears else 'the message'}")
    found += [f"expected {word!r} in the answer" for word in then.words if word not in response.line]
    found += [f"expected no {word!r} in the answer" for word in then.not_words if word in response.line]
    if then.moves_nothing and response.causes:
        found.append(f"expected nothing to move, got {', '.join(cause.rule for cause in response.causes)}")
    return found


async def test_four_openings_of_one_talk_give_four_avatars() -> None:
    """Vague, evasive, blaming and clear: the state, the intent and the line all differ."""
    openings = (
        "Nadia, er gaan op termijn misschien bepaalde zaken veranderen in de boekhouding.",
        "Ga zitten, hoe was je weekend? De markt is moeilijk geweest, en vorig jaar hebben we ook al bespaard.",
        "Nadia, jij luistert nooit, en iedereen heeft last van jou.",
        "Nadia, ik heb slecht nieuws: je functie in Aalst stopt en je contract eindigt op 31 januari.",
    )
    stories = [
        Story(persona="nadia-verlinden", scenario="boekhouding-naar-gent", turns=(Step(says=said),))
        for said in openings
    ]
    responses = [(await told(story))[0] for story in stories]
    assert len({response.after for response in responses}) == 4
    assert len({response.intent for response in responses}) == 4
    assert len({response.line for response in responses}) == 4


@pytest.mark.parametrize("seed", range(3))
async def test_the_same_story_is_told_the_same_way_twice(seed: int) -> None:
    story = read(STORIES[0]).model_copy(update={"seed": seed})
    assert await told(story) == await told(story)
