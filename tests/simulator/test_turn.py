"""One turn: the order of its steps, and what happens when a step was done already."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.types import Dialogue, Score
from simulator.errors import NotHeard, sentence
from simulator.events import Event, Finished, Heard, Received, Replied, Scored
from simulator.fakes import BlankScorer, ScriptedAvatar, ScriptedTranscriber, SilentVoice, started
from simulator.protocols import Avatar, Parts, Scorer, Transcriber, Voice
from simulator.talk import sum_up
from simulator.turn import run_turn
from simulator.types import Audio, Part, Transcript, Turn

WHOLE = ["received", "heard", "scored", "reacted", "replied", "spoke", "finished"]
SECOND = Audio(np.zeros(16_000, dtype=np.float32))


def parts(
    transcriber: Transcriber | None = None,
    scorer: Scorer | None = None,
    avatar: Avatar | None = None,
    voice: Voice | None = None,
) -> Parts:
    return Parts(
        transcriber or ScriptedTranscriber(["Het project stopt."] * 9),
        scorer or BlankScorer(),
        avatar or ScriptedAvatar(),
        voice or SilentVoice(),
    )


async def run(turn: Turn, using: Parts, *before: Event) -> list[Event]:
    return [event async for event in run_turn(sum_up([started(), *before]), turn, using)]


@pytest.mark.parametrize("turn", [Turn(text="Dag."), Turn(audio=SECOND), Turn(silence_before=3)], ids=lambda t: t.kind)
async def test_the_steps_come_in_order_however_the_turn_came_in(turn: Turn) -> None:
    assert [event.type for event in await run(turn, parts())] == WHOLE


async def test_what_was_typed_is_heard_as_it_was_typed() -> None:
    received, heard, *_ = await run(Turn(text="Het project stopt.", silence_before=2), parts())
    assert received == Received(turn=1, kind="typed", text="Het project stopt.", silence_before=2)
    assert heard == Heard(turn=1, transcript=Transcript(text="Het project stopt.", language="nl-BE", model="typed"))


async def test_the_length_of_sound_and_of_silence_is_kept() -> None:
    assert (await run(Turn(audio=SECOND), parts()))[0] == Received(turn=1, kind="spoken", seconds=1)
    silent = (await run(Turn(silence_before=3), parts()))[0]
    assert silent == Received(turn=1, kind="silent", seconds=3, silence_before=3)


async def test_a_silent_turn_has_no_words_and_is_looked_at_all_the_same() -> None:
    events = await run(Turn(silence_before=3), parts())
    assert isinstance(events[1], Heard)
    assert (events[1].transcript.text, events[1].transcript.model) == ("", "silent")


async def test_where_no_words_were_heard_nothing_is_judged_or_answered() -> None:
    events = await run(Turn(audio=SECOND), parts(ScriptedTranscriber([""])))
    assert [event.type for event in events] == ["received", "heard", "finished"]
    assert isinstance(events[1], Heard)
    assert events[1].notice == sentence("nothing_heard", "nl-BE")
    assert events[2] == Finished(turn=1, outcome="nothing_heard")


async def test_a_turn_whose_sound_is_gone_says_so() -> None:
    events = await run(Turn(), parts(), Received(turn=1, kind="spoken", seconds=1))
    assert [event.type for event in events] == ["heard", "finished"]
    assert isinstance(events[0], Heard)
    assert events[0].notice == sentence("sound_gone", "nl-BE")


async def test_each_piece_of_the_answer_is_shown_before_the_next_is_made() -> None:
    events = await run(Turn(text="Dag."), parts(avatar=ScriptedAvatar([["Eén.", "Twee."]])))
    assert [event.type for event in events[4:]] == ["replied", "spoke", "replied", "spoke", "finished"]
    assert [event.part.text for event in events if isinstance(event, Replied)] == ["Eén.", "Twee."]


async def test_it_is_told_who_worded_each_piece_and_why_the_script_stepped_in() -> None:
    worded = [Part(text="Zo?", source="model"), Part(text="Nee.", source="script", notice="Het model zweeg.")]
    events = await run(Turn(text="Dag."), parts(avatar=ScriptedAvatar([worded])))
    assert [event.part for event in events if isinstance(event, Replied)] == worded


class Listener(BlankScorer):
    """Notes what it was asked to look at."""

    def __init__(self) -> None:
        self.seen: list[Dialogue] = []

    async def score(self, dialogue: Dialogue) -> Score:
        self.seen.append(dialogue)
        return Score(turn=dialogue.turn, version="1")


async def test_the_scorer_sees_the_talk_with_this_turn_last() -> None:
    listener = Listener()
    await run(Turn(text="Het project stopt.", silence_before=2), parts(scorer=listener))
    (dialogue,) = listener.seen
    assert (dialogue.turn, dialogue.last.text, dialogue.last.silence_before) == (1, "Het project stopt.", 2)


async def test_the_voice_says_how_long_it_spoke() -> None:
    class Loud:
        name = "loud"

        async def speak(self, text: str, language: str) -> Audio:
            return SECOND

    spoke = (await run(Turn(text="Dag."), parts(voice=Loud())))[5]
    assert (spoke.type, spoke.voice, spoke.seconds) == ("spoke", "loud", 1.0)  # type: ignore[union-attr]  # it is that event


async def test_a_deaf_recogniser_stops_the_turn_after_it_was_received() -> None:
    seen: list[str] = []
    turn = run_turn(sum_up([started()]), Turn(audio=SECOND), parts(ScriptedTranscriber([NotHeard(reason="stuk")])))
    seen.append((await anext(turn)).type)
    with pytest.raises(NotHeard):
        await anext(turn)
    assert seen == ["received"]


@pytest.mark.parametrize("done", range(1, 8))
async def test_a_turn_goes_on_with_the_first_step_that_is_missing(done: int) -> None:
    """From the same parts the rest is the same, and nothing is done twice: an answer that was cut stays cut."""
    whole = await run(Turn(text="Dag."), parts(avatar=ScriptedAvatar([["Eén.", "Twee."]])))
    assert [event.type for event in whole][4:] == ["replied", "spoke", "replied", "spoke", "finished"]
    listener = Listener()
    rest = await run(Turn(), parts(scorer=listener, avatar=ScriptedAvatar([["Eén.", "Twee."]])), *whole[:done])
    expected = whole[done:] if done < 5 else [Finished(turn=1)]
    assert [event.type for event in rest] == [event.type for event in expected]
    assert len(listener.seen) == (1 if done < 3 else 0)


async def test_what_was_scored_before_a_crash_is_not_scored_again() -> None:
    scored = Score(turn=1, version="of yesterday")
    whole = await run(Turn(text="Dag."), parts())
    kept = [event.model_copy(update={"score": scored}) if isinstance(event, Scored) else event for event in whole]
    talk = sum_up([started(), *kept[:3], *(await run(Turn(), parts(), *kept[:3]))])
    assert talk.scores == (scored,)
