"""docs/deploy.md keeps to the template and to its own formula."""

import re
from pathlib import Path
from typing import Any

import pytest
from samtranslator.yaml_helper import yaml_parse

from build_tools import scale

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
TEMPLATE = yaml_parse((ROOT / "template.yaml").read_text())
TURNS, SECONDS, MEMORY, LINE = 12, 0.0135, 1769 / 1024, 1.1
ROW = re.compile(r"^\| ([\d,]+) \|((?: \$[\d.]+ \|){6})$", re.MULTILINE)


def costs(sessions: int) -> list[float]:
    turns = sessions * TURNS
    parts = [
        turns * 0.20 / 1e6,
        turns * SECONDS * MEMORY * 0.0000133334,
        turns * LINE / 1e6 * 0.50,
        50 * 0.30 + 6 * 0.10 + 3,
        sessions / 10 * 0.625 / 1e6,
    ]
    return [*parts, sum(parts)]


@pytest.mark.parametrize(("sessions", "cells"), ROW.findall(PAGE))
def test_the_table_of_costs_is_the_formula(sessions: str, cells: str) -> None:
    shown = [float(cell) for cell in re.findall(r"[\d.]+", cells)]
    assert shown == pytest.approx(costs(int(sessions.replace(",", ""))), abs=0.0051)


def test_costs_are_told_for_a_small_a_middling_and_a_large_skill() -> None:
    assert [row[0] for row in ROW.findall(PAGE)] == ["1,000", "100,000", "10,000,000"]


def test_every_parameter_is_explained_with_its_default() -> None:
    table: dict[str, Any] = {}
    for line in PAGE.splitlines():
        if line.startswith("| `") and line.count("|") == 4:
            names, default, _ = line.strip("|").split("|")
            for name in re.findall(r"`(\w+)`", names):
                table[name] = default.strip().strip("`")
    assert set(table) == set(TEMPLATE["Parameters"])
    assert table["MemorySize"] == str(TEMPLATE["Parameters"]["MemorySize"]["Default"])
    assert table["LogRetentionDays"] == str(TEMPLATE["Parameters"]["LogRetentionDays"]["Default"])
    assert table["Concurrency"] == str(TEMPLATE["Parameters"]["Concurrency"]["Default"])
    assert table["Diary"] == TEMPLATE["Parameters"]["Diary"]["Default"]


def test_every_check_that_is_switched_off_is_explained() -> None:
    skipped = {
        skip["id"]
        for resource in TEMPLATE["Resources"].values()
        for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", [])
    }
    assert set(re.findall(r"CKV_AWS_\d+", PAGE)) == skipped


def test_the_page_on_scale_shows_what_the_tool_computes() -> None:
    page = (ROOT / "docs/scale.md").read_text(encoding="utf-8")
    assert "\n".join(scale.memories()) in page


def test_more_come_than_one_environment_can_take_and_each_is_answered() -> None:
    load = scale.simulate(per_second=100, seconds=90, memory=1769)
    assert 8000 < load.turns < 10_000
    assert 2 < load.most <= load.standing <= load.cold < 100
    assert scale.simulate(100, 90, 512).standing > load.standing


def test_every_alarm_is_in_the_runbook() -> None:
    runbook = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
    alarms = {n for n, r in TEMPLATE["Resources"].items() if r["Type"].endswith("::Alarm")}
    assert set(re.findall(r"^\| `(\w+)`", runbook, re.MULTILINE)) == alarms


def test_every_verb_it_names_is_in_the_makefile() -> None:
    verbs = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for page in (
        "docs/deploy.md",
        "docs/runbook.md",
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ):
        text = (ROOT / page).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:`|^)make (?:-s )?([a-z][a-z-]*)", text, re.MULTILINE))
        assert named <= set(verbs), page
