"""How well and how fast sound is measured, beside named alternatives on the same clips.

`python -m bench.delivery` takes the project's own clips where they lie beside the checkout, and Dutch game dialogues
(Debian's fillets-ng-data-nl) always. librosa (pyin) and pyworld (dio with stonemask, harvest) are compared where they
are installed; neither is a dependency, and pyworld must be compiled on Linux and macOS. CPU seconds are told, since
other work on the machine does not change them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from personas.types import Language
from scoring.delivery.measure import delivery
from scoring.delivery.pitch import pitch, semitones, stretches, without_jumps
from scoring.delivery.prosody import Prosody, prosody
from scoring.delivery.syllables import syllables
from scoring.delivery.types import Timed
from scoring.types import tongue_of
from simulator.meter import SoundMeter
from simulator.speech_spans import speech_spans
from simulator.transcriber_whisper import WhisperTranscriber
from simulator.types import RATE, Audio, Transcript
from tests.simulator.clips import Clip, game_clips, joined, listening_settings, shared_clips

Samples = NDArray[np.float32]
Hertz = NDArray[np.float64]
LANGUAGE: dict[str, Language] = {"nl-BE": "nl-BE", "nl-NL": "nl-NL", "en": "en", "fr": "fr", "de": "de"}
EDITED = ("pause900", "turn17s")
"""Clips that hold the words of others once more."""


@dataclass(frozen=True, slots=True)
class Tracker:
    """One way to find the pitch."""

    name: str
    cpu_ms_per_10_s: float
    gross: float
    """Share of frames, voiced for both, in which it lies more than a semitone from our own."""
    voicing: float
    """Share of frames in which one of both is voiced."""


@dataclass(frozen=True, slots=True)
class Count:
    """Syllables of one set of clips, by one way to count them."""

    name: str
    way: str
    clips: int
    ratio: float
    """All that were counted by all that were said."""
    error: float
    """Mean over the clips of how far the count is off, as a share."""
    worst: float


@dataclass(frozen=True, slots=True)
class Fillers:
    """Steady stretches of voice, by how long they must be: a way to find `uh` that was not good enough."""

    longest: float
    """Seconds of steady voice that count as one."""
    found: int
    """Clips with an `uh` in their text in which at least one was found."""
    of: int
    false_a_minute: float
    """Stretches a minute in clips whose text holds none."""


def main() -> int:
    """Prints tables, or JSON; 0 when all ran."""
    parser = argparse.ArgumentParser(prog="python -m bench.delivery", description=__doc__)
    parser.add_argument("--games", type=int, default=40, metavar="N", help="game clips to take (default: 40)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    clips = [clip for clip in shared_clips() if not any(part in clip.name for part in EDITED)]
    games = game_clips()
    clips += games[:: max(1, len(games) // args.games)][: args.games]
    sounds = [clip.audio for clip in clips]
    heard = asyncio.run(_hear(clips, sounds))
    measured = [prosody(sound.samples, speech_spans(sound.samples)) for sound in sounds]
    trackers = _trackers([sound.samples for sound in sounds])
    times = {**_times(sounds, clips, heard), **asyncio.run(_stalls(sounds))}
    counts = _counts(clips, measured, heard)
    fillers = _fillers(clips, measured)
    if args.json:
        parts = {"trackers": trackers, "syllables": counts, "fillers": fillers}
        tables = {name: [asdict(row) for row in rows] for name, rows in parts.items()}
        print(json.dumps({"times": times, **tables}, indent=2))
    else:
        _print(times, trackers, counts, fillers)
    return 0


async def _hear(clips: Sequence[Clip], sounds: Sequence[Audio]) -> list[Transcript]:
    transcriber = WhisperTranscriber(listening_settings())
    if not (await transcriber.warm()).model:
        raise SystemExit(transcriber.ear.says)
    try:
        return [await transcriber.transcribe(sound, _language(clip)) for clip, sound in zip(clips, sounds, strict=True)]
    finally:
        transcriber.close()


def _language(clip: Clip) -> Language:
    return LANGUAGE[clip.language.removesuffix("-spliced")]


def _trackers(sounds: Sequence[Samples]) -> list[Tracker]:
    ways: dict[str, Callable[[Samples], Hertz]] = {"our own": lambda sound: without_jumps(pitch(sound))}
    try:
        import pyworld  # type: ignore[import-not-found]  # only where somebody installed it

        def dio(sound: Samples) -> Hertz:
            double = sound.astype(np.float64)
            found, at = pyworld.dio(double, RATE, f0_floor=75, f0_ceil=500, frame_period=10)
            return _voiced(pyworld.stonemask(double, found, at, RATE))

        def harvest(sound: Samples) -> Hertz:
            double = sound.astype(np.float64)
            return _voiced(pyworld.harvest(double, RATE, f0_floor=75, f0_ceil=500, frame_period=10)[0])

        ways |= {"pyworld dio": dio, "pyworld harvest": harvest}
    except ImportError:
        print("pyworld is not installed; not compared.", file=sys.stderr)
    try:
        import librosa  # type: ignore[import-not-found]  # only where somebody installed it

        def pyin(sound: Samples) -> Hertz:
            found = librosa.pyin(sound, sr=RATE, fmin=75, fmax=500, frame_length=1024, hop_length=160)[0]
            return np.asarray(found, dtype=np.float64)

        ways["librosa pyin"] = pyin
    except ImportError:
        print("librosa is not installed; not compared.", file=sys.stderr)
    seconds = sum(len(sound) for sound in sounds) / RATE
    own: list[Hertz] = []
    rows = []
    for name, way in ways.items():
        way(sounds[0])  # the first call builds tables
        began = time.process_time()
        found = [way(sound) for sound in sounds]
        took = time.process_time() - began
        own = own or found
        rows.append(Tracker(name, round(1000 * took / seconds * 10, 1), *_differ(own, found)))
    return rows


def _voiced(hertz: Hertz) -> Hertz:
    return np.where(hertz > 0, hertz, np.nan)


def _differ(own: Sequence[Hertz], other: Sequence[Hertz]) -> tuple[float, float]:
    gross = both = voicing = frames = 0
    for ours, theirs in zip(own, other, strict=True):
        length = min(len(ours), len(theirs))
        a, b = ours[:length], theirs[:length]
        voiced = np.isfinite(a) & np.isfinite(b)
        gross += int((np.abs(semitones(a[voiced]) - semitones(b[voiced])) > 1).sum())
        both += int(voiced.sum())
        voicing += int((np.isfinite(a) != np.isfinite(b)).sum())
        frames += length
    return round(gross / both, 3), round(voicing / frames, 3)


def _times(sounds: Sequence[Audio], clips: Sequence[Clip], heard: Sequence[Transcript]) -> dict[str, float]:
    """CPU milliseconds for ten seconds of speech, by step; one thread, each clip once after a warm-up."""
    seconds = sum(sound.seconds for sound in sounds)
    began = time.process_time()
    spans = [speech_spans(sound.samples) for sound in sounds]
    detected = time.process_time()
    contours = [prosody(sound.samples, each) for sound, each in zip(sounds, spans, strict=True)]
    measured = time.process_time()
    for clip, contour, said in zip(clips, contours, heard, strict=True):
        words = [Timed(word.text, word.start, word.end) for word in said.words]
        delivery(contour, words, tongue_of(_language(clip)), (0, len(words)))
    done = time.process_time()

    def each(from_: float, to: float) -> float:
        return round(1000 * (to - from_) / seconds * 10, 1)

    return {
        "speech detector, cpu ms for 10 s": each(began, detected),
        "contours, cpu ms for 10 s": each(detected, measured),
        "numbers, cpu ms for 10 s": each(measured, done),
    }


async def _stalls(sounds: Sequence[Audio]) -> dict[str, float]:
    """Wall milliseconds of ten seconds of speech in the product's thread, and how long the event loop stood still."""
    meter = SoundMeter()
    whole = joined(*sounds)
    ten = Audio(whole.samples[: 10 * RATE])
    walls = []
    for _ in range(7):
        began = time.perf_counter()
        await meter.contours(ten)
        walls.append(1000 * (time.perf_counter() - began))
    longest = 0.0
    measuring = asyncio.ensure_future(meter.contours(Audio(whole.samples[: 120 * RATE])))
    while not measuring.done():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, 1000 * (time.perf_counter() - began) - 1)
    return {
        "wall ms for 10 s, median of 7": round(float(np.median(walls)), 1),
        "longest stall of the event loop in 120 s of sound, ms": round(longest, 1),
    }


def _counts(clips: Sequence[Clip], measured: Sequence[Prosody], heard: Sequence[Transcript]) -> list[Count]:
    rows: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for clip, sound, said in zip(clips, measured, heard, strict=True):
        tongue = tongue_of(_language(clip))
        truth = syllables(clip.text, tongue)
        ways = {"words heard": syllables(said.text, tongue), "nuclei": len(sound.nuclei)}
        for way, count in ways.items():
            for name in (_language(clip), "all"):
                rows.setdefault((name, way), []).append((count, truth))
    found = []
    for (name, way), pairs in sorted(rows.items()):
        off = [abs(count / truth - 1) for count, truth in pairs if truth]
        ratio = sum(count for count, _ in pairs) / sum(truth for _, truth in pairs)
        found.append(Count(name, way, len(pairs), round(ratio, 3), round(float(np.mean(off)), 3), round(max(off), 3)))
    return found


SAID_UH = {"uh", "euh", "eh", "uhm", "hmm", "hm"}


def _fillers(clips: Sequence[Clip], measured: Sequence[Prosody]) -> list[Fillers]:
    dutch = [(clip, sound) for clip, sound in zip(clips, measured, strict=True) if clip.language.startswith("nl")]
    rows = []
    for longest in (0.2, 0.3, 0.4):
        found = of = false = 0
        clean = 0.0
        for clip, sound in dutch:
            steady = _steady(sound, longest)
            if SAID_UH & {word.strip(".,!?-… ").lower() for word in clip.text.split()}:
                of += 1
                found += steady > 0
            else:
                false += steady
                clean += sound.speech_seconds
        rows.append(Fillers(longest, found, of, round(60 * false / clean, 1)))
    return rows


def _steady(sound: Prosody, longest: float) -> int:
    """How many stretches of voice hold pitch (within a semitone) and level (within 6 dB) for so long."""
    frames = round(longest * 100)
    tones = semitones(sound.hertz)
    count = 0
    for start, end in stretches(np.isfinite(tones)):
        held = np.zeros(end - start, dtype=bool)
        for at in range(start, end - frames + 1):
            part = slice(at, at + frames)
            if np.ptp(tones[part]) <= 1.0 and np.ptp(sound.level[part]) <= 6.0:
                held[at - start : at - start + frames] = True
        count += len(stretches(held))
    return count


def _print(
    times: dict[str, float], trackers: Sequence[Tracker], counts: Sequence[Count], fillers: Sequence[Fillers]
) -> None:
    for name, value in times.items():
        print(f"{name:55}{value:8.1f}")
    print(f"\n{'pitch':18}{'cpu ms / 10 s':>15}{'ratio':>8}{'> 1 semitone off':>18}{'voicing differs':>17}")
    for row in trackers:
        ratio = row.cpu_ms_per_10_s / trackers[0].cpu_ms_per_10_s
        print(f"{row.name:18}{row.cpu_ms_per_10_s:15.1f}{ratio:8.1f}{row.gross:18.3f}{row.voicing:17.3f}")
    print(f"\n{'syllables':10}{'by':14}{'clips':>6}{'ratio':>8}{'mean error':>12}{'worst':>8}")
    for each in counts:
        print(f"{each.name:10}{each.way:14}{each.clips:6}{each.ratio:8.3f}{each.error:12.3f}{each.worst:8.3f}")
    print(f"\n{'steady for':12}{'clips with uh found':>20}{'of':>4}{'false a minute':>16}")
    for one in fillers:
        print(f"{one.longest:<12}{one.found:20}{one.of:4}{one.false_a_minute:16.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
