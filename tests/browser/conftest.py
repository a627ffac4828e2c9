"""A real Chromium on the real page. `make browser` installs what this needs.

Where that is missing these tests are skipped, and say so; with BROWSER=required, as in CI, they
fail.
"""

import os
import shutil
import threading

import pytest

from simulator.page import RENDERER, WEB
from spasm_guide.alexa.emergencies import Emergencies

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


def missing(what):
    message = f"{what} is not installed: make browser"
    if os.environ.get("BROWSER") == "required":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        missing("chromium")
    if not (WEB / RENDERER).is_file():
        missing("Amazon's renderer")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def another_day(monkeypatch):
    """An emergency of the test before is not remembered: all have one device."""
    monkeypatch.setattr(Emergencies, "recent", lambda self, context: False)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    from werkzeug.serving import make_server

    from simulator.serve import make_page

    app = make_page(tmp_path_factory.mktemp("data"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium, site):
    """The page, opened; whatever goes wrong in it or leaves this computer fails the test."""
    opened = chromium.new_page(viewport={"width": 1366, "height": 860})
    faults = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: foreign(request.url, site, faults))
    opened.goto(site)
    opened.wait_for_selector("#starts button")
    yield opened
    opened.close()
    assert faults == []


def foreign(url, site, faults):
    if not url.startswith((site, "data:", "blob:")):
        faults.append(f"asked for {url}")
