"""`rechtdoor score`."""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scoring.types import Flag
from web.commands import score

TALK: dict[str, Any] = {
    "language": "nl-BE",
    "course": "c4",
    "message": "Het contract wordt beëindigd; laatste dag 31 januari.",
    "dialogue": [
        {"speaker": "trainee", "text": "Het zou kunnen dat je contract misschien niet verlengd wordt."},
        {"speaker": "avatar", "text": "Ben ik ontslagen?"},
        {"speaker": "trainee", "text": "Ja. Ik beëindig je contract, je laatste dag is 31 januari."},
    ],
    "id": "a label that scoring leaves aside",
}


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    score.options(parser)
    return score.run(parser.parse_args(arguments))


def write(folder: Path, talk: Any) -> str:
    path = folder / "talk.json"
    path.write_text(json.dumps(talk), encoding="utf-8")
    return str(path)


def test_shows_every_turn_with_marks_why_and_a_better_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(tmp_path, TALK)) == 0
    shown = capsys.readouterr().out
    assert "Beurt 1" in shown
    assert "~~~~" in shown
    assert "→ " in shown
    assert "– Ben ik ontslagen?" in shown
    assert "+ Duidelijke boodschap" in shown


def test_json_holds_scores_and_feedback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, TALK), "--json") == 0
    first, second = json.loads(capsys.readouterr().out)["turns"]
    assert first["score"]["slips"][0]["name"] == "vagueness"
    assert first["feedback"]["cards"]
    assert [move["name"] for move in second["score"]["moves"]] == ["clear_message"]


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(TALK).encode())))
    assert run("-") == 0
    assert "Beurt 2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("talk", "says"),
    [
        ("no talk", "expected one JSON object"),
        ({**TALK, "course": "talk"}, "course: expected 'bad_news'"),
        ({**TALK, "dialogue": "Dag"}, "dialogue: "),
        ({**TALK, "dialogue": [{"speaker": "avatar", "text": "Dag."}]}, "expected at least one line of the trainee"),
        ({key: value for key, value in TALK.items() if key != "message"}, "message: expected a value, got nothing"),
    ],
)
def test_a_bad_file_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], talk: Any, says: str) -> None:
    assert run(write(tmp_path, talk)) == 2
    assert says in capsys.readouterr().err


def test_a_missing_file_and_other_bytes_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "gone.json")) == 2
    assert "expected a file that can be read" in capsys.readouterr().err
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe")
    assert run(str(tmp_path / "bytes.json")) == 2
    assert "expected UTF-8 text" in capsys.readouterr().err


def test_marks_stand_under_their_words_in_long_lines() -> None:
    text = "woord " * 30 + "ooit"
    flag = Flag(name="vagueness", kind="open", turn=0, start=180, end=184, quote="ooit", rule="x")
    lines = score.marked(text, (flag,))
    assert max(map(len, lines)) <= 96
    assert lines[-1].count("~") == 4
    assert lines[-2][lines[-1].index("~") :] == "ooit"


@pytest.mark.parametrize("odd", ["\x1b[2J", "\x1b]0;x\x07", "\u202e", "\x00", "\r"])
def test_a_text_cannot_steer_the_terminal(odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk = {**TALK, "dialogue": [{"speaker": "trainee", "text": f"Het zou {odd} misschien kunnen."}]}
    assert run(write(tmp_path, talk)) == 0
    assert all(char.isprintable() or char == "\n" for char in capsys.readouterr().out)


def test_a_device_without_end_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(score, "MOST_BYTES", 1024**2)
    assert run("/dev/zero") == 2
    assert capsys.readouterr().err == "/dev/zero: expected at most 1 MB, got more\n"


def test_a_number_that_python_does_not_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk.json"
    path.write_text('{"language": ' + "9" * 5000 + "}", encoding="utf-8")
    assert run(str(path)) == 2
    assert "thousands of digits" in capsys.readouterr().err
