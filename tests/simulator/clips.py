"""Real human speech for tests: Debian's game dialogues everywhere, and the project's own clips where they lie near.

Nothing here skips: where speech or weights cannot be had, the test that asks for them fails and says why.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from simulator.settings import Settings
from simulator.sound_file import read_sound
from simulator.types import RATE, Audio

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "audio"

CLEAR = (
    "bathroom/br-v-nerozvadet2",
    "imprisoned/ncp-v-dostala",
    "crabshow/sec-v-ven0",
    "briefcase/help8",
    "linux/m-ostatni",
    "start/1st-m-pokud",
    "start/1st-v-znovu",
    "library/vrak-m-kupovat1",
    "viking2/dr-v-nato",
    "gems/zav-v-zaval",
)
"""Game clips that are spoken clearly enough for the base model to get most of."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording of a person and what that person says in it."""

    path: Path
    text: str
    language: str
    """Such as nl-BE, or nl-BE-spliced for an edited one."""

    @property
    def name(self) -> str:
        """The level and name of a game clip, such as linux/m-ostatni; the file's name for others."""
        return f"{self.path.parents[1].name}/{self.path.stem}" if self.path.suffix == ".ogg" else self.path.stem

    @property
    def audio(self) -> Audio:
        """The sound."""
        return read_sound(self.path)


@cache
def game_clips() -> tuple[Clip, ...]:
    """All Dutch game dialogues with their texts, in a fixed order; fetched the first time."""
    fetched = subprocess.run([ROOT / "scripts" / "fetch-speech"], capture_output=True, text=True, check=False)
    if fetched.returncode:
        raise RuntimeError(f"human speech for the tests could not be had: {fetched.stderr.strip()}")
    folder = Path(fetched.stdout.strip().splitlines()[-1])
    line = re.compile(r'dialogId\("([^"]+)",\s*"[^"]*",\s*"(?:[^"\\]|\\.)*"\)|dialogStr\("((?:[^"\\]|\\.)*)"\)')
    clips: list[Clip] = []
    for script in sorted(folder.glob("script/*/dialogs_nl.lua")):
        said = ""
        for found in line.finditer(script.read_text(encoding="utf-8")):
            if found[1]:
                said = found[1]
                continue
            path = folder / "sound" / script.parent.name / "nl" / f"{said}.ogg"
            if said and path.exists():
                clips.append(Clip(path, found[2].replace('\\"', '"'), "nl-NL"))
    if len(clips) < 1000:
        raise RuntimeError(f"expected more than a thousand Dutch game clips in {folder}, found {len(clips)}")
    return tuple(clips)


def clear_clips() -> list[Clip]:
    """The clear ones of the game clips."""
    by_name = {clip.name: clip for clip in game_clips()}
    return [by_name[name] for name in CLEAR]


@cache
def shared_clips() -> tuple[Clip, ...]:
    """The project's own clips (Flemish, French, German, English); none in a clone without them."""
    if not (SHARED / "transcripts.tsv").exists():
        return ()
    with (SHARED / "transcripts.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Clip(SHARED / row["file"], row["text"], row["locale"]) for row in rows)


def listening_settings() -> Settings:
    """Settings with the weights' cache that all tests share: RECHTDOOR_DATA, or the data folder of the checkout."""
    return Settings(data=Path(os.environ.get("RECHTDOOR_DATA") or ROOT / "data"))


def silence(seconds: float) -> Audio:
    """Nothing at all."""
    return Audio(np.zeros(round(seconds * RATE), dtype=np.float32))


def noise(seconds: float, loudness: float, seed: int = 1) -> Audio:
    """White noise."""
    samples = np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * loudness
    return Audio(samples.astype(np.float32))


def joined(*parts: Audio) -> Audio:
    """One sound after the other."""
    return Audio(np.concatenate([part.samples for part in parts]))


def plain_words(text: str) -> list[str]:
    """Lower-case words without punctuation."""
    return re.sub(r"[^\w\s']", " ", text.lower().replace("’", "'")).split()
