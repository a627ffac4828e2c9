"""*Since my last visit*: asking again on the same day is the same visit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.conftest import NOON, do


@pytest.mark.parametrize(("hours", "since"), [(11.9, "days"), (12.1, "visit")])
def test_another_visit_begins_after_half_a_day(tasks, person, hours, since):
    do(tasks, person, "note")
    first = do(tasks, person, "summary", period="visit")
    assert first["summary"]["period"] == "days", "there was no visit before"
    later = replace(person, now=NOON + timedelta(hours=hours))
    assert do(tasks, later, "summary", period="visit")["summary"]["period"] == since
