"""What people are told about who listens."""

from __future__ import annotations

from typing import get_args

import pytest

from simulator.ear import Reason, deaf, reason, server_ear, trust, waiting, whisper_ear


@pytest.mark.parametrize(
    ("model", "level"),
    [
        ("tiny", "low"),
        ("base", "low"),
        ("small", "fair"),
        ("medium", "good"),
        ("large-v3-turbo", "good"),
        ("Systran/faster-whisper-small", "fair"),
        ("whisper-1", "good"),
        ("gpt-4o-mini-transcribe", "good"),
        ("parakeet-tdt", "fair"),
    ],
)
def test_how_far_a_model_can_be_trusted(model: str, level: str) -> None:
    assert trust(model) == level


@pytest.mark.parametrize("level", ["low", "fair"])
def test_a_model_that_errs_comes_with_a_way_to_a_better_one(level: str) -> None:
    ear = whisper_ear("faster-whisper base int8", level)  # type: ignore[arg-type]  # the parametrised literal
    assert "faster-whisper base int8" in ear.says
    assert "RECHTDOOR_WHISPER_SIZE" in ear.advice
    assert "RECHTDOOR_WHISPER_FOLDER" in ear.advice


def test_the_trainee_reads_no_settings() -> None:
    assert "RECHTDOOR" not in whisper_ear("faster-whisper base int8", "low").says


def test_what_was_asked_for_in_vain_is_named() -> None:
    assert whisper_ear("faster-whisper base int8", "low", "small").says.startswith("small was niet te krijgen.")


def test_nobody_listens_without_a_model() -> None:
    assert (waiting().model, waiting().trust, deaf("Doof.").trust, deaf("Doof.").says) == ("", "none", "none", "Doof.")


def test_a_server_elsewhere_is_told_as_such() -> None:
    assert "naar die server" in server_ear("whisper-1", "stem.example.be", "good").says
    assert "naar die server" not in server_ear("whisper-1", "localhost", "good").says


@pytest.mark.parametrize("why", get_args(Reason))
@pytest.mark.parametrize("language", ["nl-BE", "nl-NL", "en", "fr", "de"])
def test_every_reason_is_there_in_every_language(why: Reason, language: str) -> None:
    assert reason(why, language)
    assert (reason(why, language) == reason(why, "nl-BE")) == language.startswith("nl")
