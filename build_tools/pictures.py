"""Draw docs/pictures anew: the page, the screens by Amazon's renderer, and the figures."""

import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from build_tools.sheets import large, sheets
from simulator.pictures import moving, svg
from simulator.serve import make_page
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.stretching.book import book

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "pictures"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS: Final = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "figures.svg").write_text(figures(), encoding="utf-8")
    (FOLDER / "knee_to_chest.svg").write_text(moving("knee_to_chest", "floor") + "\n", "utf-8")
    from playwright.sync_api import sync_playwright
    from werkzeug.serving import make_server

    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = make_server("127.0.0.1", 0, make_page(Path(data)), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found = next(filter(None, map(shutil.which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1366, "height": 760}, device_scale_factor=1.5)
        page.goto(f"http://127.0.0.1:{server.port}/")
        page.wait_for_selector("#starts button")
        draw(page)
        browser.close()
        server.shutdown()
        server.server_close()
    return 0


def draw(page: "Page") -> None:
    page.evaluate("document.querySelector('#real').checked = false")
    for words in ("check my back", "no", "no", "no"):
        say(page, words)
    page.wait_for_timeout(300)
    page.screenshot(path=FOLDER / "page.png")
    large(page, FOLDER)
    sheets(page, FOLDER)


def say(page: "Page", words: str) -> None:
    before = int(page.evaluate("document.body.dataset.turns ?? 0"))
    page.fill("#words", words)
    page.press("#words", "Enter")
    page.wait_for_selector(f"body[data-turns='{before + 1}']")


def figures() -> str:
    """Every stretch, from its first pose to its second, on the floor, the bed and the chair."""
    wide, high, gap = 400, 280, 12
    cells: list[Any] = []
    for row, name in enumerate(book()):
        for column, place in enumerate(PLACES):
            for n, t in enumerate((0.0, 1.0)):
                x = (2 * column + n) * (wide + gap)
                drawn = svg(name, place, t).replace(
                    "<svg ",
                    f'<svg x="{x}" y="{row * (high + gap)}" width="{wide}" height="{high}" ',
                )
                cells.append(drawn)
    width, height = 6 * (wide + gap) - gap, len(book()) * (high + gap) - gap
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"{''.join(cells)}</svg>\n"
    )


if __name__ == "__main__":
    sys.exit(main())
