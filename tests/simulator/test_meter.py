"""Measuring beside the turn: nothing waits for it, and nothing is lost when it fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import numpy as np
import pytest

from scoring.delivery.measure import delivery
from scoring.delivery.prosody import Prosody, prosody
from scoring.delivery.types import Delivery, Timed
from scoring.types import TONGUES, Tongue
from simulator.events import Event, Finished, Measured, Replied
from simulator.fakes import BlankScorer, MemoryStore, ScriptedAvatar, ScriptedTranscriber, SilentVoice, started
from simulator.meter import SoundMeter
from simulator.practice import resume, say
from simulator.protocols import Meter, Parts
from simulator.talk import Talk, sum_up
from simulator.turn import run_turn
from simulator.types import RATE, Audio, Part, Response, Turn
from tests.scoring.delivery.sounds import tone
from tests.simulator.clips import CLEAR, Clip, clear_clips, shared_clips

SOUND = Audio(tone(150, 2.0))
SAID = "Het project stopt op een maart, dat is beslist."


class Given:
    """A meter that gives the contours of a tone, once it may."""

    def __init__(self, may: asyncio.Event | None = None) -> None:
        self.may = may

    async def contours(self, audio: Audio) -> Prosody:
        if self.may:
            await self.may.wait()
        return prosody(audio.samples, [(0.0, audio.seconds)])


class Broken:
    """A meter that cannot."""

    async def contours(self, audio: Audio) -> Prosody:
        raise RuntimeError("no")


def parts(meter: Meter | None, *answer: str) -> Parts:
    return Parts(
        ScriptedTranscriber([SAID] * 3),
        BlankScorer(),
        ScriptedAvatar([answer or ("Eén.", "Twee.")]),
        SilentVoice(),
        meter=meter,
    )


def turn(meter: Meter | None, turn_: Turn | None = None) -> AsyncGenerator[Event, None]:
    return run_turn(sum_up([started()]), turn_ or Turn(audio=SOUND), parts(meter))


async def types(meter: Meter | None, turn_: Turn | None = None) -> list[str]:
    return [event.type async for event in turn(meter, turn_)]


async def test_a_spoken_turn_is_measured_once() -> None:
    assert (await types(Given())).count("measured") == 1


@pytest.mark.parametrize("brought", [Turn(text=SAID), Turn(silence_before=3.0)], ids=lambda brought: brought.kind)
async def test_a_typed_or_silent_turn_is_not(brought: Turn) -> None:
    assert "measured" not in await types(Given(), brought)


async def test_without_a_meter_nothing_is_measured() -> None:
    assert "measured" not in await types(None)


async def test_the_answer_does_not_wait_for_the_numbers() -> None:
    """The meter is let go on only after the whole answer was seen."""
    may = asyncio.Event()
    seen: list[str] = []
    async with aclosing(turn(Given(may))) as events:
        async for event in events:
            seen.append(event.type)
            if event.type == "spoke" and seen.count("spoke") == 2:
                may.set()
    assert seen[-4:] == ["replied", "spoke", "measured", "finished"]


async def test_numbers_that_are_ready_come_before_the_answer_is_over() -> None:
    """Whoever interrupts after the first piece still keeps them."""

    class Patient(ScriptedAvatar):
        async def reply(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[Part, None]:
            async for part in super().reply(talk, said, response):
                yield part
                others = asyncio.all_tasks() - {asyncio.current_task()}
                if others:
                    await asyncio.wait(others)  # until all has been measured

    answer = Patient([["Eén.", "Twee.", "Drie."]])
    using = Parts(ScriptedTranscriber([SAID]), BlankScorer(), answer, SilentVoice(), meter=Given())
    seen = [event.type async for event in run_turn(sum_up([started()]), Turn(audio=SOUND), using)]
    assert seen[seen.index("measured") :] == ["measured", "replied", "spoke", "finished"]


async def test_a_meter_that_fails_costs_the_numbers_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    seen = await types(Broken())
    assert seen[-1] == "finished"
    assert "measured" not in seen
    assert "RuntimeError" in caplog.text
    assert "project" not in caplog.text


async def test_where_no_words_were_heard_nothing_is_measured() -> None:
    using = Parts(ScriptedTranscriber([""]), BlankScorer(), ScriptedAvatar(), SilentVoice(), Given())
    seen = [event.type async for event in run_turn(sum_up([started()]), Turn(audio=SOUND), using)]
    assert seen == ["received", "heard", "finished"]


async def test_a_turn_that_is_interrupted_lets_go_of_what_is_being_measured() -> None:
    async with aclosing(turn(Given(asyncio.Event()))) as events:
        async for event in events:
            if isinstance(event, Replied):
                break
    await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()}, timeout=5)
    assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []


async def test_a_turn_that_goes_on_without_its_sound_has_no_numbers() -> None:
    store = MemoryStore()
    await store.append("talk", started())
    async with aclosing(say(store, parts(None), "talk", Turn(audio=SOUND))) as events:
        async for event in events:
            if event.type == "scored":
                break
    rest = [event async for event in resume(store, parts(Given()), "talk")]
    assert isinstance(rest[-1], Finished)
    assert not any(isinstance(event, Measured) for event in rest)


async def test_the_numbers_are_stored_with_the_talk() -> None:
    store = MemoryStore()
    await store.append("talk", started())
    async for _ in say(store, parts(Given()), "talk", Turn(audio=SOUND)):
        pass
    (kept,) = sum_up(await store.events("talk")).rounds
    assert kept.measured is not None
    assert kept.measured.delivery.speech_seconds == pytest.approx(2.0, abs=0.05)


async def test_silence_is_measured_as_nothing() -> None:
    found = await SoundMeter().contours(Audio(np.zeros(2 * RATE, dtype=np.float32)))
    assert found.spans == ()


async def test_sound_of_another_rate_is_measured_too() -> None:
    found = await SoundMeter().contours(Audio(np.zeros(8_000, dtype=np.float32), rate=8_000))
    assert found.spans == ()


async def of_clip(clip: Clip) -> Delivery:
    """What is measured of a person who says the text of a clip, its words spread evenly over the speech."""
    sound = await SoundMeter().contours(clip.audio)
    start, end = sound.spans[0][0], sound.spans[-1][1]
    words = clip.text.split()
    step = (end - start) / len(words)
    timed = [Timed(word, start + i * step, start + (i + 1) * step) for i, word in enumerate(words)]
    found = delivery(sound, timed, "nl" if clip.language.startswith("nl") else tongue(clip.language))
    assert found is not None
    return found


def tongue(language: str) -> Tongue:
    return next(each for each in TONGUES if language.startswith(each))


@pytest.mark.parametrize("number", range(len(CLEAR)), ids=CLEAR)
async def test_people_speak_within_what_people_can(number: int) -> None:
    """Acted Dutch, ten voices and clips: what came out on the day this was written, with room for other machines."""
    found = await of_clip(clear_clips()[number])
    assert 0 < found.voiced_seconds <= found.speech_seconds <= found.seconds
    if found.articulation_rate is not None and found.speech_rate is not None:
        assert 3.0 <= found.speech_rate <= found.articulation_rate <= 9.0
    if found.pitch_range is not None:
        assert 3.0 <= found.pitch_range <= 20.0
    if found.end_drop is not None:
        assert -6.0 <= found.end_drop <= 16.0


@pytest.mark.skipif(not shared_clips(), reason="the project's own clips do not lie beside this checkout")
class TestOwnClips:
    async def test_five_varieties_are_measured(self) -> None:
        for clip in shared_clips():
            found = await of_clip(clip)
            if found.articulation_rate is not None:
                assert 2.8 <= found.articulation_rate <= 8.5, clip.name
            if found.pitch_range is not None:
                assert 3.0 <= found.pitch_range <= 17.0, clip.name

    async def test_a_pause_of_nine_tenths_of_a_second_is_one(self) -> None:
        (clip,) = [clip for clip in shared_clips() if "pause900" in clip.name]
        assert [pause.seconds for pause in (await of_clip(clip)).pauses] == pytest.approx([0.9], abs=0.06)
