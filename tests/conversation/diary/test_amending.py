"""The last entry is changed and told back, taken out only after a yes; no other is touched."""

import pytest

from spasm_guide.conversation import table
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance
from tests.conversation.diary.test_noting import AGREED, OFFERED, log, names
from tests.conversation.speaking import LOCALES, spoken

DONE = {"status": "done"}
LAST = {**DONE, "entry": "r1", "cause": "sneezing", "severity": 7, "days": 0}
KEPT = {"last": LAST, "change": DONE, "remove": DONE}


def amend(how, session=OFFERED, outcomes=KEPT, **details):
    return log(session, outcomes, amend=how, **details)


def task(how, session=OFFERED, **details):
    """What is asked of the diary once the last one is known."""
    session, reply = table.advance(session, Heard("log_spasm", details={"amend": how, **details}))
    assert reply.task == Task("last")
    back = Heard("outcome", details={"task": "last", "outcome": LAST})
    return table.advance(session, back)


TOLD_BACK = [
    ({"severity": 6}, "I changed the last one to 6 out of 10."),
    ({"severity": 7.5}, "I changed the last one to 7.5 out of 10."),
    ({"severity": 0}, "I changed the last one to 0 out of 10."),
    ({"cause": "bending"}, "I changed the last one: set off by bending."),
    ({"days_ago": 1}, "I changed the last one to yesterday."),
    ({"days_ago": 1, "hour": 18}, "I changed the last one to yesterday at 6 in the evening."),
    ({"weekday": 0}, "I changed the last one to Monday."),
    ({"hour": 8}, "I changed the last one to 8 in the morning."),
    ({"hours_ago": 0.5}, "I changed the last one to 30 minutes ago."),
    ({"hours_ago": 1}, "I changed the last one to 1 hour ago."),
    ({"hours_ago": 0}, "I changed the last one to just now."),
    ({"hours_ago": 72}, "I changed the last one to 3 days ago."),
    (
        {"severity": 6, "cause": "bending", "days_ago": 1},
        "I changed the last one to 6 out of 10, set off by bending, yesterday.",
    ),
]


@pytest.mark.parametrize(("told", "words"), TOLD_BACK)
def test_a_change_is_made_as_it_was_told_and_told_back(told, words):
    _, reply = task("change", **told)
    assert reply.task == Task("change", {"entry": "r1", **told})
    session, reply = amend("change", **told)
    assert spoken(session, reply).text.startswith(words)
    assert session.asking == "offer:relief" and session.spasm is None


def test_what_it_is_to_be_is_asked_where_it_was_not_told_and_skipped_it_stays():
    session, reply = amend("change")
    assert "The last one, from today." in spoken(session, reply).text
    assert session.asking == "diary:cause"
    session, _ = advance(session, Heard("next"), KEPT)
    assert session.asking == "diary:severity"
    skipped, reply = advance(session, Heard("next"), KEPT)
    assert names(reply)[0] == "diary/amend:kept" and skipped.asking == "offer:relief"
    _, reply = table.advance(session, Heard("report", details={"severity": 4}))
    assert reply.task == Task("change", {"entry": "r1", "severity": 4})


@pytest.mark.parametrize("locale", LOCALES)
def test_what_would_go_is_told_and_goes_only_with_a_yes(locale):
    session, reply = amend("delete")
    assert reply.task is None and session.asking == "consent:delete_last"
    said = spoken(session, reply, locale).text
    assert "from today, set off by sneezing, 7 out of 10" in said
    _, reply = table.advance(session, Heard("yes"))
    assert reply.task == Task("remove", {"entry": "r1"})
    after, reply = advance(session, Heard("yes"), KEPT)
    assert spoken(after, reply, locale).text.startswith("I took out the last one, from today.")
    assert after.asking == "offer:relief"


@pytest.mark.parametrize("meaning", [m for m in MEANINGS if m != "yes"])
def test_nothing_but_a_yes_takes_it_out(meaning):
    session, _ = amend("delete")
    _, reply = table.advance(session, Heard(meaning))
    assert reply.task is None or reply.task.name != "remove"


def test_what_is_to_be_kept_is_kept_and_nothing_new_is_noted():
    session, reply = amend("keep")
    assert names(reply) == ["diary/amend:kept", "offer/relief:ask"] and session.spasm is None


def test_a_no_says_that_it_stays():
    session, _ = amend("delete")
    session, reply = advance(session, Heard("no"), KEPT)
    assert names(reply) == ["consent/delete_last:declined", "offer/relief:ask"]


@pytest.mark.parametrize("how", ["change", "delete"])
@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("agreed", "empty"),
        ("ask", "To begin one, say, log a spasm"),
        ("off", "no diary here"),
        ("unavailable", "Ask me again in a little while"),
    ],
)
def test_where_there_is_none_the_way_on_is_spoken(how, status, said):
    outcomes = {"last": {"status": status, "entry": None}}
    session, reply = amend(how, outcomes=outcomes, severity=6)
    assert said in spoken(session, reply).text
    assert session.asking == "offer:relief"


@pytest.mark.parametrize(("task", "status"), [("change", "none"), ("remove", "unavailable")])
def test_a_failure_on_the_way_is_never_told_as_done(task, status):
    outcomes = {**KEPT, task: {"status": status}}
    session, reply = amend("change" if task == "change" else "delete", None, outcomes, severity=6)
    if task == "remove":
        session, reply = advance(session, Heard("yes"), outcomes)
    said = spoken(session, reply).text
    assert "I changed" not in said and "I took" not in said
    assert ("nothing to change" in said) == (status == "none")


def test_the_one_being_noted_is_mended_before_it_is_kept():
    session, _ = log(severity=7)
    session, _ = advance(session, Heard("report", details={"cause": "sneezing"}), AGREED)
    assert session.asking == "diary:when"
    session, reply = amend("change", session, AGREED, severity=6)
    assert session.asking == "diary:when" and names(reply)[0] == "diary/amend:corrected"
    _, reply = table.advance(session, Heard("next"))
    assert reply.task == Task("note", {"cause": "sneezing", "severity": 6})


def test_the_one_being_noted_can_be_dropped():
    session, _ = log(OFFERED)
    session, reply = amend("delete", session, {})
    assert names(reply)[0] == "diary/amend:dropped" and session.asking == "offer:relief"


def test_in_the_check_the_questions_come_first_and_nothing_new_is_noted():
    session, _ = advance(Session(), Heard("start_check"))
    later, reply = amend("change", session, severity=6)
    assert later.asking == session.asking and later.spasm is None
    assert names(reply)[0] == "consent/consent:later"
