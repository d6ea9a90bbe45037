"""`rechtdoor serve`, as a program."""

from __future__ import annotations

import dataclasses
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import httpx2
import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from personas.complaint import Complaint, Mark, Sentence
from personas.loader import load_library
from simulator.settings import Settings
from tests.web.browser import ROOT, serving
from web.server import serve


def run(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    """`rechtdoor serve` that should not come to serving."""
    return subprocess.run(
        [sys.executable, "-m", "web.cli", "serve", *arguments],
        cwd=ROOT, env={"RECHTDOOR_DATA": str(data), "PATH": ""}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_it_prints_one_address_and_serves_there(tmp_path: Path) -> None:
    with serving(tmp_path / "data", whisper_offline="true") as address:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}/about") as page:
            assert page.status == 200
            assert "server" not in {name.lower() for name in page.headers}


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = run("--port", port, data=tmp_path)
    assert ended.returncode == 2
    assert f"Port {port} on 127.0.0.1 is taken" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_an_impossible_port_is_a_sentence(tmp_path: Path) -> None:
    ended = run("--port", "99999", data=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith("--port: expected less than or equal to 65535")
    assert "Traceback" not in ended.stderr


def test_an_address_of_another_machine_is_a_sentence(tmp_path: Path) -> None:
    ended = run("--host", "192.0.2.1", "--port", "0", data=tmp_path)
    assert ended.returncode == 2
    assert "192.0.2.1" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_data_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, no folder", encoding="utf-8")
    ended = run("--port", "0", data=tmp_path / "data")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stderr.startswith("Nothing can be stored in")
    assert "RECHTDOOR_DATA" in ended.stderr


def test_a_disk_that_takes_nothing_is_told_in_one_language(tmp_path: Path) -> None:
    (tmp_path / "data" / "rechtdoor.db").mkdir(parents=True)
    ended = run("--port", "0", data=tmp_path / "data")
    assert ended.returncode == 2
    assert "(the file does not open)" in ended.stderr


def test_it_ends_quietly_when_it_is_told_to(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "web.cli", "serve", "--port", "0"]
    environment = {"RECHTDOOR_DATA": str(tmp_path / "data"), "RECHTDOOR_WHISPER_OFFLINE": "true", "PATH": ""}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=30)
    assert server.returncode in (0, -signal.SIGINT)
    assert b"Traceback" not in errors


def test_a_broken_file_is_told_to_the_operator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Complaint("nadia.yaml", Mark(6, 3), "starts.trust", Sentence("te groot", "too large"))
    library = dataclasses.replace(load_library(), complaints=(broken,))
    monkeypatch.setattr("web.server.load_library", lambda: library)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert serve(Settings(data=tmp_path, port=taken.getsockname()[1])) == 2
    assert "nadia.yaml:6 starts.trust: too large" in capsys.readouterr().err


def test_what_is_said_stands_in_no_log_of_the_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "web.cli", "serve", "--port", "0"]
    environment = {"RECHTDOOR_DATA": str(tmp_path / "data"), "RECHTDOOR_WHISPER_OFFLINE": "true", "PATH": ""}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip().rstrip("/")
        with httpx2.Client(base_url=address) as page:
            briefing = page.get("/scenarios/boekhouding-naar-gent").text
            token = re.search(r'name="csrf" value="([^"]+)"', briefing)
            assert token is not None
            form = {"csrf": token[1], "scenario": "boekhouding-naar-gent", "persona": "nadia-verlinden"}
            begun = page.post("/talks", data=form, headers={"origin": address})
            talk = begun.headers["location"]
            page.get(f"{talk}/debrief?marker=kraaknummer")
        with connect(f"{address.replace('http', 'ws')}{talk}/socket", origin=Origin(address)) as talking:
            talking.send('{"type": "say", "turn": 1, "text": "Kraaknummer zes is beslist."}')
            for message in talking:
                if '"idle"' in str(message):
                    break
            talking.send('{"type": "say", "turn": 2, "kraaknummer": 1}')
            talking.recv()
        server.terminate()
        log, _ = server.communicate(timeout=30)
    assert "raaknummer" not in log
