"""Opened again soon after an emergency: help comes first, and nobody else is held up."""

import pytest

from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import LOCALES, spoken
from tests.conversation.test_every_state import holds
from tests.safety.lines import ALOUD

REOPENED = Session(asking="help_reached")


def turn(session, heard, locale="en-US"):
    session, reply = advance(session, heard)
    return session, reply, spoken(session, reply, locale).text


def test_it_is_asked_before_anything_else_with_a_way_out():
    session, _, said = turn(REOPENED, Heard("open"))
    assert session.asking == "help_reached"
    assert "say start over" in said and said.endswith("is help on its way?")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("meaning", ["no", "unsure", "stop"])
def test_without_help_the_number_comes_and_the_session_ends(meaning, locale):
    _, reply, said = turn(REOPENED, Heard(meaning), locale)
    assert not reply.listening
    assert said.count(ALOUD[locale]) == 2 and "Alexa, call for help" in said


@pytest.mark.parametrize("meaning", ["yes", "help_already_here"])
def test_with_help_on_the_way_we_step_back(meaning):
    _, reply, said = turn(REOPENED, Heard(meaning))
    assert not reply.listening and "do what they tell you" in said.lower()


@pytest.mark.parametrize("heard", [Heard("no", subject="someone"), Heard("start_over")])
def test_somebody_else_is_not_held_up(heard):
    session, _, said = turn(REOPENED, heard)
    assert session.asking == "menu" and "check the back" in said


@pytest.mark.parametrize("topic", ["no_phone", "alone", "call_for_me", "scared", "bath", "dose"])
def test_what_is_asked_is_answered_as_in_an_emergency(topic):
    session, _, said = turn(REOPENED, Heard("question", topic=topic))
    assert "911" in said and session.asking == "help_reached"


@pytest.mark.parametrize("meaning", ["correct", "back"])
def test_a_mistake_is_checked_anew_from_the_first_question(meaning):
    session, _, said = turn(REOPENED, Heard(meaning))
    assert session.asking == "screen:life" and not session.answers
    assert "from the start" in said


@pytest.mark.parametrize("meaning", [m for m in MEANINGS if m not in ("correct", "back")])
def test_nothing_leads_to_stretches_or_up_from_the_floor(meaning):
    session, reply, said = turn(REOPENED, Heard(meaning))
    holds(REOPENED, session, reply)
    assert not (session.asking or "").startswith(("stretch", "offer", "screen"))
    assert "push up" not in said


def test_what_is_told_of_the_back_does_not_lead_to_the_first_question():
    told = Heard("report", {"cannot_stand_or_walk": "yes"})
    session, _, said = turn(REOPENED, told)
    assert session.asking == "help_reached" and "911" in said and "call for help" in said
    session, _, said = turn(REOPENED, Heard("report", {"cauda_equina": "yes"}))
    assert session.tier == "EMERGENCY"


def test_not_understood_twice_the_number_and_out():
    session, reply, said = turn(REOPENED, Heard("unclear"))
    assert reply.listening and "911" in said
    _, reply, said = turn(session, Heard("unclear"))
    assert not reply.listening and "Alexa, call for help" in said
