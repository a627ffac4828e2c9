"""What is remembered of an emergency: that there was one here, for half an hour."""

from datetime import UTC, datetime, timedelta

from spasm_guide.alexa.context import Context
from spasm_guide.alexa.emergencies import Emergencies

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def at(minutes, device="kitchen", user="one"):
    return Context("en-US", NOON + timedelta(minutes=minutes), user=user, device=device)


def test_for_half_an_hour_on_that_device():
    told = Emergencies()
    assert not told.recent(at(0))
    told.note(at(0))
    assert told.recent(at(1)) and told.recent(at(29))
    assert not told.recent(at(31))
    assert not told.recent(at(1, device="bedroom"))
    assert not told.recent(at(1, user="two"))


def test_no_id_is_kept_and_what_is_old_goes():
    told = Emergencies()
    for minute in range(0, 600, 40):
        told.note(at(minute, device=f"device {minute}"))
    assert len(told._told) == 1
    assert all(isinstance(key, int) for key in told._told)
