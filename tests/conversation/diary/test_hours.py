"""Unless they name an hour, people are reminded of heat in the morning, to stretch at six."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


@pytest.mark.parametrize(("wish", "hour"), [("remind_heat", 9), ("remind_stretch", 18)])
def test_a_reminder_has_its_hour(wish, hour):
    _, reply = advance(Session(asking="menu"), Heard(wish))
    named = [line.data["hour"] for line in reply.lines if "hour" in line.data]
    assert named == [hour] and reply.listening


@pytest.mark.parametrize("minutes", [20, 999, 1039, 1439, 1_000_000])
def test_a_length_of_any_size_is_still_known_at_the_yes(minutes):
    """A clock far from now, or a joke of a length: the question stays open."""
    session, reply = advance(
        Session(asking="menu"), Heard("heat_timer", details={"minutes": minutes})
    )
    kept = Session.from_attributes(session.to_attributes())
    assert reply.listening and kept == session and kept.asking == "consent:heat_timer"
