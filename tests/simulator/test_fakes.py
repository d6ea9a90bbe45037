"""The parts that need nothing do what their Protocol asks."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.errors import NotHeard
from simulator.fakes import (
    SOMEBODY,
    BlankScorer,
    ScriptedAvatar,
    ScriptedTranscriber,
    SilentVoice,
    TypedTranscriber,
    started,
)
from simulator.talk import sum_up
from simulator.types import Audio, Part, Response

SECOND = Audio(np.zeros(16_000, dtype=np.float32))
ANSWER = Response(before=SOMEBODY.starts, after=SOMEBODY.starts, intent="answer", line="Ja.")


async def test_without_a_model_typing_is_the_only_way_in() -> None:
    deaf = TypedTranscriber()
    assert (deaf.ear.model, deaf.ear.trust) == ("", "none")
    with pytest.raises(NotHeard) as refused:
        await deaf.transcribe(SECOND, "nl-BE")
    assert "Typen werkt" in refused.value.says("nl-BE")


async def test_a_script_is_heard_line_by_line_with_the_words_in_their_place() -> None:
    script = ScriptedTranscriber(["Het project stopt.", NotHeard(reason="stuk")])
    heard = await script.transcribe(SECOND, "nl-BE")
    assert heard.text == "Het project stopt."
    assert [word.text for word in heard.words] == ["Het", "project", "stopt."]
    assert heard.words[-1].end == pytest.approx(1.0)
    with pytest.raises(NotHeard):
        await script.transcribe(SECOND, "nl-BE")
    assert (await script.transcribe(SECOND, "nl-BE")).text == ""


async def test_the_avatar_says_its_lines_and_then_what_the_engine_gives_it() -> None:
    late = Part(text="Twee.", source="script", notice="Het model zweeg.")
    avatar = ScriptedAvatar([["Eén.", late]])
    talk = sum_up([started()])
    first = [piece async for piece in avatar.reply(talk, "Dag.", ANSWER)]
    assert first == [Part(text="Eén.", source="script"), late]
    assert [piece async for piece in avatar.reply(talk, "Dag.", ANSWER)] == [Part(text="Ja.", source="script")]


async def test_a_blank_score_says_that_it_judged_nothing() -> None:
    score = await BlankScorer().score(sum_up([started()]).dialogue())
    assert (score.slips, score.moves) == ((), ())
    assert score.ungraded


async def test_a_silent_voice_makes_no_sound() -> None:
    assert await SilentVoice().speak("Dag.", "nl-BE") is None
