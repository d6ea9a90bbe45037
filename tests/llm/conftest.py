"""A real, tiny model behind a real server, started once for all tests that ask for it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """The address of the server. Where this machine cannot run it, the reason is shown with the skipped tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).parent / "llm-server"
    started = subprocess.run([script, str(port)], capture_output=True, text=True, timeout=600, check=False)
    if started.returncode == 75:
        pytest.skip(f"no real model on this machine: {started.stderr.strip().splitlines()[-1]}")
    assert started.returncode == 0, started.stderr
    try:
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        os.kill(int(started.stdout.split()[-1]), signal.SIGTERM)
