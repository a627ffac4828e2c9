"""docs/screens.md says what the tests of the layout hold."""

import re
from pathlib import Path

import pytest

from tests.browser.looking import PANELS, SIZES, least

DOCS = Path(__file__).resolve().parents[2] / "docs"
ROW = re.compile(
    r"\| `(\w+)` \| (\d+) × (\d+) \| ([^|]+) \| ([\d.]+) \| ([\d.]+) mm \| \[sheet\]\(([^)]+)\) \|"
)
ROWS = {row[0]: row[1:] for row in ROW.findall((DOCS / "screens.md").read_text("utf-8"))}


@pytest.mark.parametrize("size", SIZES)
def test_the_table_of_devices_is_the_one_that_is_measured(size):
    width, height, panel, inches, capitals, sheet = ROWS[size]
    assert (int(width), int(height)) == SIZES[size]
    assert (panel, float(inches)) == PANELS[size][:2]
    assert 0 <= least(size) - float(capitals) < 0.1
    assert (DOCS / sheet).is_file()
