"""`rechtdoor evaluate`."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from web.commands import evaluate

ITEM: dict[str, Any] = {
    "id": "a-1",
    "language": "nl-BE",
    "course": "c4",
    "message": "Het contract wordt beëindigd; laatste dag 31 januari.",
    "dialogue": [{"speaker": "trainee", "text": "Uw contract stopt op 31 januari, omdat het depot sluit."}],
    "slips": {},
    "kinds": {},
    "moves": ["clear_message"],
}


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    evaluate.options(parser)
    return evaluate.run(parser.parse_args(arguments))


def write(folder: Path, *items: Any) -> str:
    path = folder / "set.jsonl"
    path.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    return str(path)


def test_json_has_the_agreed_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, ITEM), "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert {"slips", "kinds", "moves", "clean_turns_flagged", "ms_per_turn", "ungraded"} <= set(made)
    count = made["moves"]["clear_message"]["nl-BE"]
    assert set(count.pop("by_chance")) == {"precision", "recall", "f1"}
    assert count == {
        "tp": 1, "fp": 0, "fn": 0, "tn": 0, "precision": 1, "recall": 1, "f1": 1,
    }  # fmt: skip
    assert made["clean_turns_flagged"] == 0
    assert set(made["ms_per_turn"]) == {"p50", "p95"}
    assert "errors" not in made


def test_people_read_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, ITEM)) == 0
    shown = capsys.readouterr().out
    assert "1 labelled turns, 1 judged." in shown
    assert "clear_message" in shown


def test_errors_lists_the_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ITEM | {"moves": ["summary"]}
    assert run(write(tmp_path, wrong), "--errors") == 0
    shown = capsys.readouterr().out
    assert "clear_message, false alarm: a-1" in shown
    assert "summary, missed: a-1" in shown
    assert "Uw contract stopt" in shown
    assert run(write(tmp_path, wrong), "--errors", "--json") == 0
    assert [error["error"] for error in json.loads(capsys.readouterr().out)["errors"]] == ["false_alarm", "miss"]


def test_a_broken_line_ends_it_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, ITEM, {**ITEM, "id": "b", "moves": ["smile"]})) == 2
    assert "set.jsonl:2 moves.0: expected 'clear_message'" in capsys.readouterr().err


def test_strange_keys_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, {**ITEM, "disputd": []})) == 0
    assert "the key `disputd` is not part of a labelled turn" in capsys.readouterr().err


def test_a_missing_set_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "gone.jsonl")) == 2
    assert "expected a file that can be read" in capsys.readouterr().err


def test_what_changed_since_older_figures_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, ITEM)
    assert run(path, "--json") == 0
    old = json.loads(capsys.readouterr().out)
    old["outcomes"]["a-1"] = {"missed": ["clear_message"], "false_alarms": ["apology"]}
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    assert run(path, "--compare", str(tmp_path / "old.json")) == 0
    shown = capsys.readouterr().out
    assert f"Since {old['versions'][0]}:" in shown
    assert "mended 1: a-1" in shown


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_figures_that_are_none_are_refused(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.json").write_text(text, encoding="utf-8")
    assert run(write(tmp_path, ITEM), "--compare", str(tmp_path / "old.json")) == 2
    assert "expected figures kept with --json" in capsys.readouterr().err


def test_turns_can_be_made_as_rough_as_a_recogniser_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ITEM | {"moves": ["summary"]}
    assert run(write(tmp_path, wrong), "--unmarked", "--misheard", "0.3", "--errors", "--rules") == 0
    said = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("  trainee: "))
    assert said.lower() == said
    assert "." not in said.removesuffix(".").split(": ", 1)[1]


def test_a_share_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, ITEM), "--misheard", "15") == 2
    assert "expected a share from 0 to 1" in capsys.readouterr().err
