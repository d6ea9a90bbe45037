"""Steps that are ticked while one talks, in a real Chromium against the real server."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.browser import answered, browsing, serving, typed

pytestmark = pytest.mark.browser

SCENARIO = "boekhouding-naar-gent"
NEWS = "Dag Nadia, ga zitten. Ik heb slecht nieuws: je functie in Aalst stopt en je contract eindigt op 31 januari."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Generator[str, None, None]:
    """A running server; nothing is spoken here, so it needs no speech model."""
    with serving(tmp_path_factory.mktemp("served") / "data", whisper_offline="true") as found:
        yield found


@pytest.fixture
def page(address: str, tmp_path: Path) -> Generator[Page, None, None]:
    """A page on which a talk has just begun."""
    with browsing(tmp_path / "profile", viewport={"width": 1280, "height": 820}) as context:
        page = context.pages[0]
        page.goto(f"{address}/scenarios/{SCENARIO}")
        assert page.locator(".plan li").count() >= 10
        page.click(".begin button[type=submit]")
        page.wait_for_selector("main[data-ready]")
        yield page


def ticked(page: Page) -> list[str]:
    """The steps that are shown as done, those of this turn and those before."""
    return page.locator("#taken li").all_inner_texts()


def settled(page: Page, line: str) -> None:
    """Types one turn and waits until the steps are shown, which come with the end of the turn."""
    typed(page, line)
    page.wait_for_load_state("networkidle")


def test_a_step_is_ticked_with_its_words_as_soon_as_the_turn_is_over(page: Page) -> None:
    assert ticked(page) == []
    assert page.get_attribute("#taken", "aria-live") == "polite"
    settled(page, NEWS)
    page.wait_for_selector("#step-meedelen")
    shown = page.inner_text("#step-meedelen")
    assert "Het nieuws meteen" in shown
    assert "je functie in Aalst stopt" in shown
    assert "luistert de ander alleen naar wat er gaat komen" in shown
    assert len(ticked(page)) == 1, "what is not done is not shown while one talks"


def test_earlier_steps_move_behind_the_new_one_and_stay(page: Page) -> None:
    settled(page, NEWS)
    page.wait_for_selector("#step-meedelen")
    settled(page, "Ik zie dat dit hard binnenkomt. Neem je tijd.")
    page.wait_for_selector("#step-opvangen")
    assert page.locator("#step-meedelen").count() == 0
    page.click("#taken-before summary")
    assert "Het nieuws meteen" in page.inner_text("#taken-before")


def test_taking_a_turn_again_takes_its_ticks_back(page: Page) -> None:
    settled(page, NEWS)
    page.wait_for_selector("#step-meedelen")
    page.click("#again")
    page.wait_for_selector("#step-meedelen", state="detached")
    assert ticked(page) == []


def test_a_silence_is_ticked_too(page: Page) -> None:
    settled(page, NEWS)
    page.click("#silent")
    page.wait_for_timeout(3300)
    page.click("#silent")
    answered(page)
    page.wait_for_selector("#step-zwijgen")
    assert "s stil" in page.inner_text("#step-zwijgen")


def test_the_debrief_tells_of_every_step_and_links_to_its_turn(page: Page) -> None:
    settled(page, "Dag Nadia, hoe was je weekend? De markt is moeilijk geweest, en de grondstoffen zijn duur geworden.")
    settled(page, NEWS)
    page.click("#open-stop")
    page.click("#stop-yes")
    page.wait_for_url("**/debrief")
    steps = page.inner_text(".steps")
    assert "Benoem na het nieuws wat je ziet" in steps
    page.click(".steps .done a >> nth=0")
    assert page.url.endswith("#turn-2")


def test_no_barrier_with_steps_on_the_page(page: Page, address: str) -> None:
    settled(page, NEWS)
    page.wait_for_selector("#step-meedelen")
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{address}/courses/nl-BE/culture")
    assert Axe().run(page).response["violations"] == []
