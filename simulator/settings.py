"""Settings, read once at the door from the environment (prefix RECHTDOOR_) and handed on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Each field can be set as RECHTDOOR_<NAME>. The defaults need no key, no GPU and no network."""

    model_config = SettingsConfigDict(env_prefix="RECHTDOOR_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    """Where the pages are served. Other machines need https in front, or the browser gives no microphone."""
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    data: Path = Path("data")
    """The folder of the database and the speech model's cache."""
    origins: tuple[str, ...] = ()
    """Other origins that may open a talk, such as https://oefenen.example.be; the own address always may."""

    whisper_folder: Path | None = None
    """A folder with faster-whisper weights; it goes before everything else."""
    whisper_size: Literal["auto", "tiny", "base", "small", "medium", "large-v3-turbo"] = "auto"
    """Which size to fetch; `auto` takes the best that the cores and the memory carry in time."""
    whisper_offline: bool = False
    """Never ask the hub for weights."""
    whisper_threads: int = Field(default=1, ge=1, le=64)
    """Threads of one transcription; with several talks at once, 1 is fastest."""
    transcription_url: str | None = None
    """An OpenAI-compatible server that listens instead, such as http://127.0.0.1:8001/v1."""
    transcription_model: str = "whisper-1"
    transcription_key: SecretStr = SecretStr("")

    model_url: str | None = None
    """An OpenAI-compatible server that words the avatar's answers; without it the script speaks."""
    model_name: str = ""
    """Which model to ask for; empty takes the first that the server names."""
    model_key: SecretStr = SecretStr("")
    model_first_word_seconds: float = Field(default=6, gt=0)
    """After so long without a first word the script answers."""
    model_pause_seconds: float = Field(default=8, gt=0)
    """After so long between two words the answer counts as cut."""
    model_turn_seconds: float = Field(default=30, gt=0)
    """No answer takes longer."""

    keep_sound: bool = False
    """Keep the sound of spoken turns after the words are known."""
