"""Each locale names the right numbers: the product's table against an independent one."""

import datetime
from copy import deepcopy

import pytest

from spasm_guide.languages.load import REGIONS, language_of, languages, load, locales
from spasm_guide.speech import ssml
from spasm_guide.speech.words import words
from tests.safety.lines import LINES, Lines

KINDS = ("emergency", "same_day_line", "crisis_line", "child_line")


def faults(region, lines: Lines):
    """Which lines of a region are not as they must be."""
    said = {kind: region[kind] or {} for kind in KINDS}
    right = {
        "emergency": said["emergency"].get("number") == lines.emergency
        and said["emergency"].get("aloud", "") == lines.aloud,
        "same_day_line": said["same_day_line"].get("number", "") == lines.same_day,
        "crisis_line": said["crisis_line"].get("number") == lines.crisis
        and lines.crisis_of in said["crisis_line"].get("said", ""),
        "child_line": said["child_line"].get("number", "") == lines.child,
    }
    return [kind for kind in KINDS if not right[kind]]


def region(locale):
    return load(language_of(locale), REGIONS)["regions"][locale]


def test_every_locale_was_looked_up_twice():
    """A new locale's numbers also belong in tests/safety/lines.py, from another source."""
    assert set(locales()) == set(LINES)


@pytest.mark.parametrize("locale", locales())
def test_the_numbers_are_those_of_the_other_source(locale):
    assert not faults(region(locale), LINES[locale])


@pytest.mark.parametrize("locale", locales())
def test_templates_get_these_numbers_and_no_others(locale):
    lines, values = LINES[locale], words(locale)
    assert values["number_text"] == lines.emergency
    assert heard(values["number"]) == (lines.aloud or lines.emergency)
    assert heard(values["crisis_line"]).endswith(f" {lines.crisis}")
    assert lines.crisis_of in values["crisis_line"]
    assert heard(values["same_day_line"]).endswith(lines.same_day)
    assert bool(values["same_day_line"]) == bool(lines.same_day)
    assert heard(values["crisis_how"]).count(lines.crisis) == 1
    assert heard(values["child_line"]).endswith(lines.child)
    assert bool(values["child_line"]) == bool(lines.child)


def heard(fragment):
    return ssml.listen(ssml.speak([fragment])).text


@pytest.mark.parametrize("locale", locales())
def test_each_line_has_its_source_and_date(locale):
    for kind in KINDS:
        if line := region(locale)[kind]:
            assert line["source"]
            assert datetime.date.fromisoformat(line["date"]) <= datetime.date(2100, 1, 1)
    lines = LINES[locale]
    assert lines.emergency_source and lines.crisis_source
    assert bool(lines.same_day) == bool(lines.same_day_source)
    assert bool(lines.child) == bool(lines.child_source)


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_number_would_be_noticed(kind):
    for locale in locales():
        wrong = deepcopy(region(locale))
        wrong[kind] = {**(wrong[kind] or {}), "number": "12345"}
        assert faults(wrong, LINES[locale]) == [kind]


def test_where_we_do_not_know_we_name_no_number():
    for language in languages():
        elsewhere = words(f"{language}-ZZ")
        names = (
            "number",
            "number_text",
            "same_day_line",
            "crisis_line",
            "crisis_how",
            "crisis_who",
        )
        for name in (*names, "child_line"):
            assert not any(map(str.isdigit, elsewhere[name])), (language, name)
