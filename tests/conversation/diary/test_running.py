"""What is said of a timer that runs: nothing of our memory, and no pack too long."""

import pytest

from spasm_guide.conversation import table
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance
from tests.conversation.diary.test_consent import OFFERED
from tests.conversation.speaking import spoken

DONE = {"status": "done"}


def running(left=440, on=460, what="ice_timer", paused=False, again=False):
    timer = {"what": what, "left": left, "on": on, "paused": paused, "prolonged": again}
    return {"status": "done", "timers": [timer]}


def said(session, heard, outcomes):
    session, reply = advance(session, heard, outcomes)
    return session, spoken(session, reply).text


def test_how_long_is_left_and_back_to_the_question():
    session, text = said(OFFERED, Heard("timer_left"), {"timer_left": running()})
    assert "7 minutes 20 seconds left on the ice timer" in text
    assert session.asking == "offer:relief"


@pytest.mark.parametrize("meaning", ["timer_left", "timer_cancel", "timer_change"])
def test_none_is_said_to_run_where_none_does(meaning):
    none = {"status": "done", "timers": []}
    outcomes = dict.fromkeys(("timer_left", "timer_cancel", "timer_list"), none)
    assert "No timer of mine" in said(Session(), Heard(meaning), outcomes)[1]


def test_stopped_paused_and_resumed():
    for task, words in (("timer_cancel", "is off"), ("timer_pause", "is paused")):
        change = {"change": task.removeprefix("timer_")}
        meaning = "timer_cancel" if task == "timer_cancel" else "timer_change"
        _, text = said(Session(), Heard(meaning, details=change), {task: running()})
        assert words in text


@pytest.mark.parametrize(
    ("details", "minutes"),
    [
        ({"change": "add", "minutes": 5}, 12),
        ({"change": "take", "minutes": 3}, 4),
        ({"change": "set", "minutes": 10}, 10),
        ({"minutes": 10}, 10),
        ({}, 12),
        ({"change": "half"}, 4),
        ({"change": "restart"}, 12),
    ],
)
def test_a_change_is_told_back_exactly_and_needs_a_yes(details, minutes):
    change = Heard("timer_change", details=details)
    session, text = said(OFFERED, change, {"timer_list": running()})
    assert f"{minutes} minutes from now?" in text
    assert session.asking == "consent:timer_change"
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task == Task("timer_change", {"what": "ice_timer", "minutes": minutes})
    after, text = said(session, Heard("yes"), {"timer_change": DONE})
    assert f"{minutes} minutes from now." in text and after.asking == "offer:relief"
    _, reply = table.advance(session, Heard("no"))
    assert reply.task is None


def test_ice_never_gets_more_than_twenty_minutes_in_all():
    add = Heard("timer_change", details={"change": "add", "minutes": 15})
    _, text = said(Session(), add, {"timer_list": running(left=300, on=600)})
    assert "Longer could harm the skin" in text and "10 minutes from now?" in text
    session, text = said(Session(), add, {"timer_list": running(again=True)})
    assert "at most" in text and session.asking is None


@pytest.mark.parametrize("status", ["permission", "unsupported", "unavailable", "surprising"])
@pytest.mark.parametrize("meaning", ["timer_left", "timer_cancel", "timer_change"])
def test_where_alexa_refuses_or_fails_the_way_on_is_spoken(meaning, status):
    failed = {"status": status}
    outcomes = dict.fromkeys(("timer_left", "timer_cancel", "timer_list"), failed)
    session, text = said(OFFERED, Heard(meaning), outcomes)
    assert "Alexa, " in text
    assert session.asking == "offer:relief"


def test_a_change_that_was_lost_halfway_is_told():
    session, _ = said(Session(), Heard("timer_change"), {"timer_list": running()})
    _, text = said(session, Heard("yes"), {"timer_change": {"status": "lost"}})
    assert "old timer is off" in text and "12 minutes" in text


@pytest.mark.parametrize(
    ("meaning", "wanted", "set_for"),
    [("ice_timer", 10, 10), ("ice_timer", 45, 20), ("heat_timer", 45, 30), ("heat_timer", 3, 3)],
)
def test_any_length_up_to_the_most_with_the_reason(meaning, wanted, set_for):
    session, text = said(OFFERED, Heard(meaning, details={"minutes": wanted}), {})
    assert f"timer for {set_for} minutes?" in text
    assert ("is the most" in text) == (wanted > set_for)
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task == Task("timer", {"what": meaning, "minutes": set_for})


@pytest.mark.parametrize("meaning", ["no", "report", "timer_change", "correct"])
def test_another_length_said_at_the_question_is_asked_anew(meaning):
    session, _ = said(OFFERED, Heard("ice_timer"), {})
    session, text = said(session, Heard(meaning, details={"minutes": 10}), {})
    assert session.asking == "consent:ice_timer" and "10 minutes?" in text


def test_a_reminder_at_the_time_said_once_or_daily():
    wish = Heard("remind_stretch", details={"hour": 19, "minute": 30, "often": "once"})
    session, text = said(Session(), wish, {})
    assert "tomorrow at 7:30 in the evening" in text
    _, reply = table.advance(session, Heard("yes"))
    wanted = {"what": "remind_stretch", "hour": 19, "minute": 30, "day": "tomorrow"}
    assert reply.task == Task("reminder", wanted)
    _, text = said(session, Heard("yes"), {"reminder": DONE})
    assert "tomorrow at 7:30 in the evening" in text


CLOCK = {"until": {"status": "done", "minutes": 18}}
UNTIL = {"until": [None, 30]}


@pytest.mark.parametrize(("meaning", "set_for"), [("ice_timer", 18), ("heat_timer", 18)])
def test_till_half_past_is_as_long_as_the_clock_says(meaning, set_for):
    _, reply = table.advance(OFFERED, Heard(meaning, details=UNTIL))
    assert reply.task == Task("until", {"until": [None, 30]})
    session, text = said(OFFERED, Heard(meaning, details=UNTIL), CLOCK)
    assert f"timer for {set_for} minutes?" in text
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task == Task("timer", {"what": meaning, "minutes": set_for})
    after, _ = said(session, Heard("no"), {})
    assert after.asking == "offer:relief"


def test_till_a_time_too_far_off_is_the_most_with_the_reason():
    far = {"until": {"status": "done", "minutes": 200}}
    _, text = said(OFFERED, Heard("ice_timer", details=UNTIL), far)
    assert "20 minutes is the most" in text and "timer for 20 minutes?" in text


@pytest.mark.parametrize("meaning", ["no", "report", "correct", "timer_change"])
def test_till_half_past_said_at_the_question_is_asked_anew(meaning):
    session, _ = said(OFFERED, Heard("ice_timer"), {})
    session, text = said(session, Heard(meaning, details=UNTIL), CLOCK)
    assert session.asking == "consent:ice_timer" and "18 minutes?" in text


def test_without_a_clock_the_usual_time_is_asked_and_a_running_timer_stays():
    session, text = said(OFFERED, Heard("ice_timer", details=UNTIL), {})
    assert "usual time" in text and "timer for 15 minutes?" in text
    session, text = said(OFFERED, Heard("timer_change", details=UNTIL), {"timer_list": running()})
    assert "how many minutes" in text and session.asking == "offer:relief"


def test_a_running_timer_is_made_to_end_at_a_time_within_the_cap():
    outcomes = {**CLOCK, "timer_list": running(left=300, on=300)}
    change = Heard("timer_change", details={**UNTIL, "change": "add", "pack": "ice"})
    session, text = said(OFFERED, change, outcomes)
    assert "Longer could harm" in text and "15 minutes from now?" in text
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task == Task("timer_change", {"what": "ice_timer", "minutes": 15})


@pytest.mark.parametrize("meaning", ["no", "report", "correct", "timer_change", "yes"])
def test_another_length_at_the_question_of_a_change_is_asked_of_the_same_timer(meaning):
    session, _ = said(OFFERED, Heard("timer_change"), {"timer_list": running()})
    _, reply = table.advance(session, Heard(meaning, details={"minutes": 5}))
    assert reply.task == Task("timer_list", {"what": "ice_timer"})
    session, text = said(session, Heard(meaning, details={"minutes": 5}), {"timer_list": running()})
    assert session.asking == "consent:timer_change" and "5 minutes from now?" in text
    _, reply = table.advance(session, Heard("yes", details={"minutes": 5}))
    assert reply.task == Task("timer_change", {"what": "ice_timer", "minutes": 5})
    after, _ = said(session, Heard("no"), {})
    assert after.asking == "offer:relief"


def test_ice_and_then_heat_offers_the_reminder_once_the_ice_is_set():
    wish = Heard("ice_timer", details={"then": "heat", "minutes": 10, "often": "once"})
    session, text = said(OFFERED, wish, {})
    assert "timer for 10 minutes?" in text
    session, text = said(session, Heard("yes"), {"timer": DONE})
    assert text.startswith("10 minutes, starting now.")
    assert session.asking == "consent:remind_heat" and "tomorrow at 9 in the morning" in text
    done, _ = said(session, Heard("yes"), {"reminder": DONE})
    assert done.asking == "offer:relief"
    declined, _ = said(OFFERED, wish, {})
    assert said(declined, Heard("no"), {})[0].asking == "offer:relief"


@pytest.mark.parametrize(
    ("details", "day"),
    [
        ({}, "every day at 6 in the evening"),
        ({"day": "today", "often": "once", "hour": 20}, "today at 8 in the evening"),
        ({"day": "tomorrow", "often": "once"}, "tomorrow at 6 in the evening"),
        ({"often": "once"}, "tomorrow at 6 in the evening"),
        ({"often": "daily", "hour": 7}, "every day at 7 in the morning"),
    ],
)
def test_the_day_of_a_reminder_is_the_one_said(details, day):
    session, text = said(OFFERED, Heard("remind_stretch", details=details), {})
    assert f"Shall I remind you {day}" in text
    _, text = said(session, Heard("yes"), {"reminder": DONE})
    assert f"I'll remind you {day}" in text


def test_another_day_at_the_question_is_asked_anew_at_the_same_hour():
    session, _ = said(OFFERED, Heard("remind_stretch", details={"hour": 20, "day": "today"}), {})
    session, text = said(session, Heard("no", details={"day": "tomorrow", "often": "once"}), {})
    assert "Shall I remind you tomorrow at 8 in the evening" in text


def test_a_time_that_has_gone_by_today_is_offered_for_tomorrow():
    session, _ = said(OFFERED, Heard("remind_heat", details={"hour": 7, "day": "today"}), {})
    session, text = said(session, Heard("yes"), {"reminder": {"status": "past"}})
    assert text.startswith("That time has gone by today. Shall I remind you tomorrow at 7")
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task and reply.task.data["day"] == "tomorrow"
