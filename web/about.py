"""What the page about this practising says, true for the settings of this machine."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from simulator.settings import Settings
from web.texts import texts


def about_of(settings: Settings, language: str = "nl") -> list[dict[str, Any]]:
    """The parts of the page: a title and paragraphs each."""
    parts = texts(language).group("about.parts")
    facts = {
        "data": settings.data.name,
        "measured": _of(parts, "measured" if settings.measure_sound else "not_measured"),
        "sound": _of(parts, "keep" if settings.keep_sound else "drop"),
        "ear": _of(parts, "ear_there" if settings.transcription_url else "ear_here").format(
            server=_server(settings.transcription_url)
        ),
        "model": _of(parts, "model_there" if settings.model_url else "model_here").format(
            server=_server(settings.model_url)
        ),
        "judge": _of(parts, "judge_there" if settings.judge_server else "judge_nobody").format(
            server=_server(settings.judge_server)
        ),
    }
    return [{"title": part["title"], "says": [says.format(**facts) for says in part["says"]]} for part in parts]


def _of(parts: list[dict[str, Any]], name: str) -> str:
    return next(str(part[name]) for part in parts if name in part)


def _server(url: str | None) -> str:
    """The host of an address, without the rest of it: an address can hold a key."""
    return (urlsplit(url).hostname or "") if url else ""
