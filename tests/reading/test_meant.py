"""What facts tell by themselves, and what does not give way to them."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.asked import asked
from spasm_guide.reading.facts import facts
from spasm_guide.reading.meant import ASIDE, OR_LOGS, meant
from spasm_guide.reading.words import words

EN = "en"


@pytest.mark.parametrize("meaning", ["report", "unclear", "out_of_scope", "diary_summary"])
def test_a_wish_to_note_is_one_whatever_the_rest_was_taken_for(meaning):
    assert meant(Heard(meaning), {"logs": True}, "menu") == "log_spasm"
    assert meaning in OR_LOGS


@pytest.mark.parametrize("meaning", ["yes", "crisis", "start_check"])
def test_a_doubtful_wish_to_note_is_no_reason_to_hear_nothing_else(meaning):
    assert meant(Heard(meaning), {"logs": True}, "menu") == meaning


def test_a_grave_sign_told_beside_it_comes_first():
    assert meant(Heard("report", {"weakness": "yes"}), {"logs": "surely"}, "menu") == "report"
    assert meant(Heard("report", {"persistent": "yes"}), {"logs": "surely"}, "menu") == "log_spasm"


@pytest.mark.parametrize("state", ["stretch:cat_cow", "consent:diary", "diary:when", "relief:when"])
def test_a_fact_is_an_answer_where_the_words_are_no_other(state):
    assert state.partition(":")[0] in ASIDE
    assert meant(Heard("unclear"), {"pack": "ice"}, state) == "report"
    assert meant(Heard("unclear"), {"pack": "ice"}, "menu") == "unclear"


def test_a_time_told_with_a_shrug_is_still_a_time():
    for fact in ("hours_ago", "days_ago", "weekday", "hour"):
        assert meant(Heard("unsure"), {fact: 1}, "diary:when") == "report"
    assert meant(Heard("unsure"), {}, "diary:when") == "unsure"


def test_a_timer_for_nothing_in_particular_is_not_one_that_runs():
    assert meant(Heard("timer_change"), {"any_timer": True}, "menu") == "out_of_scope"
    assert meant(Heard("ice_timer"), {"any_timer": True}, "menu") == "ice_timer"


def test_a_timer_is_changed_where_just_that_is_asked_too():
    told = facts(words("ten more minutes", EN), "consent:timer_change", Heard("report"), EN)
    assert told == {"change": "add", "minutes": 10}


def test_an_age_is_confirmed_as_one():
    assert asked("confirm:age").kind == "age"
