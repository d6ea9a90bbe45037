"""Which parts the settings choose. Nothing is loaded or asked until the first turn."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.fakes import ScriptedAvatar, SilentVoice, started
from simulator.settings import Settings
from simulator.wiring import build_parts, close_parts, open_store

ROOT = Path(__file__).resolve().parents[2]
SERVER = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("given", "part", "make"),
    [
        ({}, "transcriber", "WhisperTranscriber"),
        ({"transcription_url": SERVER}, "transcriber", "RemoteTranscriber"),
        ({}, "avatar", "ScriptAvatar"),
        ({"model_url": SERVER, "model_name": "small"}, "avatar", "ModelAvatar"),
        ({}, "scorer", "RuleScorer"),
        ({}, "voice", "SilentVoice"),
        ({}, "judge", "NoneType"),
        ({"model_url": SERVER}, "judge", "NoneType"),
        ({"judge_url": SERVER}, "judge", "ModelJudge"),
        ({"model_url": SERVER, "judge_url": "same"}, "judge", "ModelJudge"),
    ],
)
async def test_the_settings_choose_the_parts(given: dict[str, str], part: str, make: str, tmp_path: Path) -> None:
    parts = build_parts(Settings(data=tmp_path, whisper_offline=True, **given))
    assert type(getattr(parts, part)).__name__ == make
    await close_parts(parts)


async def test_every_part_that_holds_something_is_let_go_of(tmp_path: Path) -> None:
    closed: list[str] = []

    class Threaded(SilentVoice):
        def close(self) -> None:
            closed.append("voice")

    class Connected(ScriptedAvatar):
        async def close(self) -> None:
            closed.append("avatar")

    parts = build_parts(Settings(data=tmp_path, whisper_offline=True))
    await close_parts(replace(parts, avatar=Connected(), voice=Threaded()))
    assert closed == ["avatar", "voice"]


async def test_talks_stand_in_the_data_folder_and_their_sound_as_long_as_the_settings_say(tmp_path: Path) -> None:
    store = await open_store(Settings(data=tmp_path / "data", keep_sound=True))
    await store.append("talk", started())
    await store.close()
    assert (tmp_path / "data" / "rechtdoor.db").exists()
    again = await open_store(Settings(data=tmp_path / "data"))
    assert len(await again.events("talk")) == 1
    await again.close()


def test_what_is_not_chosen_is_not_imported() -> None:
    """A program that only reads talks does not wait for a speech model's library or a language model's client."""
    heavy = ("faster_whisper", "ctranslate2", "openai", "av", "alembic")
    code = f"import sys, simulator.wiring, simulator.practice; print([m for m in {heavy} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
