"""Settings come from the environment; one that cannot be used is a sentence, and never shows a key."""

from __future__ import annotations

import pytest

from simulator.settings import BadSettings, Settings, read_settings


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_PORT", "9000")
    monkeypatch.setenv("RECHTDOOR_HOST", "::1")
    settings = read_settings(port=0)
    assert (settings.host, settings.port) == ("::1", 0)


def test_every_setting_that_cannot_be_used_is_told_with_what_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_PORT", "many")
    monkeypatch.setenv("RECHTDOOR_WHISPER_SIZE", "huge")
    with pytest.raises(BadSettings) as caught:
        read_settings()
    port, size = str(caught.value).splitlines()
    assert port.startswith("RECHTDOOR_PORT: expected a valid integer")
    assert port.endswith("got 'many'")
    assert size.startswith("RECHTDOOR_WHISPER_SIZE: expected 'auto'")


@pytest.mark.parametrize("name", [name for name in Settings.model_fields if name.endswith("key")])
def test_a_key_is_never_shown(name: str) -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings(**{name: ["a-secret"]})
    assert "a-secret" not in str(caught.value)


@pytest.mark.parametrize("between", [" ", ",", ", "])
def test_origins_are_written_one_after_the_other(between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_ORIGINS", between.join(["https://oefenen.example.be", "https://hr.example.be"]))
    assert read_settings().origins == ("https://oefenen.example.be", "https://hr.example.be")
