"""A real Chromium against the real server, for the browser tests and the screenshots."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.simulator.clips import listening_settings

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
]  # fmt: skip


def chromium() -> str | None:
    """Where Chromium is: CHROMIUM, or Debian's."""
    named = os.environ.get("CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def serving(data: Path, **settings: str) -> Generator[str, None, None]:
    """`rechtdoor serve --port 0` as a user runs it; yields its address, without the slash at the end."""
    with started(data, **settings) as (_, address):
        yield address


@contextmanager
def started(data: Path, port: int = 0, **settings: str) -> Generator[tuple[subprocess.Popen[str], str], None, None]:
    """The same, with the process, and on a port of one's choice."""
    environment = {
        **os.environ,
        "RECHTDOOR_DATA": str(data),
        **{f"RECHTDOOR_{name.upper()}": value for name, value in settings.items()},
    }
    command = [sys.executable, "-m", "web.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert address.startswith("http://"), "expected the server to print its address"
            yield server, address.rstrip("/")
        finally:
            server.terminate()
            server.wait(timeout=20)


def with_weights(data: Path) -> Path:
    """A data folder of its own that shares the speech model of all tests."""
    weights = listening_settings().data.resolve() / "whisper"
    weights.mkdir(parents=True, exist_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    (data / "whisper").symlink_to(weights)
    return data


@contextmanager
def browsing(
    profile: Path, microphone: Path | None = None, flags: Sequence[str] = (), **options: object
) -> Generator[BrowserContext, None, None]:
    """Chromium with a new profile; `microphone` is a 48 kHz WAV file that is spoken once, from when it opens."""
    path = chromium()
    assert path is not None, "expected Chromium; scripts/fetch-browser installs it"
    spoken = [f"--use-file-for-fake-audio-capture={microphone}%noloop"] if microphone else []
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=path,
            headless=False,  # playwright's own way of being headless asks for another build; ours is in FLAGS
            args=[*FLAGS, *spoken, *flags],
            locale="nl-BE",
            **options,  # type: ignore[arg-type]  # passed on as given
        )
        context.set_default_timeout(20_000)
        try:
            yield context
        finally:
            context.close()


def typed(page: Page, words: str) -> None:
    """Types one turn and waits for the answer."""
    page.fill("#text", words)
    page.press("#text", "Enter")
    answered(page)


def answered(page: Page, timeout: int = 20_000) -> None:
    """Waits until the turn is over and shown."""
    page.wait_for_function(
        "() => (!document.getElementById('send').disabled || !document.getElementById('over').hidden)"
        " && !document.querySelector('.pending') && document.querySelector('.mine')"
        " && document.getElementById('text').value === ''",
        timeout=timeout,
    )
