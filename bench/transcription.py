"""How well and how fast the product hears, beside faster-whisper's own defaults on the same weights.

`python -m bench.transcription` takes the project's own clips where they lie beside the checkout, and Dutch game
dialogues (Debian's fillets-ng-data-nl) always. Both listen to each clip one after the other, so that other work on the
machine weighs on both alike; CPU seconds are told beside wall seconds for the same reason.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import time
import unicodedata
from dataclasses import asdict, dataclass

import jiwer

from simulator.heard_words import FLOOR
from simulator.transcriber_whisper import WhisperTranscriber
from simulator.types import Transcript
from simulator.weights import local
from tests.simulator.clips import Clip, game_clips, listening_settings, shared_clips

EARLIER: dict[tuple[str, str], tuple[float, float]] = {
    # Base, int8, beam 5, the same clips and normalisation, on another day: whole window, window of the sound + 5 s.
    ("base", "nl-BE"): (0.191, 0.191),
    ("base", "nl-NL"): (0.529, 0.496),
    ("base", "de"): (0.173, 0.173),
    ("base", "fr"): (0.355, 0.312),
    ("base", "en"): (0.047, 0.065),
}
"""Word error rates measured before, by size and set."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one set of clips showed."""

    name: str
    clips: int
    words: int
    audio_seconds: float
    wer: float
    wer_defaults: float
    deletions: int
    deletions_defaults: int
    rtf: float
    rtf_defaults: float
    cpu_seconds: float
    cpu_seconds_defaults: float
    marked: float
    """Share of the heard words below the confidence floor."""
    right_above: float
    """Share of the words above the floor that were said."""
    right_below: float


def main() -> int:
    """Prints a table, or JSON; 0 when all ran."""
    parser = argparse.ArgumentParser(prog="python -m bench.transcription", description=__doc__)
    parser.add_argument("--games", type=int, default=40, metavar="N", help="game clips to take (default: 40)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    rows, model = asyncio.run(_measure(args.games))
    if args.json:
        print(json.dumps({"model": model, "rows": [asdict(row) for row in rows]}, indent=2))
    else:
        _print(rows, model)
    return 0


async def _measure(games: int) -> tuple[list[Row], str]:
    from faster_whisper import WhisperModel

    settings = listening_settings()
    transcriber = WhisperTranscriber(settings)
    ear = await transcriber.warm()
    weights = local(settings)
    if weights is None or not ear.model:
        raise SystemExit(ear.says)
    plain = WhisperModel(
        str(weights.folder),
        device="cpu",
        compute_type="int8",
        cpu_threads=settings.whisper_threads,
        local_files_only=True,
    )
    rows = []
    for name, clips in _sets(games).items():
        heard: list[Transcript] = []
        other: list[str] = []
        wall = cpu = wall_other = cpu_other = 0.0
        for number, clip in enumerate(clips, 1):
            if sys.stderr.isatty():
                sys.stderr.write(f"\r\x1b[K{name} {number}/{len(clips)}")
            audio = clip.audio
            began, busy = time.perf_counter(), time.process_time()
            heard.append(
                await transcriber.transcribe(audio, "nl-BE" if clip.language.startswith("nl") else clip.language)
            )  # type: ignore[arg-type]  # the clips' languages are ours
            wall, cpu = wall + time.perf_counter() - began, cpu + time.process_time() - busy
            began, busy = time.perf_counter(), time.process_time()
            segments, _ = plain.transcribe(audio.samples, language=clip.language[:2])
            other.append(" ".join(segment.text for segment in segments))
            wall_other, cpu_other = wall_other + time.perf_counter() - began, cpu_other + time.process_time() - busy
        rows.append(_row(name, clips, heard, other, (wall, cpu, wall_other, cpu_other)))
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    transcriber.close()
    return rows, ear.model


def _sets(games: int) -> dict[str, list[Clip]]:
    sets: dict[str, list[Clip]] = {}
    for clip in shared_clips():
        if "spliced" not in clip.language:
            sets.setdefault(clip.language, []).append(clip)
    every = game_clips()
    long_enough = (clip for clip in every[:: max(1, len(every) // (2 * games))] if clip.audio.seconds >= 2.5)
    sets[f"nl-NL games ({games})"] = [clip for clip, _ in zip(long_enough, range(games), strict=False)]
    return sets


def _row(
    name: str, clips: list[Clip], heard: list[Transcript], other: list[str], cost: tuple[float, float, float, float]
) -> Row:
    wall, cpu, wall_other, cpu_other = cost
    said = [_plain(clip.text) for clip in clips]
    ours = jiwer.process_words(said, [_plain(one.text) or "–" for one in heard])
    theirs = jiwer.process_words(said, [_plain(text) or "–" for text in other])
    above: list[bool] = []
    below: list[bool] = []
    for transcript, alignment in zip(heard, ours.alignments, strict=True):
        sure = [word.confidence >= FLOOR for word in transcript.words for _ in _plain(word.text).split()]
        for chunk in alignment:
            for at in range(chunk.hyp_start_idx, min(chunk.hyp_end_idx, len(sure))):
                (above if sure[at] else below).append(chunk.type == "equal")
    seconds = sum(one.audio_seconds for one in heard)
    return Row(
        name=name,
        clips=len(clips),
        words=ours.hits + ours.substitutions + ours.deletions,
        audio_seconds=round(seconds, 1),
        wer=round(ours.wer, 3),
        wer_defaults=round(theirs.wer, 3),
        deletions=ours.deletions,
        deletions_defaults=theirs.deletions,
        rtf=round(wall / seconds, 3),
        rtf_defaults=round(wall_other / seconds, 3),
        cpu_seconds=round(cpu, 2),
        cpu_seconds_defaults=round(cpu_other, 2),
        marked=round(len(below) / max(1, len(above) + len(below)), 2),
        right_above=round(sum(above) / max(1, len(above)), 2),
        right_below=round(sum(below) / max(1, len(below)), 2),
    )


def _print(rows: list[Row], model: str) -> None:
    print(f"{model}, beside faster-whisper's WhisperModel.transcribe with its defaults on the same weights")
    print("WER: word error rate. RTF: wall seconds per second of sound. marked: words below the confidence floor.")
    head = (
        "set",
        "clips",
        "words",
        "sound s",
        "WER",
        "defaults",
        "earlier 30 s / +5 s",
        "RTF",
        "defaults",
        "times",
        "cpu",
    )
    lines = [head, *(_cells(row, model) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print(
            "  ".join(
                cell.ljust(width) if not n else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
        )
    words = sum(row.words for row in rows)
    ours = sum(row.wer * row.words for row in rows) / words
    theirs = sum(row.wer_defaults * row.words for row in rows) / words
    print(f"pooled WER over {words} words: {ours:.3f}, defaults {theirs:.3f}")
    for row in rows:
        print(
            f"{row.name}: {row.marked:.0%} of the words are marked; right among the others {row.right_above:.0%}, "
            f"among the marked {row.right_below:.0%}; left out {row.deletions} (defaults {row.deletions_defaults})"
        )


def _cells(row: Row, model: str) -> tuple[str, ...]:
    size = next((size for size, _ in EARLIER if size in model), "")
    before = EARLIER.get((size, row.name))
    return (
        row.name,
        str(row.clips),
        str(row.words),
        f"{row.audio_seconds:.0f}",
        f"{row.wer:.3f}",
        f"{row.wer_defaults:.3f}",
        f"{before[0]:.3f} / {before[1]:.3f}" if before else "–",
        f"{row.rtf:.3f}",
        f"{row.rtf_defaults:.3f}",
        f"{row.rtf_defaults / row.rtf:.1f}×",
        f"{row.cpu_seconds_defaults / row.cpu_seconds:.1f}×",
    )


def _plain(text: str) -> str:
    """Lower case, no punctuation, hyphens as spaces: what word error rates are counted on."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    text = re.sub(r"[^\w\s']", " ", re.sub(r"[-–]", " ", text))
    return re.sub(r"\s+", " ", re.sub(r"(?<!\w)'|'(?!\w)", " ", text)).strip()


if __name__ == "__main__":
    raise SystemExit(main())
