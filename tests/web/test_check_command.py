"""`rechtdoor check` tells authors what to mend, and programs whether there is anything to mend."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from web.cli import main
from web.commands.check import language_of

DOCS = Path(__file__).parents[2] / "docs" / "persona-file.md"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The examples of the docs as files of somebody's own."""
    blocks = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    whole = [block for block in blocks if "schema:" in block]  # the others show a part of a file
    for kind, block in zip(("persona", "scenario", "course"), whole, strict=True):
        (tmp_path / f"{kind}.yaml").write_text(block, encoding="utf-8")
    return {kind: tmp_path / f"{kind}.yaml" for kind in ("persona", "scenario", "course")}


def spoil(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return str(path)


def check(capsys: pytest.CaptureFixture[str], *arguments: object, language: str = "en") -> tuple[int, str, str]:
    status = main(["check", "--language", language, *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_without_files_it_checks_all_that_come_along(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = check(capsys)
    assert (status, err) == (0, "")
    assert re.fullmatch(r"\d+ personas, \d+ scenarios, \d+ courses: all fine\.\n", out)


def test_files_that_belong_together_are_checked_together(
    capsys: pytest.CaptureFixture[str], files: dict[str, Path]
) -> None:
    assert check(capsys, *files.values()) == (0, "1 persona, 1 scenario, 1 course: all fine.\n", "")


def test_one_file_is_checked_among_those_that_come_along(
    capsys: pytest.CaptureFixture[str], files: dict[str, Path]
) -> None:
    assert check(capsys, files["course"]) == (0, "1 course: all fine.\n", "")
    status, out, _ = check(capsys, files["scenario"])
    assert status == 1
    assert "personas[0]: expected a persona without complaints, got `wim-de-backer`" in out


def test_a_copy_of_a_file_of_the_library_may_be_tried_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    original = Path(__file__).parents[2] / "personas" / "library" / "nadia.yaml"
    copy = tmp_path / "mine.yaml"
    copy.write_bytes(original.read_bytes())
    assert check(capsys, copy)[0] == 0
    assert check(capsys, original)[0] == 0


def test_complaints_stand_on_a_line_each_and_are_counted(
    capsys: pytest.CaptureFixture[str], files: dict[str, Path]
) -> None:
    path = spoil(files["persona"], "age: 38", "age: 7\nshoes: 43")
    status, out, err = check(capsys, path, files["scenario"], files["course"])
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == f"{path}:7 age: expected a number from 16 up, got 7"
    assert lines[1].startswith(f"{path}:8 shoes: expected a known key, got `shoes`")
    assert lines[-1] == "1 persona, 1 scenario, 1 course: 3 complaints in 2 files."


def test_complaints_are_told_in_dutch(capsys: pytest.CaptureFixture[str], files: dict[str, Path]) -> None:
    path = spoil(files["course"], "id: bad_news", "id: slecht_nieuws")
    _, out, _ = check(capsys, path, language="nl")
    assert out.splitlines()[0].startswith(f"{path}:3 id: verwacht een bekend woord, kreeg `slecht_nieuws`")
    assert out.splitlines()[-1] == "1 gespreksmodel: 1 klacht in 1 bestand."


def test_a_program_can_read_the_result(capsys: pytest.CaptureFixture[str], files: dict[str, Path]) -> None:
    path = spoil(files["course"], "version: 1.0.0", "version: 1.0")
    status, out, _ = check(capsys, "--json", path)
    told = json.loads(out)
    assert status == 1
    assert told["files"] == [
        {
            "file": path, "kind": "course", "id": None, "version": None, "language": None,
            "sha256": told["files"][0]["sha256"], "complaints": 1,
        }
    ]  # fmt: skip
    says = "expected a version such as 1.0.0, got 1.0"
    assert told["complaints"] == [{"file": path, "line": 4, "column": 1, "field": "version", "says": says}]


def test_a_file_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str], files: dict[str, Path]) -> None:
    gone = files["course"].with_name("gone.yaml")
    status, out, err = check(capsys, gone, files["course"])
    assert status == 2
    assert err == f"{gone}: expected a file that can be read; it is not there, or may not be read.\n"
    assert out == "1 course: all fine.\n"


def test_when_nothing_can_be_read_nothing_is_called_fine(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = check(capsys, tmp_path)
    assert (status, out) == (2, "")


def test_a_file_given_twice_is_checked_once(capsys: pytest.CaptureFixture[str], files: dict[str, Path]) -> None:
    assert check(capsys, files["course"], files["course"]) == (0, "1 course: all fine.\n", "")


def test_a_file_that_is_no_text_gets_a_complaint(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    picture = tmp_path / "face.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    status, out, _ = check(capsys, picture)
    assert status == 1
    assert "expected a text file in UTF-8" in out
    assert out.splitlines()[-1] == "1 file: 1 complaint in 1 file."


def test_the_schemas_are_written_from_the_types(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("personas.schema.FOLDER", tmp_path)
    assert check(capsys, "--write-schemas") == (0, "Written: persona-1.json, scenario-1.json, course-1.json\n", "")
    assert {path.name for path in tmp_path.iterdir()} == {"persona-1.json", "scenario-1.json", "course-1.json"}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "fr_BE.UTF-8"}, "nl"),
    ],
)
def test_the_language_is_that_of_the_terminal(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
