"""docs/safety.md and the page for clinicians say what the code does."""

from pathlib import Path

import pytest

from build_tools import clinician_page
from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.clinical.rule_table import RULES
from spasm_guide.content.answers import topics

ROOT = Path(__file__).parents[2]
SAFETY = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")


def condition(rule):
    if not rule.when:
        return "always"
    clauses = [f"({' or '.join(c)})" if len(c) > 1 else c[0] for c in rule.when]
    return ("unsure of " if rule.if_unsure else "") + " and ".join(clauses)


def test_the_table_is_the_rule_in_its_order():
    rows = [f"| `{r.id}` | {r.tier} | {condition(r)} | {r.sentence} | {r.source} |" for r in RULES]
    table = [row for row in SAFETY.splitlines() if row.startswith("| `") and row.count("|") == 6]
    assert [row for row in table if row.split("`")[1] in {r.id for r in RULES}] == rows


@pytest.mark.parametrize("finding", FINDINGS)
def test_every_finding_is_defined(finding):
    defined = SAFETY.partition("## What the findings mean")[2].partition("\n## ")[0]
    names = [row.split("|")[1] for row in defined.splitlines() if row.startswith("| `")]
    assert any(f"`{finding}`" in name for name in names), finding


@pytest.mark.parametrize("row", [r for r in SAFETY.splitlines() if r.count("|") == 6])
def test_every_hazard_names_a_test_that_exists(row):
    proof = row.split("|")[5]
    if "tests/" not in proof:
        return
    for path in proof.replace("`", "").split(","):
        assert (ROOT / path.strip()).exists(), path


def test_the_page_for_clinicians_is_fresh():
    assert clinician_page.PAGE.read_text(encoding="utf-8") == clinician_page.page()


def test_both_say_that_no_clinician_has_signed():
    assert "No clinician has reviewed" in SAFETY
    assert "No clinician has reviewed or signed" in clinician_page.page()


PAGE = clinician_page.page()


@pytest.mark.parametrize("folder", ["crisis", "relief"])
def test_the_clinician_signs_what_is_said_in_a_crisis_and_of_ice_and_heat(folder):
    for file in (ROOT / "templates" / "en" / folder).glob("*.j2"):
        assert f"### `{file.stem}`" in PAGE


@pytest.mark.parametrize("topic", topics())
def test_the_clinician_signs_every_answer(topic):
    assert f"### `{topic}`" in PAGE
