"""Somebody thinks of ending their life: heard, told where to turn, led back only if they wish."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasm_guide.conversation.crisis import ON
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import LOCALES, spoken
from tests.conversation.test_every_state import QUESTIONS, holds, standing
from tests.safety.lines import ALOUD, LINES

HOSTILE = Heard("unclear", details={"hostile": True})
DOUBTED = Heard("crisis", details={"doubted": True})


def walk(session, *turns, locale="en-US"):
    texts = []
    for turn in turns:
        session, reply = advance(session, turn if isinstance(turn, Heard) else Heard(turn))
        texts.append(spoken(session, reply, locale).text)
    return session, texts


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("asking", [None, "screen:life", "offer:relief", "diary:cause"])
def test_the_first_time_a_person_is_named_and_danger_is_asked_about(asking, locale):
    session, (said,) = walk(standing(asking, None), "crisis", locale=locale)
    assert session.asking == "crisis:danger"
    assert LINES[locale].crisis in said
    assert said.endswith("Are you in danger of hurting yourself right now?")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("answer", ["yes", "unsure", "crisis", "help"])
def test_danger_gets_the_number_at_once_and_then_ends_with_it(answer, locale):
    for last in ("yes", "no", "unclear", "report"):
        session, said = walk(Session(), "crisis", answer, last, locale=locale)
        assert ALOUD[locale] in said[1] and said[1].endswith("Is somebody near who can come?")
        assert session.asking is None
        assert said[2].endswith(f"That's {ALOUD[locale]}, now.")


def test_whoever_goes_on_hears_other_words_each_time_and_then_the_line():
    session, said = walk(Session(), "crisis", "unclear", "crisis", "crisis")
    assert len(set(said)) == 4
    assert session.asking is None and "988" in said[-1]


@pytest.mark.parametrize("asking", [*ON, "screen:nerves"])
def test_stop_is_obeyed_with_the_line_last_and_the_tier_before(asking):
    told = {"after_injury": "yes"}
    session, _ = walk(Session(asking="screen:nerves", answers=told), "crisis")
    session, (said,) = walk(replace(session, asking=asking), "stop")
    assert session.asking is None
    assert "see a doctor today" in said
    assert said.index("see a doctor today") < said.index("988")
    assert re.search(r"988[^.]*\.( In danger, 911\.)?$", said)


@pytest.mark.parametrize("asking", [q for q in QUESTIONS if q and q.startswith(("screen", "sign"))])
def test_back_to_the_question_that_was_open_with_nothing_lost(asking):
    before = standing(asking, None)
    session, said = walk(before, "crisis", "no")
    assert session.asking == "crisis:back"
    assert not re.search(r"stretch|menu", said[-1])
    session, said = walk(session, "yes")
    assert session.asking == asking and session.answers == before.answers
    assert session.said[-1] == before.said[-1]


@pytest.mark.parametrize("asking", [None, "menu", "offer:relief"])
def test_nobody_is_offered_stretches_afterwards(asking):
    session, said = walk(standing(asking, "SELF_CARE"), "crisis", "no", "yes")
    assert "stretch" not in said[-1]
    assert session.asking == "menu"


def test_what_the_person_asks_about_the_back_leads_back_too():
    before = standing("screen:nerves", None)
    session, said = walk(before, "crisis", "no", Heard("question", topic="massage"))
    assert session.asking == "screen:nerves" and "rubbing" in said[-1]


def test_a_way_of_speaking_is_asked_about_and_not_assumed():
    before = standing("screen:nerves", None)
    session, said = walk(before, DOUBTED, "no")
    assert "do you mean the pain?" in said[0]
    assert "had to ask" in said[1] and session.asking == "screen:nerves"
    assert session.crisis is None
    for otherwise in ("yes", "unsure", "unclear", "crisis"):
        session, said = walk(before, DOUBTED, otherwise)
        assert session.asking == "crisis:danger", otherwise


def test_no_arguing_and_no_number_a_third_time():
    session, said = walk(Session(), "crisis", HOSTILE)
    assert "I'm a machine" in said[1] and "1" not in said[1].replace("988", "")
    session, said = walk(session, "stop")
    assert session.asking is None


@pytest.mark.parametrize("locale", LOCALES)
def test_a_child_and_somebody_elses_crisis(locale):
    child = Session(asking="screen:life", answers={"under_18": "yes"})
    session, (said,) = walk(child, "crisis", locale=locale)
    assert session.asking is None and "grown-up" in said
    assert (LINES[locale].child or LINES[locale].crisis) in said
    session, (said,) = walk(Session(), Heard("crisis", subject="someone"), locale=locale)
    assert session.asking is None and "Stay with them" in said and LINES[locale].crisis in said


def test_something_taken_already_is_an_emergency():
    session, said = walk(Session(), "crisis", "other_emergency")
    assert session.asking is None and "keep the packet" in said[-1]


def test_an_emergency_told_in_a_crisis_is_still_one():
    told = Heard("report", {"cauda_equina": "yes"})
    session, said = walk(Session(), "crisis", told)
    assert session.tier == "EMERGENCY"
    assert "911" in said[-1] and "988" in said[-1]


def test_the_line_is_the_last_word_however_the_session_ends():
    session, said = walk(Session(), "crisis", "no", "yes", "no")
    assert session.asking is None and "988" in said[-1]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*MEANINGS, "crisis", "unclear", "no"]), min_size=1, max_size=8))
def test_no_line_is_said_twice_and_nothing_breaks(meanings):
    session, reply = advance(Session(asking="screen:life", goal="check"), Heard("crisis"))
    heard = [spoken(session, reply).text]
    for meaning in meanings:
        if not reply.listening or not (session.asking or "").startswith("crisis"):
            return
        before = session
        session, reply = advance(before, Heard(meaning))
        if reply.task:  # Alexa is asked first, and what came of it is said (test_wiring.py).
            return
        holds(before, session, reply)
        text = spoken(session, reply).text
        general = meaning in ("repeat", "slower", "faster", "help")
        back = before.asking == "crisis:back"
        assert general or back or text not in heard
        heard.append(text)
