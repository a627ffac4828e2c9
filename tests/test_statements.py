"""docs/statements.md: what the pages say still stands there, and the test that holds it exists."""

import re

import pytest

from tests.imports import ROOT

ROWS = re.findall(
    r"^\| (\S+\.md) \| (.+) \| `([\w/]+\.py)::(\w+)` \|$",
    (ROOT / "docs/statements.md").read_text("utf-8"),
    re.MULTILINE,
)
FEWEST = 30


def test_there_are_enough():
    assert len(ROWS) >= FEWEST


@pytest.mark.parametrize(("page", "statement", "module", "test"), ROWS)
def test_a_statement_stands_on_its_page_and_its_test_is_there(page, statement, module, test):
    assert statement in " ".join((ROOT / page).read_text("utf-8").split())
    assert f"def {test}(" in (ROOT / "tests" / module).read_text("utf-8")
