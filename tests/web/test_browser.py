"""The pages in a real Chromium, against the real server: spoken, typed, by keyboard, on a phone, in the dark."""

from __future__ import annotations

import http.server
import re
import threading
import wave
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, WebSocketRoute

from simulator.types import Audio
from tests.simulator.clips import Clip, clear_clips, plain_words, shared_clips
from tests.web.browser import answered, browsing, serving, started, typed, with_weights

pytestmark = pytest.mark.browser

VAGUE = "Ge weet dat er op termijn misschien bepaalde zaken gaan veranderen."
CLEAR = "Ik heb slecht nieuws, Nadia. We beëindigen je contract, je laatste dag is 31 januari."
SCENARIO = "boekhouding-naar-gent"
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Generator[str, None, None]:
    """A running server with the speech model that all tests share."""
    with serving(with_weights(tmp_path_factory.mktemp("served") / "data")) as found:
        yield found


@contextmanager
def a_page(
    tmp_path: Path, microphone: Path | None = None, forgive: tuple[str, ...] = (), **options: Any
) -> Generator[Page, None, None]:
    """A page of a fresh browser; what its console complains about fails the test, unless it holds one of `forgive`."""
    complaints: list[str] = []
    with browsing(tmp_path / "profile", microphone, **options) as context:
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        yield context.pages[0]
    assert [each for each in complaints if not any(known in each for known in forgive)] == []


def begin(page: Page, address: str) -> None:
    """Goes into a talk."""
    page.goto(f"{address}/scenarios/{SCENARIO}")
    page.click(".begin button[type=submit]")
    ready(page)


def ready(page: Page) -> None:
    """Waits until the page has its connection."""
    page.wait_for_selector("main[data-ready]")


def microphone_of(sound: Audio, path: Path) -> Path:
    """The sound as Chromium's microphone wants it: 48 kHz, 16 bits, with some quiet before and after."""
    quiet = np.zeros(8_000, dtype=np.float32)
    samples = np.concatenate([quiet, sound.samples, quiet])
    places = np.arange(len(samples) * 3) / 3
    pcm = np.interp(places, np.arange(len(samples)), samples) * 32_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(pcm.astype("<i2").tobytes())
    return path


def clips() -> list[Clip]:
    """One clear Dutch game clip everywhere, and a Flemish one where the project's own clips lie near."""
    game = next(clip for clip in clear_clips() if 3 <= clip.audio.seconds <= 9)
    flemish = [clip for clip in shared_clips() if clip.language == "nl-BE" and clip.audio.seconds <= 9]
    return [game, *flemish[:1]]


@pytest.mark.whisper
def test_human_speech_is_heard_scored_answered_stored_and_read_back(address: str, tmp_path: Path) -> None:
    for number, clip in enumerate(clips()):
        spoken = microphone_of(clip.audio, tmp_path / f"{number}.wav")
        with a_page(tmp_path / str(number), spoken) as page:
            begin(page, address)
            opening = page.inner_text("#caption-words")
            page.click("#talk")
            page.wait_for_function("() => Number(document.getElementById('level').getAttribute('width')) > 40")
            page.wait_for_timeout(clip.audio.seconds * 1000 + 1200)
            page.click("#talk")
            answered(page, timeout=120_000)
            heard = page.inner_text(".mine .words")
            assert jiwer.wer(" ".join(plain_words(clip.text)), " ".join(plain_words(heard))) < 0.5, heard
            assert page.inner_text("#caption-words") != opening
            assert page.locator("#beside").inner_text().strip()
            page.reload()
            assert page.inner_text(".mine .words") == heard
            page.click("#open-stop")
            page.click("#stop-yes")
            page.wait_for_url("**/debrief")
            assert heard.split("\n")[0] in page.inner_text(".transcript")
            assert page.locator(".transcript .inside:not(.sound)").count() == 1


def test_a_typed_talk_from_begin_to_debrief_with_the_keyboard_alone(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as page:
        page.goto(address)
        tab_to(page, f"a[href='/scenarios/{SCENARIO}']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{SCENARIO}")
        tab_to(page, "input[name=difficulty]")
        page.keyboard.press("ArrowUp")
        assert page.is_checked("input[name=difficulty][value='1']")
        tab_to(page, ".begin button[type=submit]")
        page.keyboard.press("Enter")
        ready(page)
        tab_to(page, "#text")
        page.keyboard.type(VAGUE)
        page.keyboard.press("Enter")
        answered(page)
        assert page.locator(".mine mark.vagueness").count() > 0
        assert page.locator("#beside .card").count() > 0
        tab_to(page, "#again")
        page.keyboard.press("Enter")
        page.wait_for_selector("#first")
        assert page.evaluate("document.activeElement.id") == "text"
        page.keyboard.type(CLEAR)
        page.keyboard.press("Enter")
        answered(page)
        assert page.locator(".mine mark.move").count() > 0
        tab_to(page, "#silent")
        page.keyboard.press("Enter")
        page.wait_for_timeout(1200)
        page.keyboard.press("Enter")
        page.wait_for_selector(".kept-silent")
        tab_to(page, "#open-stop")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "stop-yes"
        page.keyboard.press("Enter")
        page.wait_for_url("**/debrief")
        shown = page.inner_text("main")
        assert shown.index("Ik heb slecht nieuws") < shown.index("Eerste pogingen") < shown.index("bepaalde zaken")


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until this part has the focus, which must be visible there."""
    for _ in range(80):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "(selector) => document.activeElement.matches(selector) && (() => {"
            "  const own = getComputedStyle(document.activeElement);"
            "  const after = getComputedStyle(document.activeElement, '::after');"
            "  const around = getComputedStyle(document.activeElement.parentElement);"
            "  return [own.outlineStyle, after.outlineStyle].some((each) => each !== 'none')"
            "    || around.boxShadow !== 'none' ? 'seen' : 'unseen'; })()",
            selector,
        )
        if found:
            assert found == "seen", f"{selector} has the focus, and nobody can see it"
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier_that_axe_knows(address: str, tmp_path: Path, scheme: str) -> None:
    with a_page(tmp_path, color_scheme=scheme, reduced_motion="reduce") as page:
        for path in ("/", f"/scenarios/{SCENARIO}", "/about", "/patterns"):
            page.goto(f"{address}{path}")
            no_barrier(page, path)
        begin(page, address)
        no_barrier(page, "practise")
        typed(page, VAGUE)
        page.click("#beside summary")
        no_barrier(page, "practise, after a turn")
        for button in ("#open-briefing", "#open-stop", "#pause"):
            page.click(button)
            no_barrier(page, button)
            page.keyboard.press("Escape")
        talk = page.url
        page.goto(f"{talk}/debrief")
        for fold in page.locator("summary").all():
            fold.click()
        no_barrier(page, "debrief")
        page.goto(f"{address}/talks")
        no_barrier(page, "talks")
        page.click(".doing .link")
        page.wait_for_selector(".confirm")
        no_barrier(page, "talks, asked to delete")
        page.goto(f"{talk}/delete")
        no_barrier(page, "delete")


def no_barrier(page: Page, where: str) -> None:
    """Runs axe on what is shown now."""
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, f"{where}: {found.generate_report()}"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(address: str, tmp_path: Path, width: int) -> None:
    with a_page(tmp_path, viewport={"width": width, "height": 740}) as page:
        begin(page, address)
        typed(page, VAGUE)
        talk = page.url
        fits(page, width)
        face = page.locator(".faces").bounding_box()
        assert face is not None
        assert face["height"] > 180
        for path in ("/", f"/scenarios/{SCENARIO}", "/talks", "/about", "/patterns", f"{talk}/debrief"):
            page.goto(path if path.startswith("http") else f"{address}{path}")
            fits(page, width)


@pytest.mark.parametrize(("width", "height"), [(1366, 650), (1024, 768), (1280, 560), (667, 375)])
def test_on_a_low_screen_the_face_stays_and_the_answer_can_be_given(
    address: str, tmp_path: Path, width: int, height: int
) -> None:
    with a_page(tmp_path, viewport={"width": width, "height": height}) as page:
        begin(page, address)
        typed(page, VAGUE)
        face = page.locator(".faces").bounding_box()
        assert face is not None
        assert face["height"] > 180
        page.locator("#send").scroll_into_view_if_needed()
        button = page.locator("#send").bounding_box()
        assert button is not None
        assert button["y"] + button["height"] <= height


def fits(page: Page, width: int) -> None:
    """Nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


@pytest.mark.parametrize("when", ["before it arrived", "after it arrived"])
def test_a_turn_survives_a_connection_that_drops_in_the_middle(address: str, tmp_path: Path, when: str) -> None:
    dropped: list[str] = []

    def between(page_side: WebSocketRoute) -> None:
        server = page_side.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if '"say"' in str(message) and not dropped:
                dropped.append(str(message))
                if when == "after it arrived":
                    server.send(message)
                page_side.close(code=4000)
                return
            server.send(message)

        page_side.on_message(pass_on)

    with a_page(tmp_path) as page:
        page.route_web_socket(re.compile("/socket$"), between)
        begin(page, address)
        page.fill("#text", CLEAR)
        page.press("#text", "Enter")
        answered(page)
        page.wait_for_function("() => document.getElementById('trouble').hidden")
        assert dropped
        page.goto(f"{page.url}/debrief")
        assert page.locator(".turn").count() == 1


def test_the_page_goes_on_after_the_server_was_killed_and_started_again(tmp_path: Path) -> None:
    with a_page(tmp_path, forgive=("WebSocket", "net::ERR_")) as page:
        with started(tmp_path / "data", whisper_offline="true") as (server, address):
            begin(page, address)
            typed(page, VAGUE)
            page.wait_for_load_state("networkidle")  # a font under way would be cut off, which no page can mend
            server.kill()
            server.wait()
            page.wait_for_selector("#trouble:not([hidden])")
            page.fill("#text", CLEAR)
            page.press("#text", "Enter")
            page.wait_for_selector(".pending")
        with started(tmp_path / "data", port=int(address.rsplit(":", 1)[1]), whisper_offline="true"):
            answered(page, timeout=30_000)
            page.wait_for_function("() => document.getElementById('trouble').hidden")
            page.goto(f"{page.url}/debrief")
            assert page.locator(".turn").count() == 2


def test_the_silence_before_the_first_keystroke_is_measured(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as page:
        begin(page, address)
        page.wait_for_timeout(1500)
        page.locator("#text").press_sequentially("Dag Nadia.")
        page.wait_for_timeout(2500)
        page.press("#text", "Enter")
        answered(page)
        page.goto(f"{page.url}/debrief")
        found = re.search(r"(\d+(?:,\d)?) s stilte vooraf", page.inner_text(".transcript"))
        assert found is not None
        assert 1.5 <= float(found[1].replace(",", ".")) < 4


def test_two_windows_show_the_same_talk_and_neither_loses_words(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as first:
        begin(first, address)
        second = first.context.new_page()
        second.goto(first.url)
        ready(second)
        second.fill("#text", "Wat ik nog aan het typen was.")
        typed(first, CLEAR)
        second.wait_for_function("() => document.querySelector('.mine:not(.pending)')")
        second.wait_for_function("() => !document.getElementById('send').disabled")
        assert "31 januari" in second.inner_text(".mine .words")
        assert second.input_value("#text") == "Wat ik nog aan het typen was."
        second.press("#text", "Enter")
        answered(second)
        first.wait_for_function("() => document.querySelector('.mine .words').textContent.includes('aan het typen')")


def test_without_a_microphone_the_page_says_so_and_offers_typing(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as page:
        page.add_init_script(
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
        )
        begin(page, address)
        page.click("#talk")
        page.wait_for_selector("#trouble:not([hidden])")
        assert "microfoon" in page.inner_text("#trouble")
        assert page.evaluate("document.activeElement.id") == "text"


def test_the_space_bar_talks_and_escape_drops_it(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as page:
        begin(page, address)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.down(" ")
        page.wait_for_selector("#talk[aria-pressed=true]")
        page.keyboard.press("Escape")
        page.wait_for_selector("#talk[aria-pressed=false]")
        page.keyboard.up(" ")
        page.focus("#text")
        page.keyboard.type("een spatie")
        assert page.input_value("#text") == "een spatie"
        assert page.get_attribute("#talk", "aria-pressed") == "false"


def test_a_talk_is_deleted_after_it_was_asked(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path) as page:
        begin(page, address)
        typed(page, CLEAR)
        talk = page.url.rsplit("/", 1)[1]
        page.goto(f"{address}/talks")
        page.click(f"#talk-{talk} .doing .link")
        page.click(".confirm .link, .confirm a")
        assert page.locator(f"#talk-{talk}").count() == 1
        page.click(f"#talk-{talk} .doing .link")
        page.click(".confirm button")
        page.wait_for_selector("[role=status]")
        assert page.locator(f"#talk-{talk}").count() == 0


def test_reduced_motion_keeps_the_face_still(address: str, tmp_path: Path) -> None:
    with a_page(tmp_path, reduced_motion="reduce") as page:
        begin(page, address)
        assert page.evaluate("getComputedStyle(document.getElementById('face')).animationName") == "none"


def test_a_page_of_somebody_else_cannot_open_the_talk(address: str, tmp_path: Path) -> None:
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "index.html").write_text("<!doctype html><title>evil</title>", encoding="utf-8")
    handler = partial(Quiet, directory=str(tmp_path / "evil"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as evil, browsing(tmp_path / "profile") as context:
        threading.Thread(target=evil.serve_forever, daemon=True).start()
        mine = context.pages[0]
        begin(mine, address)
        socket = mine.url.replace("http", "ws", 1) + "/socket"
        assert outcome(mine, socket) == "open"
        assert outcome(foreign(context, evil.server_port), socket) == "refused"
        evil.shutdown()


def foreign(context: BrowserContext, port: int) -> Page:
    """A page of another origin."""
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/")
    return page


def outcome(page: Page, socket: str) -> object:
    """Whether this page gets this socket."""
    return page.evaluate(
        "(address) => new Promise((done) => { const s = new WebSocket(address);"
        " s.onopen = () => done('open'); s.onerror = () => done('refused'); })",
        socket,
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""
