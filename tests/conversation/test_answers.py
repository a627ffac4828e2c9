"""What the article tells, asked for at any moment: short, and then the open question again."""

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.conversation.answers.article import ANYWHERE, STAY, TOPICS
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import LOCALES, spoken


def walk(session, *turns):
    texts = []
    for turn in turns:
        session, reply = advance(session, turn if isinstance(turn, Heard) else Heard(turn))
        texts.append(spoken(session, reply).text)
    return session, texts


@pytest.mark.parametrize("meaning", sorted(ANYWHERE))
def test_in_the_middle_of_the_check_the_question_comes_again_in_few_words(meaning):
    before, _ = walk(Session(), "start_check")
    session, _ = walk(before, meaning)
    assert session.asking == before.asking
    assert session.said[-1].name == "screen/life:short"
    assert session.said[0].name.startswith("answer/")


@pytest.mark.parametrize("topic", TOPICS)
def test_more_is_offered_where_nothing_else_is_asked(topic):
    session, texts = walk(Session(), "open", topic)
    assert session.asking == "offer:more"
    session, more = walk(session, "yes")
    assert session.asking == "menu"
    assert more[0].split(".")[0] not in texts[-1]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_sign_can_be_asked_for_by_name_and_is_short(sign, locale):
    session, reply = advance(Session(asking="menu"), Heard("explain_sign", sign=sign))
    sound = spoken(session, reply, locale)
    assert sound.seconds <= 22, sound.text


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_answer_is_short(topic, locale):
    session, reply = advance(Session(asking="menu"), Heard(topic))
    sound = spoken(session, reply, locale)
    assert sound.seconds <= 22, sound.text


def test_without_a_name_the_sign_being_asked_about_is_meant():
    session = Session(asking="sign:radiating", goal="check", said=(Line("sign/radiating:ask"),))
    _, texts = walk(session, "explain_sign")
    assert "sciatica" in texts[0]


def test_without_a_name_and_a_question_all_signs_are_listed():
    _, texts = walk(Session(), "open", "explain_sign")
    assert "Eight warning signs" in texts[-1]


@pytest.mark.parametrize("finding", STAY)
def test_nobody_who_must_keep_still_is_told_how_to_get_up(finding):
    for answer in ("yes", "unsure"):
        session = Session(asking="menu", answers={finding: answer})
        session, reply = advance(session, Heard("get_up"))
        text = spoken(session, reply).text
        assert "push up" not in text


def test_a_question_about_another_topic_leads_on():
    _, texts = walk(Session(), "open", "causes", "lifestyle", "yes")
    assert "thirty minutes" in texts[-1]


@pytest.mark.parametrize(
    ("answers", "asking", "heard"),
    [
        ({}, "menu", "right away after a fall"),
        ({}, "screen:life", "These questions tell how soon"),
        ({"radiating": "yes"}, "screen:life", "in the next few days"),
        ({"weakness": "yes"}, "screen:life", "today: call now"),
    ],
)
def test_when_to_see_a_doctor_follows_what_was_told(answers, asking, heard):
    session = Session(asking=asking, answers=answers, goal="check")
    session, reply = advance(session, Heard("when_to_see_doctor"))
    assert heard in spoken(session, reply).text
    assert session.asking == ("offer:more" if asking == "menu" else asking)
