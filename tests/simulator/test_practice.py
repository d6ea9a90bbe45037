"""A practice talk from begin to end, with parts that need nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from personas.types import Ending, Persona, Scenario
from scoring.types import Dialogue, Score
from simulator import practice, turn
from simulator.errors import NotAllowed, NotHeard, Stumble
from simulator.events import Ended, Event, Judged, Received, Rewound, to_json
from simulator.fakes import (
    SOMEBODY,
    SOMEWHERE,
    BlankScorer,
    MemoryStore,
    ScriptedAvatar,
    ScriptedTranscriber,
    SilentVoice,
    TypedTranscriber,
    started,
)
from simulator.protocols import Parts, Transcriber
from simulator.store import SqlStore
from simulator.types import Audio, Judgement, Part, Response, Turn

WHOLE = ["received", "heard", "scored", "reacted", "replied", "spoke", "finished"]
SECOND = Audio(np.zeros(16_000, dtype=np.float32))


@dataclass(frozen=True)
class Library:
    personas: dict[str, Persona] = field(default_factory=lambda: {"somebody": SOMEBODY})
    scenarios: dict[str, Scenario] = field(default_factory=lambda: {"somewhere": SOMEWHERE})


def noon() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


def parts(transcriber: Transcriber | None = None, avatar: ScriptedAvatar | None = None) -> Parts:
    return Parts(transcriber or TypedTranscriber(), BlankScorer(), avatar or ScriptedAvatar(), SilentVoice())


@pytest.fixture
async def store() -> MemoryStore:
    store = MemoryStore()
    await store.append("talk", started())
    return store


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> dict[int, Ending]:
    """The avatar's mind is not at stake here: it ends the talk in the turns that are set in this table."""
    endings: dict[int, Ending] = {}

    def react(talk: object, dialogue: object, score: Score, received: Received) -> Response:
        ending = endings.get(received.turn)
        hears = "Mira denkt dat het project doorgaat." if ending == "false_hope" else ""
        state = SOMEBODY.starts
        return Response(before=state, after=state, intent="answer", line="Ja.", ending=ending, hears=hears)

    monkeypatch.setattr(turn, "react", react)
    return endings


async def types(events: AsyncGenerator[Event, None]) -> list[str]:
    return [event.type async for event in events]


def test_a_talk_begins_with_the_files_as_they_are_now() -> None:
    first = practice.begin(Library(), "somewhere", "somebody", 3, "me", noon, seed=7)
    assert (first.session.persona, first.session.scenario, first.session.difficulty) == (SOMEBODY, SOMEWHERE, 3)
    assert (first.session.owner, first.session.begun) == ("me", "2026-11-23T12:00:00+00:00")
    assert first.opening in SOMEWHERE.opening


def test_the_same_seed_gives_the_same_opening_and_another_talk() -> None:
    one, other = (practice.begin(Library(), "somewhere", "somebody", 2, "me", noon, seed=7) for _ in range(2))
    assert one.opening == other.opening
    assert one.session.id != other.session.id


def test_an_opening_calls_the_trainee_by_name_and_names_the_facts_of_the_case() -> None:
    case = SOMEWHERE.model_copy(update={"opening": ("Dag {trainee}, {day}?",), "words": {"day": "vrijdag"}})
    begun = practice.begin(Library(scenarios={"somewhere": case}), "somewhere", "somebody", 2, "me", noon)
    assert begun.opening == "Dag Jo, vrijdag?"


def test_every_opening_is_used() -> None:
    seen = {practice.begin(Library(), "somewhere", "somebody", 2, "me", noon, seed=n).opening for n in range(20)}
    assert seen == set(SOMEWHERE.opening)


@pytest.mark.parametrize(("scenario", "persona"), [("nowhere", "somebody"), ("somewhere", "nobody")])
def test_an_unknown_choice_names_what_can_be_chosen(scenario: str, persona: str) -> None:
    with pytest.raises(Stumble) as refused:
        practice.begin(Library(), scenario, persona, 2, "me", noon)
    says = refused.value.says("nl-BE")
    assert ("somewhere" if scenario == "nowhere" else "somebody") in says


async def test_a_turn_is_stored_and_shown_in_order(store: MemoryStore) -> None:
    said = [e async for e in practice.say(store, parts(), "talk", Turn(text="  Het project stopt. "))]
    assert [event.type for event in said] == WHOLE
    assert (await store.events("talk"))[1:] == said
    assert said[0] == Received(turn=1, kind="typed", text="Het project stopt.")


async def test_a_silence_on_purpose_is_a_turn(store: MemoryStore) -> None:
    said = [e async for e in practice.say(store, parts(), "talk", Turn(silence_before=4.0))]
    assert said[0] == Received(turn=1, kind="silent", seconds=4.0, silence_before=4.0)
    assert [event.type for event in said] == WHOLE


async def test_the_talk_ends_with_the_turn_that_ends_it(store: MemoryStore, engine: dict[int, Ending]) -> None:
    engine[2] = "false_hope"
    assert await types(practice.say(store, parts(), "talk", Turn(text="Dag."))) == WHOLE
    said = [e async for e in practice.say(store, parts(), "talk", Turn(text="We zien wel."))]
    assert [event.type for event in said] == [*WHOLE, "ended"]
    assert isinstance(said[-1], Ended)
    assert said[-1].says.startswith("Mira gaat naar buiten met hoop waar geen grond voor is.")
    assert said[-1].says.endswith("Mira denkt dat het project doorgaat.")


async def test_nothing_is_said_after_the_end(store: MemoryStore, engine: dict[int, Ending]) -> None:
    engine[1] = "walks_out"
    await types(practice.say(store, parts(), "talk", Turn(text="Het is uw schuld.")))
    with pytest.raises(Stumble, match="over"):
        await types(practice.say(store, parts(), "talk", Turn(text="Wacht.")))


async def test_a_turn_taken_back_opens_the_talk_again(store: MemoryStore, engine: dict[int, Ending]) -> None:
    engine[1] = "walks_out"
    await types(practice.say(store, parts(), "talk", Turn(text="Het is uw schuld.")))
    assert await practice.rewind(store, "talk", 1) == Rewound(turn=1)
    said = [e async for e in practice.say(store, parts(), "talk", Turn(text="Ik had het eerder moeten zeggen."))]
    assert [event.type for event in said] == WHOLE
    talk = await practice.open_talk(store, "talk")
    assert [round.received.turn for round in talk.rounds] == [2]
    assert [round.received.turn for round in talk.taken_back] == [1]


@pytest.mark.parametrize("number", [0, 2, -1])
async def test_only_a_turn_that_counts_can_be_taken_again(store: MemoryStore, number: int) -> None:
    await types(practice.say(store, parts(), "talk", Turn(text="Dag.")))
    with pytest.raises(Stumble, match="no turn"):
        await practice.rewind(store, "talk", number)
    await practice.rewind(store, "talk", 1)
    with pytest.raises(Stumble, match="no turn"):
        await practice.rewind(store, "talk", 1)


async def test_stopping_leaves_the_talk_open_ended_and_happens_once(store: MemoryStore) -> None:
    assert await types(practice.stop(store, parts(), "talk")) == ["ended"]
    assert await types(practice.stop(store, parts(), "talk")) == []
    ended = (await practice.open_talk(store, "talk")).ended
    assert ended is not None
    assert (ended.ending, ended.says) == (
        "open",
        "Je hebt het gesprek hier gestopt. Voor Mira is het nog niet af.",
    )


async def test_a_talk_that_is_not_there_is_told(store: MemoryStore) -> None:
    for attempt in (
        types(practice.say(store, parts(), "nobody", Turn(text="Dag."))),
        types(practice.resume(store, parts(), "nobody")),
        types(practice.stop(store, parts(), "nobody")),
        practice.rewind(store, "nobody", 1),
        practice.open_talk(store, "nobody"),
    ):
        with pytest.raises(NotAllowed):
            await attempt


async def test_one_turn_at_a_time(store: MemoryStore) -> None:
    async with aclosing(practice.say(store, parts(), "talk", Turn(text="Dag."))) as first:
        await anext(first)
        for attempt in (
            types(practice.say(store, parts(), "talk", Turn(text="En nog iets."))),
            types(practice.resume(store, parts(), "talk")),
            types(practice.stop(store, parts(), "talk")),
            practice.rewind(store, "talk", 1),
        ):
            with pytest.raises(Stumble) as refused:
                await attempt
            assert refused.value.trouble == "busy"
        await store.append("other", started("other"))
        assert await types(practice.say(store, parts(), "other", Turn(text="Dag."))) == WHOLE
    assert (await types(practice.say(store, parts(), "talk", Turn(text="Nu wel."))))[-7:] == WHOLE


async def test_two_processes_on_one_talk_do_not_mix(tmp_path: Path) -> None:
    """Another process knows nothing of our lock; the store sees to it."""
    here, there = await SqlStore.open(tmp_path / "talks.db"), await SqlStore.open(tmp_path / "talks.db")
    await here.append("talk", started())
    async with aclosing(practice.say(here, parts(), "talk", Turn(text="Dag."))) as first:
        await anext(first)
        await types(practice.say(there, parts(), "talk", Turn(text="Vanuit een ander venster.")))
        with pytest.raises(Stumble) as refused:
            await types(first)
        assert refused.value.trouble == "moved_on"
    assert [e.type for e in await here.events("talk")] == ["started", *WHOLE, *WHOLE]
    await here.close()
    await there.close()


@pytest.mark.parametrize(
    ("brought", "trouble", "words"),
    [
        (Turn(text="a" * 4001), "too_long", "4000 tekens, en dit was 4001 tekens"),
        (Turn(audio=Audio(np.zeros(121 * 16_000, np.float32))), "too_long", "120 seconden, en dit was 121 seconden"),
        (Turn(text=" \n "), "nothing_heard", "geen woorden"),
        (Turn(text="Dag.", silence_before=float("nan")), "odd_message", "silence_before"),
        (Turn(silence_before=float("inf")), "odd_message", "silence_before"),
        (Turn(silence_before=-1.0), "odd_message", "silence_before"),
    ],
    ids=["text", "sound", "blank", "nan", "inf", "negative"],
)
async def test_what_is_too_long_or_odd_is_refused_before_it_is_stored(
    store: MemoryStore, brought: Turn, trouble: str, words: str
) -> None:
    with pytest.raises(Stumble) as refused:
        await types(practice.say(store, parts(), "talk", brought))
    assert refused.value.trouble == trouble
    assert words in refused.value.says("nl-BE")
    assert len(await store.events("talk")) == 1


async def test_as_much_as_is_allowed_is_taken(store: MemoryStore) -> None:
    long = parts(ScriptedTranscriber(["Het project stopt."]))
    assert await types(practice.say(store, long, "talk", Turn(text="a" * 4000))) == WHOLE
    two_minutes = Turn(audio=Audio(np.zeros(120 * 16_000, np.float32)))
    assert await types(practice.say(store, long, "talk", two_minutes)) == WHOLE


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_whatever_is_typed_can_be_stored_and_read_again(text: str) -> None:
    async def type_it() -> None:
        store = MemoryStore()
        await store.append("talk", started())
        if not text.strip():
            with pytest.raises(Stumble, match="no words"):
                await types(practice.say(store, parts(), "talk", Turn(text=text)))
            return
        said = [e async for e in practice.say(store, parts(), "talk", Turn(text=text))]
        assert (await store.events("talk"))[1:] == said
        assert all(to_json(event) for event in said)

    asyncio.run(type_it())


async def test_sound_is_heard_and_then_forgotten(store: MemoryStore) -> None:
    ears = parts(ScriptedTranscriber(["Het project stopt."]))
    async with aclosing(practice.say(store, ears, "talk", Turn(audio=SECOND, text="not this"))) as said:
        first = await anext(said)
        assert first == Received(turn=1, kind="spoken", seconds=1.0)
        assert await store.sound("talk", 1) is not None
        rest = [event async for event in said]
    assert [event.type for event in rest] == WHOLE[1:]
    assert await store.sound("talk", 1) is None


async def test_no_words_in_the_sound_is_a_turn_that_counts_for_nothing(store: MemoryStore) -> None:
    ears = parts(ScriptedTranscriber([""]))
    assert await types(practice.say(store, ears, "talk", Turn(audio=SECOND))) == ["received", "heard", "finished"]
    talk = await practice.open_talk(store, "talk")
    assert talk.state == SOMEBODY.starts
    assert [u.speaker for u in talk.dialogue().utterances] == ["avatar"]


async def test_a_turn_that_cannot_be_heard_waits_with_its_sound(store: MemoryStore) -> None:
    deaf = parts(ScriptedTranscriber([NotHeard(reason="stuk"), NotHeard(reason="stuk"), "Het project stopt."]))
    with pytest.raises(NotHeard):
        await types(practice.say(store, deaf, "talk", Turn(audio=SECOND)))
    with pytest.raises(NotHeard):
        await types(practice.resume(store, deaf, "talk"))
    assert await store.sound("talk", 1) is not None
    assert await types(practice.resume(store, deaf, "talk")) == WHOLE[1:]


async def test_typing_what_could_not_be_heard_takes_its_place(store: MemoryStore) -> None:
    """Without a speech model one can still go on: the unheard turn is taken back, its sound forgotten."""
    with pytest.raises(NotHeard) as deaf:
        await types(practice.say(store, parts(), "talk", Turn(audio=SECOND)))
    assert deaf.value.trouble == "no_ear"
    said = [e async for e in practice.say(store, parts(), "talk", Turn(text="Het project stopt."))]
    assert [event.type for event in said] == ["rewound", *WHOLE]
    assert said[1] == Received(turn=2, kind="typed", text="Het project stopt.")
    assert await store.sound("talk", 1) is None


async def test_an_interrupted_answer_stays_as_it_was_and_the_talk_goes_on(store: MemoryStore) -> None:
    chatty = parts(avatar=ScriptedAvatar([["Eén.", "Twee.", "Drie."], ["Goed."]]))
    async with aclosing(practice.say(store, chatty, "talk", Turn(text="Dag."))) as said:
        async for event in said:
            if event.type == "replied":
                break
    later = [e async for e in practice.say(store, chatty, "talk", Turn(text="Wacht, laat mij uitspreken."))]
    assert [event.type for event in later] == ["finished", *WHOLE]
    talk = await practice.open_talk(store, "talk")
    assert [round.reply for round in talk.complete] == ["Eén.", "Goed."]


class Talkative:
    """Says one piece, and notes whether it was let go of before the next."""

    def __init__(self) -> None:
        self.let_go = False

    async def reply(self, talk: object, said: str, response: Response) -> AsyncGenerator[Part, None]:
        try:
            yield Part(text="Eén.", source="script")
            yield Part(text="Twee.", source="script")
        finally:
            self.let_go = True


async def test_an_interrupted_avatar_is_let_go_of_at_once(store: MemoryStore) -> None:
    avatar = Talkative()
    async with aclosing(practice.say(store, replace(parts(), avatar=avatar), "talk", Turn(text="Dag."))) as said:
        async for event in said:
            if event.type == "replied":
                break
    assert avatar.let_go


@pytest.mark.parametrize("cut_after", range(1, 8))
async def test_a_turn_cut_anywhere_is_finished_without_doubling(
    store: MemoryStore, engine: dict[int, Ending], cut_after: int
) -> None:
    engine[1] = "good"
    ears = parts(ScriptedTranscriber(["Het project stopt."]))
    async with aclosing(practice.say(store, ears, "talk", Turn(audio=SECOND))) as said:
        for _ in range(cut_after):
            await anext(said)
    await types(practice.resume(store, ears, "talk"))
    stored = [event.type for event in await store.events("talk")]
    cut_answer = cut_after == 5
    assert stored == ["started", *(name for name in WHOLE if not (cut_answer and name == "spoke")), "ended"]
    assert await types(practice.resume(store, ears, "talk")) == []


async def test_the_end_that_a_crash_swallowed_is_told_before_anything_else(
    store: MemoryStore, engine: dict[int, Ending]
) -> None:
    engine[1] = "walks_out"
    async with aclosing(practice.say(store, parts(), "talk", Turn(text="Het is uw schuld."))) as said:
        for _ in WHOLE:
            await anext(said)
    late = practice.say(store, parts(), "talk", Turn(text="Wacht."))
    assert (await anext(late)).type == "ended"
    with pytest.raises(Stumble, match="over"):
        await anext(late)


async def test_stopping_finishes_what_is_undone_first(store: MemoryStore) -> None:
    async with aclosing(practice.say(store, parts(), "talk", Turn(text="Dag."))) as said:
        await anext(said)
    assert await types(practice.stop(store, parts(), "talk")) == [*WHOLE[1:], "ended"]


class Reader:
    """Judges nothing, and keeps what it was asked to read."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def judge(self, dialogue: Dialogue) -> Judgement:
        self.read.append(dialogue.last.text)
        await self.may_answer.wait()
        return Judgement(checks=None, ungraded="unreadable", asked="1")


@pytest.mark.parametrize("reads_after", range(2, 9))
async def test_a_second_opinion_comes_at_any_moment_and_the_turns_go_on(store: MemoryStore, reads_after: int) -> None:
    """Between any two events of a turn, after it, and in the middle of the next one."""
    reader, seen = Reader(), 0
    for text in ("Dag.", "En nu?"):
        async for _ in practice.say(store, parts(), "talk", Turn(text=text)):
            seen += 1
            if seen == reads_after:
                assert isinstance(await practice.second_opinion(store, reader, "talk", 1), Judged)
    assert await practice.rewind(store, "talk", 2) == Rewound(turn=2)
    talk = await practice.open_talk(store, "talk")
    assert (len(talk.complete), len(talk.taken_back), reader.read) == (1, 1, ["Dag."])
    assert talk.rounds[0].judged is not None


async def test_nobody_is_asked_twice_about_a_turn_or_about_one_without_words(store: MemoryStore) -> None:
    reader = Reader()
    for said in (Turn(text="Dag."), Turn(silence_before=3)):
        await types(practice.say(store, parts(), "talk", said))
    asked = [await practice.second_opinion(store, reader, "talk", number) for number in (1, 1, 2, 3)]
    assert [found is not None for found in asked] == [True, False, False, False]
    assert reader.read == ["Dag."]


async def test_a_second_opinion_that_is_cancelled_is_just_not_there(store: MemoryStore) -> None:
    reader = Reader()
    reader.may_answer.clear()
    await types(practice.say(store, parts(), "talk", Turn(text="Dag.")))
    asking = asyncio.create_task(practice.second_opinion(store, reader, "talk", 1))
    while not reader.read:  # noqa: ASYNC110  the reader is the one that is waited for
        await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert (await practice.open_talk(store, "talk")).rounds[0].judged is None
    assert await types(practice.say(store, parts(), "talk", Turn(text="En nu?"))) == WHOLE
