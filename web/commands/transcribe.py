"""`rechtdoor transcribe`: what the product hears in recordings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from personas.types import Language
    from simulator.protocols import Transcriber
    from simulator.settings import Settings
    from simulator.types import Transcript

T = TypeVar("T")
HELP = "show what is heard in recordings (wav, flac, mp3, ogg, webm)"
_PATIENCE = 2.0
"""After so many seconds it is told that somebody is still listening."""


def options(parser: argparse.ArgumentParser) -> None:
    """The recordings, their language and how to show the words."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a recording: wav, flac, mp3, ogg or webm")
    parser.add_argument(
        "--language",
        default="nl-BE",
        choices=("nl-BE", "nl-NL", "en", "fr", "de"),
        help="what is spoken (default: nl-BE)",
    )
    parser.add_argument("--json", action="store_true", help="print words, times and confidences as JSON")


def run(args: argparse.Namespace) -> int:
    """0 when every recording was listened to, whatever was heard; 2 when one cannot be read or nobody can listen."""
    import asyncio
    from pathlib import Path

    from simulator.settings import BadSettings, read_settings

    try:
        settings = read_settings()
    except BadSettings as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return asyncio.run(_run([Path(name) for name in args.files], args.language, settings, as_json=args.json))


async def _run(files: list[Path], language: Language, settings: Settings, *, as_json: bool) -> int:
    import asyncio
    import json

    from simulator.errors import NotHeard
    from simulator.sound_file import read_sound
    from simulator.wiring import build_parts, close_parts

    parts = build_parts(settings)
    heard: list[dict[str, object]] = []
    faults = 0
    introduced = False
    try:
        for path in files:
            try:
                audio = await asyncio.to_thread(read_sound, path, language=language)
                if not introduced:
                    await _introduce(parts.transcriber)
                    introduced = True
                listening = parts.transcriber.transcribe(audio, language)
                transcript = await _patiently(listening, f"{path} ({_span(audio.seconds)})")
            except NotHeard as error:
                faults += 1
                sys.stderr.write(f"{path}: {error.says(language)}\n")
                heard.append({"file": str(path), "error": error.says(language)})
                if error.trouble == "no_ear":
                    break
                continue
            heard.append({"file": str(path), **transcript.model_dump(mode="json")})
            if not as_json:
                sys.stdout.write(shown(transcript, str(path) if len(files) > 1 else None) + "\n")
                sys.stdout.flush()
        if as_json:
            ear = parts.transcriber.ear.model_dump(mode="json")
            sys.stdout.write(json.dumps({"ear": ear, "heard": heard}, ensure_ascii=False, indent=2) + "\n")
        elif any(item.get("unsure") for item in heard):
            sys.stderr.write("Tussen [ ] staat wat onzeker gehoord is; daarop wordt niets gescoord.\n")
    finally:
        await close_parts(parts)
    return 2 if faults else 0


def shown(transcript: Transcript, name: str | None) -> str:
    """The transcript for people: words below the floor between square brackets, and a dash where nothing was said."""
    text = transcript.text
    for start, end in reversed(transcript.unsure):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    text = text or "– (geen woorden)"
    return f"{name}: {text}" if name else text


async def _introduce(transcriber: Transcriber) -> None:
    """Loads the model and says who listens."""
    warm = getattr(transcriber, "warm", None)
    if warm is not None:
        await _patiently(warm(), "spraakmodel laden")
    sys.stderr.write(f"{transcriber.ear.says} {transcriber.ear.advice}".rstrip() + "\n")


async def _patiently(work: Awaitable[T], what: str) -> T:
    """The outcome of `work`; while it takes long, stderr says what is going on."""
    import asyncio
    import time

    began = time.monotonic()
    task = asyncio.ensure_future(work)
    moving = sys.stderr.isatty()
    told = False
    try:
        while True:
            done, _ = await asyncio.wait({task}, timeout=_PATIENCE if not told or not moving else 0.5)
            if done:
                return task.result()
            if moving or not told:
                sys.stderr.write(f"\r… {what}: {time.monotonic() - began:.0f} s" if moving else f"… {what}\n")
                sys.stderr.flush()
            told = True
    finally:
        task.cancel()
        if told and moving:
            sys.stderr.write("\r\x1b[K")


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 120 else f"{seconds:.0f} s"
