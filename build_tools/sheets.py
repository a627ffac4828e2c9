"""Contact sheets: the main screens side by side, as each size of device shows them."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from simulator.acts import Acts

if TYPE_CHECKING:
    from playwright.sync_api import Page

Screen = tuple[str, tuple[str, ...], str, float]
"""Locale, what is said, what is waited for with *no*, and seconds into what is shown then."""

CELL: Final = {"portrait": 200, "round": 240}
WIDE: Final = 320
"""Of a screen on the sheet, in pixels."""
ACROSS: Final = {"portrait": 6}
NO: Final = "no"
WEAK: Final = ("check my back", "my left leg keeps giving way")
STRETCHES: Final = ("start my stretches",)

SCREENS: Final[tuple[Screen, ...]] = (
    ("en-US", ("open",), "welcome", 0),
    ("en-US", ("check my back", NO), "question", 0),
    ("en-US", ("check my back", "la la la"), "question", 0),
    ("en-US", ("check my back", NO, NO, NO, "yes"), "question", 0),
    ("en-US", ("i had a spasm, note it in my diary", "yes", "sneezing"), "question", 0),
    ("en-GB", ("i have terrible chest pain",), "verdict", 0),
    ("en-GB", WEAK, "verdict", 0),
    ("en-AU", ("check my back",), "verdict", 0),
    ("en-US", ("how do i ease it",), "relief", 0),
    ("en-US", ("why is numbness a warning sign",), "sign", 0),
    ("en-US", STRETCHES, "place", 0),
    ("en-US", STRETCHES, "stretch", 45),
    ("en-US", STRETCHES, "stretch", 52),
)
LARGE: Final[dict[str, Screen]] = {
    "question": ("en-US", ("check my back", NO), "question", 0),
    "verdict": ("en-US", WEAK, "verdict", 0),
    "stretch": ("en-US", STRETCHES, "stretch", 52),
}
"""Those of the README, one each."""
LONGEST: Final = 24

DRAW: Final = """async ([size, directives, wide, across]) => {
    const { Screen, SIZES } = await import("/web/screen.js");
    document.querySelector("#sheet")?.remove();
    const sheet = document.createElement("div");
    sheet.id = "sheet";
    sheet.style = `position:absolute;left:0;top:0;z-index:99;background:#000;padding:8px;`
        + `display:grid;gap:8px;grid-template-columns:repeat(${across},${wide}px)`;
    document.body.append(sheet);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const real = Date.now;
    let now = real();
    Date.now = () => now;
    const screens = [];
    for (const [directive, at] of directives) {
        const bezel = document.createElement("div"), view = document.createElement("div");
        bezel.append(view);
        bezel.style = "padding:0";
        view.style = `overflow:hidden;border-radius:${SIZES[size].round ? "50%" : "0"}`;
        sheet.append(bezel);
        const screen = new Screen(view, bezel, () => {}, () => 2000);
        await screen.use(size);
        await screen.show(directive);
        screens.push([screen, at]);
    }
    // Time goes by in steps, so that the same moment is drawn however fast the computer is.
    for (const [screen, at] of screens) { screen.seek(Math.max(0, at - 2)); }
    for (let n = 0; n < 50; n++) { now += 40; await frame(); }
    for (let n = 0; n < 10; n++) { await frame(); }
    Date.now = real;
    for (const [screen] of screens) { screen.renderer.startTime += 1e9; }
}"""


def sheets(page: "Page", folder: Path) -> None:
    """Draw them into the folder, from a page that is open."""
    shown = told(SCREENS)
    page.set_viewport_size({"width": 1400, "height": 2400})
    for size in ("small", "medium", "large", "xlarge", "portrait", "round"):
        across, wide = ACROSS.get(size, 4), CELL.get(size, WIDE)
        draw(page, [size, shown, wide, across], folder / f"screens-{size}.png")


def large(page: "Page", folder: Path) -> None:
    page.set_viewport_size({"width": 1400, "height": 2400})
    for name, screen in LARGE.items():
        draw(page, ["large", told([screen]), 800, 1], folder / f"{name}.png")


def draw(page: "Page", what: list[Any], path: Path) -> None:
    """At its moment each, and then no more: time stands still."""
    page.evaluate(DRAW, what)
    page.locator("#sheet").screenshot(path=path, scale="css")
    page.evaluate("document.querySelector('#sheet').remove()")


def told(screens: Iterable[Screen]) -> list[tuple[Any, float]]:
    with tempfile.TemporaryDirectory() as data:
        return [
            (shown(Path(data), locale, said, wanted), at) for locale, said, wanted, at in screens
        ]


def shown(data: Path, locale: str, said: tuple[str, ...], wanted: str) -> Any:
    """What is shown when this has been said, and *no* to all that is asked till it is shown."""
    acts = Acts(data)
    kept = None

    def act(**message: Any) -> Any:
        nonlocal kept
        answer = acts.hear({"locale": locale, "device": "show", "kept": kept, **message})
        kept = answer["kept"]
        return next(iter(answer["response"]["response"].get("directives", ())), None)

    directive = None
    for words in said:
        directive = act(act="open") if words == "open" else act(act="say", words=words)
    for _ in range(LONGEST):
        found = directive and directive["datasources"]["screen"]
        if found and wanted in (found["name"], str(found.get("asking")).partition(":")[2]):
            return directive
        place = found and str(found.get("asking")) == "stretch:place"
        directive = act(act="say", words="on the floor" if place else NO)
    raise LookupError(f"{wanted} is not shown after {json.dumps(said)}")
