"""Settings, read once at the door from the environment (prefix RECHTDOOR_) and handed on."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """Each field can be set as RECHTDOOR_<NAME>. The defaults need no key, no GPU and no network."""

    model_config = SettingsConfigDict(env_prefix="RECHTDOOR_", env_ignore_empty=True, frozen=True, extra="ignore")

    host: str = Field(default="127.0.0.1", min_length=1)
    """Where the pages are served. Other machines need https in front, or the browser gives no microphone."""
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    data: Path = Path("data")
    """The folder of the database and the speech model's cache."""
    origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Other origins that may open a talk, such as https://oefenen.example.be, with spaces or commas between them; the
    own address always may."""

    whisper_folder: Path | None = None
    """A folder with faster-whisper weights; it goes before everything else."""
    whisper_size: Literal["auto", "tiny", "base", "small", "medium", "large-v3-turbo"] = "auto"
    """Which size to fetch; `auto` takes the best that the cores and the memory carry in time."""
    whisper_offline: bool = False
    """Fetch no weights, neither from the hub nor as packages: only what is on this machine already listens."""
    whisper_threads: int = Field(default=1, ge=1, le=64)
    """Threads of one transcription; with several talks at once, 1 is fastest."""
    transcription_url: str | None = None
    """An OpenAI-compatible server that listens instead, such as http://127.0.0.1:8001/v1."""
    transcription_model: str = "whisper-1"
    """Which model that server is asked for."""
    transcription_key: SecretStr = SecretStr("")
    """What that server asks for before it listens; empty where it asks for nothing."""

    model_url: str | None = None
    """An OpenAI-compatible server that words the avatar's answers; without it the script speaks."""
    model_name: str = ""
    """Which model to ask for; empty takes the first that the server names."""
    model_key: SecretStr = SecretStr("")
    """What that server asks for before it answers; empty where it asks for nothing."""
    model_first_word_seconds: float = Field(default=6, gt=0, allow_inf_nan=False)
    """After so long without a first word the script answers."""
    model_pause_seconds: float = Field(default=8, gt=0, allow_inf_nan=False)
    """After so long between two words the answer counts as cut."""
    model_turn_seconds: float = Field(default=30, gt=0, allow_inf_nan=False)
    """No answer takes longer."""

    judge_url: str | None = None
    """An OpenAI-compatible server whose model gives a second opinion on each turn; without it nobody does. What the
    trainee says goes there. `same` asks the server of model_url."""
    judge_name: str = ""
    """Which model to ask for; empty takes the first that the server names, or model_name on the same server."""
    judge_key: SecretStr = SecretStr("")
    """What that server asks for before it answers; empty where it asks for nothing, or on the same server for
    model_key."""
    judge_seconds: float = Field(default=5, gt=0, allow_inf_nan=False)
    """A second opinion that takes longer does not come. No turn waits for it."""
    judge_at_once: int = Field(default=2, ge=1, le=64)
    """So many turns are judged at the same time; the others wait, within judge_seconds."""

    learned_heads: bool = True
    """Weigh the scoring rules against the learned heads; without them the rules judge alone, faster and worse."""

    measure_sound: bool = True
    """Measure pauses, syllables a second, loudness and pitch of spoken turns, for the trainee alone to read."""
    keep_sound: bool = False
    """Keep the sound of spoken turns after the words are known."""

    @field_validator("origins", mode="before")
    @classmethod
    def _apart(cls, raw: object) -> object:
        return tuple(raw.replace(",", " ").split()) if isinstance(raw, str) else raw

    @field_validator("origins")
    @classmethod
    def _whole(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            parts = _address(origin)
            # A name for all of them, `*`, is none: whoever can be anybody can open every talk.
            if parts is None or parts.path.strip("/") or parts.query or parts.fragment or "*" in origin:
                raise ValueError("expected addresses such as https://oefenen.example.be, each in full and without path")
        return origins

    @field_validator("model_url", "transcription_url", "judge_url")
    @classmethod
    def _served(cls, url: str | None, info: ValidationInfo) -> str | None:
        if info.field_name == "judge_url" and url == "same":
            if not info.data.get("model_url"):
                raise ValueError("expected RECHTDOOR_MODEL_URL beside it, the server that is to be the same")
        elif url is not None and _address(url) is None:
            raise ValueError("expected an address such as http://127.0.0.1:8001/v1")
        return url

    @property
    def judge_server(self) -> str | None:
        """The address of who gives a second opinion."""
        return self.model_url if self.judge_url == "same" else self.judge_url


def _address(text: str) -> SplitResult | None:
    """The parts of an address of the web; None for anything else."""
    try:
        parts = urlsplit(text)
        found = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if found and not re.search(r"\s", text) else None


class BadSettings(ValueError):
    """Settings that cannot be used. Its text has a line for each: what was expected and what came; never a key."""


def read_settings(**given: object) -> Settings:
    """The settings of the environment; what is `given` as options of a command, such as `port`, goes before it.

    Raises BadSettings.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]  # that is what is checked here
    except ValidationError as error:
        raise BadSettings("\n".join(_line(problem, given) for problem in error.errors(include_url=False))) from error


def _line(problem: ErrorDetails, given: Collection[str]) -> str:
    name = str(problem["loc"][0])
    called = f"--{name}" if name in given else f"RECHTDOOR_{name.upper()}"
    expected = problem["msg"].removeprefix("Value error, ").replace("Input should be", "expected", 1)
    secret = name.endswith("key") or "@" in str(problem["input"])  # an address may hold a password
    came = "" if secret else f", got {problem['input']!r}"
    return f"{called}: {expected}{came}"
