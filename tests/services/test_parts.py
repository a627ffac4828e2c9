"""The part of the day that a spasm counts for, at its borders."""

from datetime import UTC, datetime

import pytest

from spasm_guide.services.summary import part


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        *((0, "night"), (4, "night"), (5, "morning"), (11, "morning"), (12, "afternoon")),
        *((17, "afternoon"), (18, "evening"), (21, "evening"), (22, "night"), (23, "night")),
    ],
)
def test_a_part_begins_with_its_hour(hour, expected):
    assert part(int(datetime(2026, 11, 24, hour, 59, tzinfo=UTC).timestamp()), UTC) == expected
