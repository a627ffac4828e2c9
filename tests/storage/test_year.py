"""What docs/privacy.md promises: what is kept is kept for a year."""

from datetime import timedelta

from spasm_guide.storage.store import YEAR


def test_a_year_is_a_year():
    assert timedelta(days=365) == timedelta(seconds=YEAR)
