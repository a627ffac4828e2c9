"""What was noted last is to be changed or taken out: heard where it can be nothing else."""

import pytest

from spasm_guide.reading.listen import listen

CHANGED = [
    (None, "change that to six", {"severity": 6}),
    ("menu", "no make it a six", {"severity": 6}),
    ("offer:relief", "change it to seven and a half", {"severity": 7.5}),
    ("diary:when", "no make that a four", {"severity": 4}),
    (None, "it wasn't a seven it was a four", {"severity": 4}),
    ("menu", "no it wasn't an eight it was a three", {"severity": 3}),
    (None, "change my last entry to yesterday evening", {"days_ago": 1, "hour": 20}),
    (None, "change the cause to lifting a box please", {"cause": "lifting a box"}),
    (None, "change the last entry", {}),
    ("consent:delete_last", "no change it to six", {"severity": 6}),
]
DELETED = [
    (None, "delete the last one"),
    ("menu", "take that out of the diary"),
    (None, "take the last spasm out of the diary"),
    ("offer:relief", "remove that one"),
    ("diary:severity", "delete that"),
    ("stretch:cat_cow", "delete the last entry"),
    ("consent:forget_me", "delete my last spasm"),
]
SOMETHING_ELSE = [
    (None, "delete my diary", "forget_me"),
    (None, "delete all my spasms", "forget_me"),
    (None, "delete my spasm diary", "forget_me"),
    ("menu", "make it ten minutes", "timer_change"),
    ("consent:ice_timer", "no make it five", "report"),
    ("sign:weakness", "delete the last one", "back"),
    ("screen:life", "scratch that last one", "back"),
    ("screen:age", "change that to six", "report"),
    ("diary:severity", "a six", "report"),
    ("consent:delete_last", "yes delete it", "yes"),
    ("consent:delete_last", "delete the last one", "yes"),
    ("consent:delete_last", "no leave that one in", "no"),
    (None, "can you take this spasm away", "relief"),
    (None, "my last spasm was at eight this morning", "report"),
]


@pytest.mark.parametrize(("asking", "text", "told"), CHANGED)
def test_to_be_changed(asking, text, told):
    heard = listen(text, asking, "en-US")
    names = ("severity", "cause", "days_ago", "hour")
    assert (heard.meaning, heard.details["amend"]) == ("log_spasm", "change")
    assert {n: heard.details[n] for n in names if n in heard.details} == told


@pytest.mark.parametrize(("asking", "text"), DELETED)
def test_to_be_taken_out(asking, text):
    heard = listen(text, asking, "en-US")
    assert (heard.meaning, heard.details["amend"]) == ("log_spasm", "delete")


@pytest.mark.parametrize(("asking", "text", "meaning"), SOMETHING_ELSE)
def test_no_entry_is_meant(asking, text, meaning):
    assert listen(text, asking, "en-US").meaning == meaning


def test_not_to_be_taken_out_is_no_new_entry():
    heard = listen("don't delete the last entry", None, "en-US")
    assert (heard.meaning, heard.details["amend"]) == ("log_spasm", "keep")
    assert listen("no don't delete the last one", "consent:delete_last", "en-US").meaning == "no"


def test_a_sign_told_beside_it_comes_first():
    heard = listen("delete the last one my leg has gone numb", None, "en-US")
    assert "yes" in heard.answers.values() and heard.meaning != "log_spasm"
