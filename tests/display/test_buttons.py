"""What is asked can be answered by touch: with a yes, a no, and where it is a sign, unsure."""

import pytest

from spasm_guide.content.questions import names, question
from spasm_guide.conversation.display.buttons import buttons
from spasm_guide.conversation.session import Session

AGES = ("screen:age", "screen:age_band")
PLAIN = [n for n in names() if (q := question(n)) and q.which != n and n not in AGES]


@pytest.mark.parametrize("asking", PLAIN)
def test_a_question_can_be_answered_in_every_way(asking):
    assert {"yes", "no", "unsure"} <= set(buttons(Session(asking=asking)))


def test_an_age_is_a_number_to_be_said_or_a_band_to_be_touched_and_can_be_left_out():
    assert buttons(Session(asking="screen:age")) == ("unsure",)
    bands = {"report:under_18", "report:over_55", "no"}
    assert {*bands, "unsure"} == set(buttons(Session(asking="screen:age_band")))


def test_a_stretch_that_rests_can_go_on_go_to_the_next_or_stop():
    assert {"resume", "next", "stop"} <= set(buttons(Session(asking="stretch:halfway")))


def test_how_bad_it_is_can_be_touched_from_none_to_the_worst_or_left_out():
    shown = buttons(Session(asking="diary:severity"))
    assert shown == (*(f"severity:{n}" for n in range(11)), "next")
