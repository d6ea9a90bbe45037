"""The door of the command line: closed or full streams, odd letters, and what nobody expected."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from web import cli
from web.commands import check

TALK = {
    "language": "nl-BE",
    "course": "bad_news",
    "message": "Je job stopt.",
    "dialogue": [{"speaker": "trainee", "text": "Misschien \ud800 kunnen we eens “kijken”."}],
}


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A talk in a file, with half a character in it."""
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(TALK), encoding="utf-8")
    return path


def run(*given: str, redirect: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with its streams redirected by the shell."""
    command = f'exec "$0" -m web.cli "$@" {redirect}'
    return subprocess.run(
        ["sh", "-c", command, sys.executable, *given],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_half_a_character_is_written_as_its_number(talk: Path) -> None:
    done = run("score", str(talk), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["turns"][0]["text"] == TALK["dialogue"][0]["text"]  # type: ignore[index]


def test_letters_that_the_terminal_does_not_know_are_written_as_their_number(talk: Path) -> None:
    done = run("score", str(talk), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u201ckijken" in done.stdout


@pytest.mark.parametrize(
    ("redirect", "status"), [(">&-", 0), ("<&-", 0), ("2>&-", 0), (">/dev/full", 2), ("| true", 0)]
)
def test_a_closed_or_full_stream_is_no_stumble(redirect: str, status: int, talk: Path) -> None:
    done = run("score", str(talk), redirect=redirect)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode == status
    assert (status == 0) or done.stderr == "rechtdoor: The output: No space left on device.\n"


def test_what_nobody_expected_is_a_sentence_without_what_was_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(args: object) -> int:
        raise RuntimeError("wat iemand zei")

    monkeypatch.setattr(check, "run", stumble)
    assert cli.main(["check"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("rechtdoor: Something went wrong on our side: RuntimeError in stumble ")
    assert "wat iemand zei" not in said
