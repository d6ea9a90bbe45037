"""Makes docs/screenshots: each page, desktop and phone, light and dark. Run: python -m tests.web.screenshots"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.web.browser import ROOT, browsing, serving, typed, with_weights

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"desktop": {"width": 1280, "height": 820}, "phone": {"width": 390, "height": 844}}
SCENARIO = "boekhouding-naar-gent"
DARK = {"choose", "practise-turn-2", "debrief"}
"""What is also shown in the dark."""
LINES = (
    "Dag Nadia, ga zitten. Ge weet dat er op termijn misschien bepaalde zaken gaan veranderen.",
    "Er is van hogerhand beslist om te herstructureren, maar het komt allemaal wel goed.",
    "Nadia, ik heb slecht nieuws. Je functie in Aalst stopt en je contract eindigt op 31 januari. Ik heb dat mee "
    "beslist.",
)
LAST = (
    "Je schrikt hiervan, dat zie ik. Neem je tijd.",
    "In maart zei ik dat je je geen zorgen moest maken. Dat had ik niet mogen zeggen. Het spijt me.",
    "Wat heb je nu eerst nodig?",
    "Dus wat het meest steekt, is dat je het van een ander hoorde. Heb ik dat juist?",
    "Ik mail je vandaag voor vijf uur de berekening. Donderdag om tien uur zitten we hier opnieuw.",
)


def main(only: str = "") -> None:
    """All screenshots, or those whose name holds `only`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(with_weights(Path(folder) / "data")) as address:
        for size, viewport in SIZES.items():
            for scheme in ("light", "dark"):
                name = f"{size}-{scheme}"
                if only in name:
                    options = {"viewport": viewport, "color_scheme": scheme, "reduced_motion": "reduce"}
                    with browsing(Path(folder) / name, flags=["--hide-scrollbars"], **options) as context:
                        _walk(context.pages[0], address, name)
    shutil.copy(FOLDER / "practise-turn-1-desktop-light.png", FOLDER / "practise.png")


def _walk(page: Page, address: str, name: str) -> None:
    def take(what: str, full: bool = True) -> None:
        if scheme_is_extra and what not in DARK:
            return
        page.wait_for_timeout(250)
        path = FOLDER / f"{what}-{name}.png"
        page.screenshot(path=path, full_page=full)
        # Few colours are enough for flat pages, and keep the repository small.
        subprocess.run(["convert", path, "+dither", "-colors", "128", "-strip", f"PNG8:{path}"], check=True)

    scheme_is_extra = name.endswith("dark")
    page.goto(f"{address}/scenarios/{SCENARIO}")
    page.wait_for_selector(".ear:not(.warming)", timeout=120_000)
    page.goto(f"{address}/")
    take("choose")
    page.goto(f"{address}/scenarios/{SCENARIO}")
    take("briefing")
    page.click(".begin button[type=submit]")
    page.wait_for_selector("main[data-ready]")
    take("practise-begin", full=False)
    page.click("#talk")
    page.wait_for_function("() => Number(document.getElementById('level').getAttribute('width')) > 40")
    take("practise-speaking", full=False)
    page.keyboard.press("Escape")
    for number, line in enumerate(LINES, 1):
        typed(page, line)
        take(f"practise-turn-{number}", full=False)
    page.click("#beside summary")
    page.locator("#beside summary").scroll_into_view_if_needed()
    take("practise-inside", full=False)
    page.click("#open-briefing")
    take("practise-briefing", full=False)
    page.keyboard.press("Escape")
    for line in LAST:
        if page.is_visible("#text"):
            typed(page, line)
    if page.is_visible("#text"):
        page.click("#open-stop")
        page.click("#stop-yes")
    else:
        take("practise-over", full=False)
        page.click("#over a")
    page.wait_for_url("**/debrief")
    take("debrief")
    page.goto(f"{address}/talks")
    take("talks")
    for path, what in (("about", "about"), ("patterns", "patterns"), ("nowhere", "not-found")):
        page.goto(f"{address}/{path}")
        take(what)


if __name__ == "__main__":
    main(*sys.argv[1:])
