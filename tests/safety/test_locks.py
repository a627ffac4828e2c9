"""What an urgent verdict forbids stays forbidden, and no talk lowers a tier."""

import pytest

from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance

ENDING = ("stop", "other_emergency", "help_already_here")


def urgent():
    """A session just after an urgent verdict."""
    session, reply = advance(Session(), Heard("report", {"after_injury": "yes"}))
    while session.tier is None:
        session, reply = advance(session, Heard("no"))
    assert session.tier == "URGENT"
    assert reply.listening
    return session


@pytest.mark.parametrize("first", [m for m in MEANINGS if m not in ENDING])
def test_no_pair_of_turns_after_urgent_leads_to_a_stretch(first):
    for second in MEANINGS:
        session, reply = advance(urgent(), Heard(first))
        if reply.listening:
            session, reply = advance(session, Heard(second, stretch="cat_cow"))
        assert session.locked
        assert not (session.asking or "").startswith(("stretch", "offer:stretch"))
        assert not session.routine


def test_starting_over_keeps_the_lock_and_the_tier():
    session, _ = advance(urgent(), Heard("start_over"))
    for _ in range(14):
        session, reply = advance(session, Heard("no"))
        if not reply.listening:
            break
    assert session.locked
    assert session.tier == "URGENT"


def test_a_later_no_does_not_lower_the_tier():
    session, _ = advance(urgent(), Heard("report", {"after_injury": "no"}))
    assert session.tier == "URGENT"
    assert session.answers["after_injury"] == "yes"


def test_a_correction_lowers_it_only_after_one_clear_yes():
    session, _ = advance(urgent(), Heard("correct", {"after_injury": "no"}))
    assert session.asking == "confirm:correction"
    assert session.tier == "URGENT"
    kept, _ = advance(session, Heard("no"))
    assert kept.tier == "URGENT"
    lowered, _ = advance(session, Heard("yes"))
    assert lowered.answers["after_injury"] == "no"
    assert lowered.locked, "the stretch lock holds to the end of the session"


def test_a_new_session_asks_the_gate_again():
    session, _ = advance(Session(), Heard("start_stretch"))
    assert session.asking == "screen:life"
