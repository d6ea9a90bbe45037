"""What is installed is all that the program needs: persons, word lists, pages, schemas and migrations too."""

from __future__ import annotations

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
ROOMS = ("personas", "scoring", "simulator", "web")


def test_every_file_of_the_rooms_is_in_the_wheel_and_nothing_else() -> None:
    packed = {Path(file.distribution_path).as_posix() for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    files = {path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()}
    learned_from = ROOT / "scoring/data"  # only the weights are needed, not what they were trained on
    wanted = (p for p in files if "__pycache__" not in p.parts and learned_from not in p.parents)
    assert packed == {p.relative_to(ROOT).as_posix() for p in wanted}
