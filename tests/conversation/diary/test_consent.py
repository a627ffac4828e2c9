import pytest

from spasm_guide.conversation import table
from spasm_guide.conversation.diary.permission import SCOPES
from spasm_guide.conversation.diary.timers import ALERTS, PACKS
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import ask
from tests.conversation.acting import advance
from tests.conversation.speaking import spoken

DONE = {"status": "done"}
MISSING = {"status": "permission"}
OFFERED, _ = ask(Session(tier="SELF_CARE", goal="check"), "offer:relief")
REMINDERS = [what for what in ALERTS if what not in PACKS]


def names(reply):
    return [each.name for each in reply.lines]


def permission(status, token):
    details = {"task": "permission", "outcome": status, "token": token}
    return Heard("outcome", details=details)


@pytest.mark.parametrize("what", ALERTS)
def test_nothing_is_set_without_a_yes_to_just_that(what):
    session, reply = table.advance(Session(), Heard(what))
    assert reply.task is None
    assert session.asking == f"consent:{what}"
    _, reply = table.advance(session, Heard("unsure"))
    assert reply.task is None
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task.data["what"] == what


def test_ice_is_fifteen_minutes_and_heat_twenty():
    for what, minutes in (("ice_timer", 15), ("heat_timer", 20)):
        session, reply = advance(OFFERED, Heard(what))
        assert f"{minutes} minutes" in spoken(session, reply).text
        _, reply = table.advance(session, Heard("yes"))
        assert reply.task == Task("timer", {"what": what, "minutes": minutes})


def test_the_cautions_are_spoken_before_the_yes():
    for what in PACKS:
        said = spoken(*advance(OFFERED, Heard(what))).text
        assert "numb" in said
        assert "awake" in said or "asleep" in said
        assert "towel" in said


@pytest.mark.parametrize("what", [*PACKS, "remind_heat"])
@pytest.mark.parametrize("finding", ["numbness_tingling", "cauda_equina"])
def test_no_ice_or_heat_on_numb_skin(what, finding):
    numb = Session(answers={finding: "unsure"}, tier="URGENT")
    _, reply = advance(numb, Heard(what))
    assert names(reply) == ["consent/consent:numb"]
    session, _ = advance(OFFERED, Heard(what))
    _, reply = advance(session, Heard("yes", {"numbness_tingling": "yes"}), {"timer": DONE})
    assert "consent/consent:numb" in names(reply)


def test_urgent_means_being_seen_first():
    session = Session(answers={"weakness": "yes"}, tier="URGENT", locked=True)
    _, reply = advance(session, Heard("ice_timer"))
    assert names(reply) == ["consent/consent:not_now"]


def test_in_the_check_a_timer_waits():
    session, _ = advance(Session(), Heard("start_check"))
    later, reply = advance(session, Heard("ice_timer"))
    assert later.asking == session.asking
    assert names(reply)[0] == "consent/consent:later"


@pytest.mark.parametrize("what", ALERTS)
def test_set_then_back_to_what_was_open(what):
    session, _ = advance(OFFERED, Heard(what))
    outcomes = {"timer": DONE, "reminder": DONE}
    session, reply = advance(session, Heard("yes"), outcomes)
    assert names(reply) == [f"consent/{what}:done", "offer/relief:ask"]


@pytest.mark.parametrize("what", ALERTS)
@pytest.mark.parametrize("status", ["unavailable", "unsupported", "full", "denied", "surprising"])
def test_every_failure_says_a_way_on(what, status):
    session, _ = advance(OFFERED, Heard(what))
    failed = {"status": status}
    session, reply = advance(session, Heard("yes"), {"timer": failed, "reminder": failed})
    said = spoken(session, reply).text
    assert session.asking == "offer:relief"
    assert any(way in said for way in ("Alexa, ", "clock", "phone", "Alexa app"))


@pytest.mark.parametrize("what", ALERTS)
def test_a_missing_permission_is_asked_for_once(what):
    session, _ = advance(OFFERED, Heard(what))
    outcomes = {"timer": MISSING, "reminder": MISSING}
    session, reply = advance(session, Heard("yes"), outcomes)
    (directive,) = reply.directives
    assert not reply.listening
    scope = SCOPES["timer" if what in PACKS else "reminder"]
    assert directive["payload"]["permissionScope"] == scope
    assert directive["token"] == what
    session, reply = advance(session, permission("accepted", what), outcomes)
    assert not reply.directives
    assert names(reply)[0].endswith(":denied")


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("what", ALERTS)
def test_a_permission_given_sets_it_even_if_the_session_was_lost(what, kept):
    session, _ = advance(OFFERED, Heard(what))
    session, _ = advance(session, Heard("yes"), {"timer": MISSING, "reminder": MISSING})
    session, reply = advance(
        session if kept else Session(),
        permission("accepted", what),
        {"timer": DONE, "reminder": DONE},
    )
    assert names(reply)[0] == f"consent/{what}:done"
    assert session.asking == ("offer:relief" if kept else None)


@pytest.mark.parametrize("status", ["denied", "not_answered", ""])
def test_a_permission_refused_says_a_way_on(status):
    session, _ = advance(OFFERED, Heard("ice_timer"))
    session, _ = advance(session, Heard("yes"), {"timer": MISSING})
    session, reply = advance(session, permission(status, "ice_timer"))
    assert names(reply) == ["consent/timer:denied", "offer/relief:ask"]


def test_an_answer_that_nobody_waits_for_is_harmless():
    for token in (None, "", "something"):
        session, _ = advance(OFFERED, permission("accepted", token))
        assert session.asking == "offer:relief"


@pytest.mark.parametrize("what", REMINDERS)
def test_the_hour_of_a_reminder_is_spoken_and_can_be_changed(what):
    session, _ = advance(Session(), Heard(what))
    session, reply = advance(session, Heard("report", details={"hour": 20}))
    assert "8 in the evening" in spoken(session, reply).text
    assert session.asking == f"consent:{what}"
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task.data["hour"] == 20


def test_forgetting_asks_first():
    session, reply = advance(OFFERED, Heard("forget_me"))
    assert session.asking == "consent:forget_me"
    _, reply = advance(session, Heard("no"))
    assert names(reply)[0] == "consent/forget_me:declined"
    _, reply = advance(session, Heard("yes"), {"forget": DONE})
    assert names(reply)[0] == "consent/forget_me:done"
    _, reply = advance(session, Heard("yes"), {})
    assert names(reply)[0] == "consent/forget_me:unavailable"
