"""Amazon's own checker finds nothing wrong in the documents."""

import json
import shutil
import subprocess

from simulator.page import WEB
from tests.browser.conftest import missing
from tests.browser.samples import screens_to_look_at, stretches_to_look_at

CHECKER = WEB / "check-documents.mjs"
NO_FAULT = "when the parent"
"""A warning about relative sizes in a layout, whose parent it cannot know; test_layout.py does."""


def test_every_document_passes_apl_suggester():
    if not shutil.which("node") or not (WEB / "node_modules" / "apl-suggester").is_dir():
        missing("apl-suggester")
    shown = [*screens_to_look_at().values(), *(film for film, _ in stretches_to_look_at().values())]
    documents = {each["datasources"]["screen"]["name"]: each["document"] for each in shown}
    assert len(documents) >= 6
    checked = subprocess.run(
        ["node", str(CHECKER)],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = [fault for faults in json.loads(checked.stdout).values() for fault in faults]
    assert [fault for fault in found if NO_FAULT not in fault["errorMessage"]] == []
