from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from spasm_guide.languages.load import DEFAULT
from spasm_guide.services.causes import kind
from spasm_guide.services.summary import DAY, sum_up
from spasm_guide.storage.store import Spasm

NOW = int(datetime(2026, 11, 24, 12, 0, tzinfo=UTC).timestamp())
HOUR = 3600


def summed(*spasms, period="month", since=None, zone=UTC):
    return sum_up(sorted(spasms, key=lambda s: s.at), NOW, period, since, zone, DEFAULT)


def ago(days, cause=None, severity=None, hours=0):
    return Spasm(NOW - int(days * DAY) - hours * HOUR, cause, severity)


def test_only_the_period_counts():
    spasms = [ago(1), ago(6), ago(7, hours=1), ago(40)]
    assert summed(*spasms, period="week")["summary"]["count"] == 2
    assert summed(*spasms)["summary"]["count"] == 3
    assert summed(*spasms, period="visit", since=NOW - 2 * DAY)["summary"]["count"] == 1


def test_the_time_of_day_is_said_where_most_fall_into_it():
    morning = [ago(n, hours=4) for n in (1, 2, 3)]
    assert summed(*morning, ago(4))["summary"]["part"] == "morning"
    assert summed(*morning, *(ago(n) for n in (4, 5, 6)))["summary"]["part"] is None
    tokyo = summed(*morning, zone=ZoneInfo("Asia/Tokyo"))["summary"]["part"]
    assert tokyo == "afternoon"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sneezing", "i sneezed again"),
        ("bending down", "when i was bending"),
        ("lifting a box", "lifted the boxes"),
        ("gardening", "too much gardening"),
    ],
)
def test_causes_worded_differently_are_one_kind(one, other):
    assert kind(one, DEFAULT) == kind(other, DEFAULT)


@pytest.mark.parametrize(("one", "other"), [("sneezing", "lifting"), ("a long drive", "stress")])
def test_other_causes_are_not(one, other):
    assert kind(one, DEFAULT) != kind(other, DEFAULT)


def test_the_cause_that_leads_is_spoken_and_all_are_shown():
    found = summed(ago(1, "sneezing"), ago(2, "i sneezed"), ago(3, "stress"))
    assert found["summary"]["set_off"] == ["sneezing"]
    assert found["card"]["causes"] == [["sneezing", 2], ["stress", 1]]


def test_no_cause_is_spoken_where_none_leads():
    three = summed(ago(1, "sneezing"), ago(2, "stress"), ago(3, "a long drive"))
    assert three["summary"]["set_off"] == []


def test_of_one_or_two_spasms_every_cause_is_spoken():
    assert summed(ago(1, "sneezing"))["summary"]["set_off"] == ["sneezing"]
    both = summed(ago(1, "sneezing"), ago(2, "stress"))["summary"]["set_off"]
    assert sorted(both) == ["sneezing", "stress"]


def test_a_long_cause_is_spoken_in_part():
    cause = "carrying the shopping up four flights of stairs"
    assert summed(ago(1, cause))["summary"]["set_off"] == ["carrying the shopping up four"]


def test_how_bad():
    found = summed(ago(1, severity=4), ago(2, severity=9), ago(3))["summary"]
    assert (found["average"], found["worst"]) == (6.5, 9)
    assert str(summed(ago(1, severity=8))["summary"]["average"]) == "8"
    assert summed(ago(1))["summary"]["average"] is None


@pytest.mark.parametrize(
    ("now", "before", "trend"), [(3, 1, "more"), (1, 3, "fewer"), (2, 2, "same")]
)
def test_the_trend_is_against_the_same_time_before(now, before, trend):
    spasms = [ago(n) for n in range(1, now + 1)] + [ago(31 + n) for n in range(before)]
    assert summed(*spasms)["summary"]["trend"] is None, "the diary is too young to tell"
    assert summed(*spasms, ago(70))["summary"]["trend"] == trend


def test_the_card_lists_the_latest_first_by_the_persons_clock():
    found = summed(ago(1, "sneezing", 7), ago(2), zone=ZoneInfo("America/New_York"))["card"]
    assert found["latest"] == [
        {"at": "2026-11-23 07:00", "severity": 7, "cause": "sneezing"},
        {"at": "2026-11-22 07:00", "severity": None, "cause": None},
    ]
    assert sum(found["by_day"]) == 2
    assert len(found["by_day"]) == 30


def test_an_empty_diary_sums_up_to_nothing():
    found = summed(zone=None)
    assert found["summary"]["count"] == 0
    assert found["card"]["latest"] == []
