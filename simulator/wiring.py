"""The one place that chooses parts. Everything heavy is imported here, when it is chosen."""

from __future__ import annotations

from inspect import isawaitable

from simulator.protocols import Avatar, Clock, Judge, Meter, Parts, Transcriber
from simulator.settings import Settings
from simulator.store import SqlStore, now

DATABASE = "rechtdoor.db"
"""The file in the data folder."""


def build_parts(settings: Settings) -> Parts:
    """The parts these settings ask for. Loads no weights and asks no server: that happens at the first turn."""
    from simulator.fakes import SilentVoice
    from simulator.scorer_rules import RuleScorer

    return Parts(
        transcriber=_transcriber(settings),
        scorer=RuleScorer(heads=settings.learned_heads),
        avatar=_avatar(settings),
        voice=SilentVoice(),
        meter=_meter(settings),
        judge=build_judge(settings),
    )


def _meter(settings: Settings) -> Meter | None:
    if not settings.measure_sound:
        return None
    from simulator.meter import SoundMeter

    return SoundMeter()


def build_judge(settings: Settings) -> Judge | None:
    """Who gives a second opinion, where the settings name a server for it."""
    if settings.judge_server is None:
        return None
    from simulator.judge_model import ModelJudge

    return ModelJudge(settings)


async def close_parts(parts: Parts) -> None:
    """Lets go of what the parts hold: threads, connections."""
    for part in (parts.transcriber, parts.scorer, parts.avatar, parts.voice, parts.judge):
        await close_part(part)


async def close_part(part: object) -> None:
    """Lets go of what this part holds, if it holds anything."""
    close = getattr(part, "close", None)
    closing = close() if close else None
    if isawaitable(closing):
        await closing


async def open_store(settings: Settings, clock: Clock = now) -> SqlStore:
    """The store in the data folder, made or brought up to date where needed. Raises NotReadable or NotStored."""
    return await SqlStore.open(settings.data / DATABASE, clock=clock, keep_sound=settings.keep_sound)


def _transcriber(settings: Settings) -> Transcriber:
    if settings.transcription_url:
        from simulator.transcriber_remote import RemoteTranscriber

        return RemoteTranscriber(settings)
    # Where there are no weights, this one says so and typing works.
    from simulator.transcriber_whisper import WhisperTranscriber

    return WhisperTranscriber(settings)


def _avatar(settings: Settings) -> Avatar:
    if settings.model_url:
        from simulator.avatar_model import ModelAvatar

        return ModelAvatar(settings)
    from simulator.avatar_script import ScriptAvatar

    return ScriptAvatar()
