"""A practice talk from begin to end, the same for the page and the terminal.

`say`, `resume` and `stop` yield events that are already safe in the store. Use them with `contextlib.aclosing`;
closing one interrupts the avatar. One talk is worked on by one of them at a time.
"""

from __future__ import annotations

import math
import random
import secrets
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import aclosing, contextmanager
from dataclasses import replace
from typing import Literal, Protocol
from weakref import WeakKeyDictionary

from personas.placeholder import fill
from personas.types import Persona, Scenario
from simulator.errors import NotAllowed, NotHeard, Stumble
from simulator.events import Ended, Event, Judged, Rewound, Started, place
from simulator.outcome import ending_says
from simulator.protocols import Clock, Judge, Parts, Store
from simulator.record import record
from simulator.talk import Talk, add, sum_up
from simulator.turn import run_turn
from simulator.types import Session, Turn

MOST_CHARACTERS = 4_000
"""Of one typed turn."""
MOST_SECONDS = 120
"""Of one spoken turn."""

_at_work: WeakKeyDictionary[Store, set[str]] = WeakKeyDictionary()
"""The talks of each store that somebody works on in this process. Across processes the store sees to it (`after`)."""


class Library(Protocol):
    """The persona and scenario files, read."""

    @property
    def personas(self) -> Mapping[str, Persona]: ...

    @property
    def scenarios(self) -> Mapping[str, Scenario]: ...


def begin(
    library: Library,
    scenario_id: str,
    persona_id: str,
    difficulty: Literal[1, 2, 3],
    owner: str,
    clock: Clock,
    seed: int | None = None,
) -> Started:
    """The first event of a new talk, not stored yet: `await store.append(started.session.id, started)` does that.

    The same seed gives the same opening and the same chance in the talk. Raises Stumble for an unknown scenario or
    a persona that does not belong to it.
    """
    scenario = library.scenarios.get(scenario_id)
    if scenario is None:
        raise Stumble("unknown_scenario", got=scenario_id, known=", ".join(sorted(library.scenarios)))
    persona = library.personas.get(persona_id) if persona_id in scenario.personas else None
    if persona is None:
        raise Stumble("unknown_persona", got=persona_id, known=", ".join(scenario.personas))
    seed = secrets.randbelow(2**31) if seed is None else seed
    now = clock()
    session = Session(
        id=secrets.token_hex(16),
        owner=owner,
        language=scenario.language,
        persona=persona,
        scenario=scenario,
        difficulty=difficulty,
        seed=seed,
        begun=now.isoformat(),
        begun_here=now.astimezone().isoformat(),
    )
    line = random.Random(f"opening {seed}").choice(scenario.opening)  # noqa: S311  # chance of a talk, no secret
    opening = fill(line, {**scenario.words, "trainee": scenario.trainee_name}) or line
    return Started(session=session, opening=opening)


async def open_talk(store: Store, talk_id: str) -> Talk:
    """Where this talk stands. Raises NotAllowed when there is none."""
    return _sum(await store.events(talk_id))


async def say(store: Store, parts: Parts, talk_id: str, turn: Turn) -> AsyncGenerator[Event, None]:
    """One turn of the trainee: yields its events, and `ended` when the avatar ends the talk with it.

    A turn that was cut short is finished first, so the first events may carry the number of the turn before. Where
    its sound cannot be heard, it is taken back (`rewound`), since the trainee now says it again. Raises Stumble:
    `over`, `busy`, `too_long`, `odd_message`, `nothing_heard` (an empty text); NotHeard; NotStored.
    """
    with _alone(store, talk_id):
        desk = await _Desk.at(store, parts, talk_id)
        turn = _checked(turn)
        if desk.talk.ended is not None:
            raise Stumble("over")
        async with aclosing(desk.finish(take_back=True)) as events:
            async for event in events:
                yield event
        if desk.talk.ended is not None:
            raise Stumble("over")
        async with aclosing(desk.work(turn)) as events:
            async for event in events:
                yield event


async def resume(store: Store, parts: Parts, talk_id: str) -> AsyncGenerator[Event, None]:
    """Finishes what a crash or an interruption left undone; yields nothing when nothing is.

    The turn goes on with the first step that is missing, from the stored sound where it has not been heard yet. An
    answer that was cut in the middle is not said again: the avatar was interrupted. Raises Stumble `busy`; NotHeard,
    which leaves the turn as it is, to be heard later.
    """
    with _alone(store, talk_id):
        desk = await _Desk.at(store, parts, talk_id)
        async with aclosing(desk.finish(take_back=False)) as events:
            async for event in events:
                yield event


async def stop(store: Store, parts: Parts, talk_id: str) -> AsyncGenerator[Event, None]:
    """The trainee ends the talk: finishes what is undone, then yields `ended`; nothing when it had ended already."""
    with _alone(store, talk_id):
        desk = await _Desk.at(store, parts, talk_id)
        async with aclosing(desk.finish(take_back=True)) as events:
            async for event in events:
                yield event
        if desk.talk.ended is None:
            yield await desk.put(Ended(ending="open", says=ending_says(desk.talk, "open")))


async def rewind(store: Store, talk_id: str, turn: int) -> Rewound:
    """Takes back this turn and all after it, also when the talk had ended. Raises Stumble `unknown_turn`, `busy`."""
    with _alone(store, talk_id):
        events = await store.events(talk_id)
        talk = _sum(events)
        if turn not in (each.received.turn for each in talk.rounds):
            raise Stumble("unknown_turn", got=turn)
        rewound = Rewound(turn=turn)
        await store.append(talk_id, rewound, after=place(events))
        return rewound


async def second_opinion(store: Store, judge: Judge, talk_id: str, turn: int) -> Judged | None:
    """Asks the judge about this turn and stores what it says; None where the turn is gone, wordless or judged already.

    Goes on beside whatever is done in the talk, and can be cancelled at any moment: then there is no second opinion.
    Raises NotAllowed when the talk is gone, NotStored.
    """
    talk = await open_talk(store, talk_id)
    dialogue = talk.dialogue_of(turn)
    if dialogue is None or any(r.judged for r in talk.rounds if r.received.turn == turn):
        return None
    judged = Judged(turn=turn, judgement=await judge.judge(dialogue))
    await store.append(talk_id, judged)
    return judged


class _Desk:
    """One talk on the desk of whoever works on it: where it stands, and how many events it has."""

    def __init__(self, store: Store, parts: Parts, events: list[Event]) -> None:
        self.store = store
        self.parts = parts
        self.talk = _sum(events)
        self.count = place(events)

    @classmethod
    async def at(cls, store: Store, parts: Parts, talk_id: str) -> _Desk:
        return cls(store, parts, await store.events(talk_id))

    async def put(self, event: Event) -> Event:
        await self.store.append(self.talk.session.id, event, after=self.count)
        self._seen(event)
        return event

    async def work(self, turn: Turn) -> AsyncGenerator[Event, None]:
        steps = run_turn(self.talk, turn, self.parts)
        async with aclosing(
            record(self.store, self.talk.session.id, steps, sound=turn.audio, after=self.count)
        ) as events:
            async for event in events:
                self._seen(event)
                yield event
        if self.talk.ending is not None:
            yield await self._end()

    async def finish(self, *, take_back: bool) -> AsyncGenerator[Event, None]:
        if self.talk.ended is not None:
            return
        begun = self.talk.open_round
        if begun is None:
            # The process died between the last turn and the word that it was the last.
            if self.talk.ending is not None:
                yield await self._end()
            return
        unheard = begun.received.kind == "spoken" and begun.heard is None
        sound = await self.store.sound(self.talk.session.id, begun.received.turn) if unheard else None
        try:
            async with aclosing(self.work(Turn(audio=sound))) as events:
                async for event in events:
                    yield event
        except NotHeard:
            if not take_back:
                raise
            yield await self.put(Rewound(turn=begun.received.turn))

    async def _end(self) -> Event:
        assert self.talk.ending is not None
        return await self.put(Ended(ending=self.talk.ending, says=ending_says(self.talk, self.talk.ending)))

    def _seen(self, event: Event) -> None:
        self.talk = add(self.talk, event)
        self.count += 1


def _sum(events: list[Event]) -> Talk:
    if not events:
        raise NotAllowed
    return sum_up(events)


def _checked(turn: Turn) -> Turn:
    """The turn, fit to be stored: readable text of a bearable length."""
    if turn.silence_before is not None and not (math.isfinite(turn.silence_before) and turn.silence_before >= 0):
        raise Stumble("odd_message", reason="silence_before")
    if turn.audio is not None:
        if turn.audio.seconds > MOST_SECONDS:
            raise Stumble("too_long", most=_seconds(MOST_SECONDS), got=_seconds(math.ceil(turn.audio.seconds)))
        return replace(turn, text=None)
    if turn.text is None:
        return turn
    # Half a character (a lone surrogate) can come out of a browser's JSON, and no file can hold it.
    text = turn.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    if not text:
        raise Stumble("nothing_heard")
    if len(text) > MOST_CHARACTERS:
        raise Stumble("too_long", most=_characters(MOST_CHARACTERS), got=_characters(len(text)))
    return replace(turn, text=text)


def _characters(count: int) -> dict[str, str]:
    return {
        "nl": f"{count} tekens",
        "en": f"{count} characters",
        "fr": f"{count} caractères",
        "de": f"{count} Zeichen",
    }


def _seconds(count: int) -> dict[str, str]:
    return {"nl": f"{count} seconden", "en": f"{count} seconds", "fr": f"{count} secondes", "de": f"{count} Sekunden"}


@contextmanager
def _alone(store: Store, talk_id: str) -> Generator[None, None, None]:
    at_work = _at_work.setdefault(store, set())
    if talk_id in at_work:
        raise Stumble("busy")
    at_work.add(talk_id)
    try:
        yield
    finally:
        at_work.discard(talk_id)
