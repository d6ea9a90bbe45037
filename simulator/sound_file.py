"""Reads a recording (wav, flac, mp3, ogg, webm, mp4) into sound. Nothing in a file makes it read another file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import NotHeard
from simulator.types import RATE, Audio

MOST_BYTES = 512 * 1024 * 1024
MOST_SECONDS = 3600.0
_CHUNK_SECONDS = 10
_BROKEN_SHARE = 0.1  # a damaged byte costs a packet; more than this and what is left is no honest recording

_REASONS: dict[str, dict[str, str]] = {
    "missing": {
        "nl": "het bestand is er niet",
        "en": "there is no such file",
        "fr": "le fichier n'existe pas",
        "de": "die Datei gibt es nicht",
    },
    "unreadable": {
        "nl": "het bestand laat zich niet openen",
        "en": "the file cannot be opened",
        "fr": "le fichier ne s'ouvre pas",
        "de": "die Datei lässt sich nicht öffnen",
    },
    "empty": {
        "nl": "het bestand is leeg",
        "en": "the file is empty",
        "fr": "le fichier est vide",
        "de": "die Datei ist leer",
    },
    "format": {
        "nl": "het is geen geluid dat ik ken",
        "en": "it is no kind of sound that I know",
        "fr": "ce n'est pas un format sonore que je connais",
        "de": "es ist kein Tonformat, das ich kenne",
    },
    "broken": {
        "nl": "het bestand is beschadigd",
        "en": "the file is damaged",
        "fr": "le fichier est endommagé",
        "de": "die Datei ist beschädigt",
    },
    "no_sound": {
        "nl": "er zit geen geluid in",
        "en": "there is no sound in it",
        "fr": "il ne contient pas de son",
        "de": "es ist kein Ton darin",
    },
}


def read_sound(
    source: Path | bytes, *, language: str = "nl", most_seconds: float = MOST_SECONDS, most_bytes: int = MOST_BYTES
) -> Audio:
    """A recording as 16 kHz mono sound. `source` is a file or its bytes.

    Raises NotHeard: "odd_sound" with a reason in `language`, or "too_long" with `most` and `got`.
    """
    data = source if isinstance(source, bytes) else _bytes_of(source, language, most_bytes)
    if len(data) > most_bytes:
        raise NotHeard("too_long", most=_megabytes(most_bytes), got=_megabytes(len(data)))
    if not data:
        raise _odd("empty", language)
    kind = container(data)
    if kind is None:
        raise _odd("format", language)
    return Audio(_decode(data, kind, language, most_seconds))


def container(data: bytes) -> str | None:
    """Which kind of file this is by its first bytes, as FFmpeg names it; None for all that is not sound we take.

    FFmpeg is never left to guess: some of what it recognises are lists that point to other files and addresses.
    """
    if data[:4] in (b"RIFF", b"RF64") and data[8:12] == b"WAVE":
        return "wav"
    if data[:4] == b"fLaC":
        return "flac"
    if data[:4] == b"OggS":
        return "ogg"
    if data[:4] == b"\x1aE\xdf\xa3":
        return "matroska"
    if data[4:8] == b"ftyp":
        return "mp4"
    if data[:3] == b"ID3" or (len(data) > 2 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0 and data[1] & 0x06):
        return "mp3"
    return None


def at_rate(audio: Audio, rate: int = RATE) -> Audio:
    """The same sound with `rate` samples a second."""
    if audio.rate == rate:
        return audio
    import av

    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(audio.samples[None]), format="flt", layout="mono")
    frame.sample_rate = audio.rate
    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
    chunks = [piece.to_ndarray()[0] for given in (frame, None) for piece in resampler.resample(given)]
    return Audio(np.concatenate(chunks) if chunks else audio.samples[:0], rate)


def _bytes_of(path: Path, language: str, most_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most_bytes:
            raise NotHeard("too_long", most=_megabytes(most_bytes), got=_megabytes(size))
        with open(path, "rb", opener=_at_once) as file:
            return file.read(most_bytes + 1)  # a device or a pipe does not tell its size
    except FileNotFoundError as error:
        raise _odd("missing", language) from error
    except OSError as error:
        raise _odd("unreadable", language) from error


def _at_once(name: str, flags: int) -> int:
    """Opens a file; a pipe at whose other end nobody is reads as empty and is not waited for."""
    opened = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


def _decode(data: bytes, kind: str, language: str, most_seconds: float) -> NDArray[np.float32]:
    import av

    chunks: list[NDArray[np.float32]] = []
    length = 0
    try:
        with av.open(BytesIO(data), mode="r", format=kind, metadata_errors="ignore") as opened:
            if not opened.streams.audio:
                raise _odd("no_sound", language)
            resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE, frame_size=RATE * _CHUNK_SECONDS)
            for frame in chain(_frames(opened, language), [None]):  # the last None gives what the resampler still holds
                for piece in resampler.resample(frame):
                    chunks.append(piece.to_ndarray()[0])
                    length += len(chunks[-1])
                    if length > most_seconds * RATE:
                        raise NotHeard("too_long", most=_minutes(most_seconds), got=_longer(most_seconds, language))
    except av.FFmpegError as error:
        raise _odd("broken", language) from error
    except (ValueError, MemoryError, OverflowError) as error:  # what PyAV makes of impossible headers
        raise _odd("broken", language) from error
    if not length:
        raise _odd("no_sound", language)
    samples = np.concatenate(chunks)
    return np.clip(np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)


def _frames(opened: Any, language: str) -> Iterator[Any]:
    """The frames that can be decoded; a packet that cannot is left out, many of them make the file a broken one."""
    import av

    good = bad = 0
    packets = opened.demux(audio=0)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except av.error.InvalidDataError:
            bad += 1
            break
        try:
            for frame in packet.decode():
                frame.pts = None  # holes in the time stamps are no holes in what was said
                good += 1
                yield frame
        except av.error.InvalidDataError:
            bad += 1
    if bad > _BROKEN_SHARE * (good + bad):
        raise _odd("broken", language)


def _odd(why: str, language: str) -> NotHeard:
    return NotHeard("odd_sound", reason=_REASONS[why].get(language[:2], _REASONS[why]["nl"]))


def _longer(seconds: float, language: str) -> str:
    more = {"nl": "meer dan", "en": "more than", "fr": "plus de", "de": "mehr als"}
    return f"{more.get(language[:2], more['nl'])} {_minutes(seconds)}"


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 60 else f"{seconds:.0f} s"
