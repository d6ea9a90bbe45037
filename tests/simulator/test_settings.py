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


@pytest.mark.parametrize(
    "origin", ["*", "https://*.example.be", "null", "example.be", "javascript:x", "https://a.be/talks", "https://[x"]
)
def test_an_origin_is_one_whole_address(origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_ORIGINS", f"https://oefenen.example.be {origin}")
    with pytest.raises(BadSettings, match=r"^RECHTDOOR_ORIGINS: expected addresses such as https://oefenen"):
        read_settings()


@pytest.mark.parametrize("name", ["MODEL_URL", "TRANSCRIPTION_URL", "JUDGE_URL"])
@pytest.mark.parametrize(
    "url", ["ftp://x", "localhost:8001", "http://", "file:///etc/passwd", "http://x:port/", "http://[::1", "http://a b"]
)
def test_a_server_has_an_address_of_the_web(name: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"RECHTDOOR_{name}", url)
    with pytest.raises(BadSettings, match=f"^RECHTDOOR_{name}: expected an address such as "):
        read_settings()


def test_a_password_in_an_address_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_MODEL_URL", "ftp://somebody:a-secret@example.be/")
    with pytest.raises(BadSettings) as caught:
        read_settings()
    assert "a-secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["HOST", "DATA", "ORIGINS", "MODEL_URL", "PORT"])
def test_an_empty_setting_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty host would listen on every address of the machine."""
    before = read_settings()
    monkeypatch.setenv(f"RECHTDOOR_{name}", "")
    assert read_settings() == before


def test_a_time_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_MODEL_TURN_SECONDS", "inf")
    with pytest.raises(BadSettings):
        read_settings()


def test_nobody_judges_unless_it_is_said_who() -> None:
    assert read_settings(model_url="http://a:1/v1", model_key="a-key").judge_server is None
    assert read_settings(judge_url="http://b:1/v1", model_url="http://a:1/v1").judge_server == "http://b:1/v1"
    assert read_settings(judge_url="same", model_url="http://a:1/v1").judge_server == "http://a:1/v1"


def test_the_same_server_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTDOOR_JUDGE_URL", "same")
    with pytest.raises(BadSettings, match=r"^RECHTDOOR_JUDGE_URL: expected RECHTDOOR_MODEL_URL beside it"):
        read_settings()
