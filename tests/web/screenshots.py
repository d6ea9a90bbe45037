"""Makes docs/screenshots: each page, desktop and phone, light and dark. Run: python -m tests.web.screenshots"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.web.browser import ROOT, browsing, serving, typed

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"desktop": {"width": 1280, "height": 820}, "phone": {"width": 390, "height": 844}}
LINES = (
    "Dag Nadia, ga zitten. Hoe was je weekend? Ge weet dat de markt al een tijd moeilijk is en er gaan op termijn "
    "bepaalde zaken veranderen.",
    "Er is van hogerhand beslist dat er iets verandert voor de boekhouding, maar het komt wel goed.",
    "Ik heb slecht nieuws, Nadia. We beëindigen je contract, je laatste dag is 31 januari. Ik sta achter die "
    "beslissing.",
)
LAST = ("Ik zie dat je hiervan schrikt. Neem je tijd.", "Wat wil je nu eerst weten?")


def main(only: str = "") -> None:
    """All screenshots, or those whose name holds `only`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data", whisper_offline="true") as address:
        for size, viewport in SIZES.items():
            for scheme in ("light", "dark"):
                name = f"{size}-{scheme}"
                if only in name:
                    options = {"viewport": viewport, "color_scheme": scheme, "reduced_motion": "reduce"}
                    with browsing(Path(folder) / name, flags=["--hide-scrollbars"], **options) as context:
                        _walk(context.pages[0], address, name)


def _walk(page: Page, address: str, name: str) -> None:
    def take(what: str, full: bool = True) -> None:
        page.wait_for_timeout(250)
        page.screenshot(path=FOLDER / f"{what}-{name}.png", full_page=full)

    page.goto(f"{address}/")
    take("choose")
    page.goto(f"{address}/scenarios/boekhouding-naar-gent")
    take("briefing")
    page.click(".begin button[type=submit]")
    page.wait_for_function("() => document.getElementById('status').textContent === ''")
    take("practise-begin", full=False)
    for number, line in enumerate(LINES, 1):
        typed(page, line)
        take(f"practise-{number}", full=False)
    for line in LAST:
        if page.is_visible("#text"):
            typed(page, line)
    if page.is_visible("#text"):
        page.click("#open-stop")
        take("stop", full=False)
        page.click("#stop-yes")
    else:
        page.click("#over a")
    page.wait_for_url("**/debrief")
    take("debrief")
    page.goto(f"{address}/talks")
    take("talks")
    for path in ("about", "patterns", "nowhere"):
        page.goto(f"{address}/{path}")
        take(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
