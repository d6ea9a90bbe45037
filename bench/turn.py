"""What each step of a turn costs: rules, hint, reaction, store, first words, the whole turn, and hearing.

    python -m bench.turn            a table
    python -m bench.turn --json     the same for a program

Beside each figure that has an alternative stands the alternative, measured in the same run, and the ratio: SQLite
with less care (synchronous NORMAL and OFF), and faster-whisper with the library's own defaults. Takes a minute.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.steady_server import SteadyServer
from personas.loader import Library, load_library
from scoring.hint import hint
from simulator import practice
from simulator.avatar_model import ModelAvatar
from simulator.avatar_script import ScriptAvatar
from simulator.events import Event, Received, Started
from simulator.fakes import SilentVoice, TypedTranscriber
from simulator.protocols import Avatar, Parts
from simulator.reaction import react
from simulator.scorer_rules import RuleScorer
from simulator.settings import Settings
from simulator.store import SqlStore, now
from simulator.types import Turn

HERE = Path(__file__).resolve().parent
CLIPS = (
    (HERE.parents[1] / "shared" / "audio", "nl-*.flac"),
    (Path("/usr/share/games/fillets-ng/sound"), "*/nl/*.ogg"),
)
"""Human Dutch speech: the recordings beside the project, or those of Debian's fillets-ng-data-nl."""
MOST_CLIPS = 16
SAID = (
    "Dag, kom binnen, ga zitten.",
    "Ik ga er niet omheen draaien: ik heb slecht nieuws, en ik heb die beslissing zelf mee genomen.",
    "Het zou kunnen dat er op termijn eventueel iets verandert aan je functie, maar dat zien we dan wel weer.",
    "Er is hogerop beslist dat het zo moet, ik kan daar ook niets aan doen.",
    "Ik zie dat dit hard aankomt. Wat gaat er nu door je heen?",
    "Als ik het goed begrijp, ben je vooral kwaad omdat je het van een ander moest horen. Klopt dat?",
    "Je bent altijd zo negatief, dat is nu net het probleem.",
    "Ik bel je woensdag om tien uur, en dan overlopen we samen de papieren. Past dat voor jou?",
)
"""What the trainee says in every talk: clear and vague, evasive and blaming, and with care."""


@dataclass
class Times:
    """Seconds, by the name of a step."""

    taken: dict[str, list[float]] = field(default_factory=dict)

    def add(self, step: str, seconds: float) -> None:
        self.taken.setdefault(step, []).append(seconds)

    def figures(self, step: str) -> dict[str, float]:
        """p50 and p95 in milliseconds, and how many were measured."""
        ordered = sorted(self.taken[step])
        return {
            "p50_ms": round(1000 * median(ordered), 3),
            "p95_ms": round(1000 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
            "n": len(ordered),
        }


class TimedStore(SqlStore):
    """The store of the product, with a watch on `append`."""

    times: Times

    async def append(self, talk_id: str, event: Event, **given: Any) -> None:
        before = perf_counter()
        await super().append(talk_id, event, **given)
        self.times.add("store: append", perf_counter() - before)


async def talks(times: Times, folder: Path, library: Library, turns: int, avatar: Avatar, name: str) -> None:
    """Talks with every persona in turn, in a store of its own, until `turns` were said."""
    parts = Parts(TypedTranscriber(), RuleScorer(), avatar, SilentVoice())
    async with await TimedStore.open(folder / f"{name}.db") as store:
        store.times = times
        said = 0
        while said < turns:
            scenarios = list(library.scenarios.values())
            scenario = scenarios[(said // len(SAID)) % len(scenarios)]
            started = practice.begin(library, scenario.id, scenario.personas[0], 2, "bench", now, seed=said)
            await store.append(started.session.id, started)
            for text in SAID[: turns - said]:
                if not await one_turn(times, store, parts, started, text, name):
                    break
                said += 1
            else:
                continue
            if said == 0:
                raise RuntimeError("expected talks that last at least one turn")


async def one_turn(times: Times, store: SqlStore, parts: Parts, started: Started, text: str, name: str) -> bool:
    """One turn, timed from the words to the end; False when the talk had ended before."""
    talk_id = started.session.id
    talk = await practice.open_talk(store, talk_id)
    if talk.ended is not None:
        return False
    begun = perf_counter()
    first = 0.0
    worded_by_model = False
    seen: list[Event] = []
    async with aclosing(practice.say(store, parts, talk_id, Turn(text=text))) as events:
        async for event in events:
            if event.type == "replied" and not first:
                first = perf_counter() - begun
                worded_by_model = event.part.source == "model"
            seen.append(event)
    whole = perf_counter() - begun
    if name == "model":
        if worded_by_model:
            times.add("first words: model", first)
            times.add("whole turn: model", whole)
        return True
    times.add("first words: script", first)
    times.add("whole turn: script", whole)
    received, heard = seen[0], seen[1]
    assert isinstance(received, Received)
    assert heard.type == "heard"
    dialogue = talk.dialogue(heard)
    before = perf_counter()
    score = await parts.scorer.score(dialogue)
    times.add("rules", perf_counter() - before)
    before = perf_counter()
    hint(dialogue, score)
    times.add("hint", perf_counter() - before)
    before = perf_counter()
    react(talk, dialogue, score, received)
    times.add("reaction", perf_counter() - before)
    return True


async def stores(times: Times, folder: Path, library: Library, rounds: int) -> None:
    """The events of one real talk, written again and again with each degree of care, by turns."""
    async with await SqlStore.open(folder / "script.db") as store:
        rows = await store.talks("bench")
        events = await store.events(max(rows, key=lambda row: row.turns).id)
    modes = ("FULL", "NORMAL", "OFF")
    opened = {mode: await SqlStore.open(folder / f"{mode}.db", synchronous=mode) for mode in modes}  # type: ignore[arg-type]  # these
    started = events[0]
    assert isinstance(started, Started)
    for number in range(rounds):
        session = started.session.model_copy(update={"id": f"talk-{number}"})
        for event in (started.model_copy(update={"session": session}), *events[1:]):
            for mode, store in opened.items():
                before = perf_counter()
                await store.append(session.id, event)
                times.add(f"synchronous {mode}", perf_counter() - before)
    for store in opened.values():
        await store.close()


def sync_of_the_disk(times: Times, folder: Path) -> None:
    """What this disk itself takes to keep one page; some report it kept before it is."""
    with (folder / "page").open("wb") as file:
        for _ in range(100):
            file.write(bytes(4096))
            file.flush()
            before = perf_counter()
            os.fsync(file.fileno())
            times.add("disk: fsync", perf_counter() - before)


def clips() -> list[Path]:
    """The recordings of the first folder that has some."""
    for folder, pattern in CLIPS:
        if found := sorted(folder.glob(pattern)):
            return found[:: max(1, len(found) // MOST_CLIPS)][:MOST_CLIPS]
    return []


async def hearing(settings: Settings) -> dict[str, Any]:
    """The real-time factor of hearing on human speech, ours and the library's defaults on the same weights."""
    from simulator.sound_file import read_sound
    from simulator.transcriber_whisper import WhisperTranscriber
    from simulator.weights import NoWeights, local

    paths = clips()
    if not paths:
        return {"skipped": "no Dutch recordings found: install fillets-ng-data-nl, or put some in ../shared/audio"}
    try:
        weights = local(settings)
    except NoWeights as error:
        return {"skipped": f"no speech model: {error.why}"}
    if weights is None:
        return {"skipped": "no speech model yet: scripts/fetch-speech gets one"}
    import faster_whisper

    theirs = faster_whisper.WhisperModel(
        str(weights.folder), device="cpu", compute_type="int8", cpu_threads=settings.whisper_threads
    )
    ours = WhisperTranscriber(settings)
    sounds = [read_sound(path) for path in paths]
    await ours.transcribe(sounds[0], "nl-BE")
    list(theirs.transcribe(sounds[0].samples, language="nl")[0])
    taken: dict[str, list[float]] = {"ours": [], "defaults": []}
    for sound in progress(sounds, "hearing"):
        before = perf_counter()
        await ours.transcribe(sound, "nl-BE")
        between = perf_counter()
        segments = await asyncio.to_thread(lambda s=sound: list(theirs.transcribe(s.samples, language="nl")[0]))  # type: ignore[misc]  # bound now
        after = perf_counter()
        assert segments is not None
        taken["ours"].append(between - before)
        taken["defaults"].append(after - between)
    ours.close()
    seconds = [sound.seconds for sound in sounds]
    factors = {make: sorted(t / s for t, s in zip(took, seconds, strict=True)) for make, took in taken.items()}
    return {
        "model": ours.ear.model,
        "clips": len(sounds),
        "seconds_of_speech": round(sum(seconds), 1),
        **{
            make: {
                "real_time_factor": round(sum(taken[make]) / sum(seconds), 3),
                "p50": round(median(factor), 3),
                "p95": round(factor[int(0.95 * (len(factor) - 1))], 3),
                "ms_per_clip_p50": round(1000 * median(taken[make])),
            }
            for make, factor in factors.items()
        },
        "defaults_to_ours": round(sum(taken["defaults"]) / sum(taken["ours"]), 2),
    }


def progress(items: list[Any], what: str) -> Iterator[Any]:
    """The items, with a count on a terminal while it takes."""
    for number, item in enumerate(items, 1):
        if sys.stderr.isatty():
            print(f"\r{what}: {number} of {len(items)}", end="\n" if number == len(items) else "", file=sys.stderr)
        yield item


async def measure(turns: int, with_speech: bool) -> dict[str, Any]:
    """All figures."""
    times = Times()
    server = SteadyServer()
    library = load_library()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await talks(times, folder, library, min(turns, 8), ScriptAvatar(), "warm")
        times.taken.clear()
        await talks(times, folder, library, turns, ScriptAvatar(), "script")
        appended = times.taken.pop("store: append")
        model = ModelAvatar(Settings(model_url="http://steady.invalid/v1", model_name="steady"), transport=server)
        await talks(times, folder, library, max(16, turns // 5), model, "model")
        await model.close()
        times.taken["store: append"] = appended
        sync_of_the_disk(times, folder)
        await stores(times, folder, library, rounds=max(2, turns // 40))
    steps = {step: times.figures(step) for step in times.taken}
    full = steps["synchronous FULL"]["p50_ms"]
    return {
        "turns": turns,
        "steps": steps,
        "ratios": {
            "store FULL to NORMAL, p50": round(full / steps["synchronous NORMAL"]["p50_ms"], 2),
            "store FULL to OFF, p50": round(full / steps["synchronous OFF"]["p50_ms"], 2),
            "first words of a model to when its server had sent a sentence, p50": round(
                steps["first words: model"]["p50_ms"] / (1000 * server.first_sentence_seconds), 2
            ),
        },
        "server_first_sentence_ms": round(1000 * server.first_sentence_seconds),
        "hearing": await hearing(Settings()) if with_speech else {"skipped": "--no-speech"},
    }


ORDER = (
    "rules", "hint", "reaction", "store: append", "first words: script", "whole turn: script",
    "first words: model", "whole turn: model", "synchronous FULL", "synchronous NORMAL", "synchronous OFF",
    "disk: fsync",
)  # fmt: skip


def table(found: dict[str, Any]) -> str:
    """The figures for people."""
    lines = [f"{'step':<24}{'p50 ms':>10}{'p95 ms':>10}{'n':>8}"]
    for step in ORDER:
        figures = found["steps"][step]
        lines.append(f"{step:<24}{figures['p50_ms']:>10.2f}{figures['p95_ms']:>10.2f}{figures['n']:>8}")
    lines.append(f"(the model's server had sent its first sentence after {found['server_first_sentence_ms']} ms)")
    lines += ["", *(f"{name}: {ratio}" for name, ratio in found["ratios"].items()), ""]
    heard = found["hearing"]
    if "skipped" in heard:
        return "\n".join([*lines, f"hearing: not measured, {heard['skipped']}"])
    lines.append(f"hearing: {heard['model']}, {heard['clips']} human clips, {heard['seconds_of_speech']} s of speech")
    for make, title in (("ours", "as the product hears"), ("defaults", "faster-whisper's defaults")):
        figures = heard[make]
        lines.append(
            f"  {title:<28} real-time factor {figures['real_time_factor']:.3f} "
            f"(p50 {figures['p50']:.3f}, p95 {figures['p95']:.3f}), {figures['ms_per_clip_p50']} ms a clip"
        )
    lines.append(f"  defaults to ours: {heard['defaults_to_ours']}")
    return "\n".join(lines)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.turn", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--turns", type=int, default=200, help="how many turns of scripted talks (200)")
    parser.add_argument("--no-speech", action="store_true", help="leave hearing out")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    found = asyncio.run(measure(max(16, args.turns), not args.no_speech))
    print(json.dumps(found, indent=2) if args.json else table(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
