"""A question of the person's own is answered, never below the tier; it sets and clears nothing."""

import re
from dataclasses import replace
from itertools import product

import pytest

from spasm_guide.clinical.findings import TIERS
from spasm_guide.content.answers import CONDITIONS, MEANINGS_OF_WORDS, topics
from spasm_guide.content.load import ContentFault
from spasm_guide.conversation.answers.choose import block, tier_of
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import LOCALES, renderer, spoken
from tests.conversation.test_every_state import QUESTIONS, standing
from tests.safety.lines import ALOUD

TOPICS = tuple(topics())
ADVISING = tuple(t.name for t in topics().values() if t.advises)
LONGEST = 12.0
TOLD = {
    None: ({},),
    "SELF_CARE": ({}, {"blood_thinners": "no"}),
    "SOON": (
        {"radiating": "yes", "interferes_daily_life": "yes"},
        {"numbness_tingling": "yes"},
        {"pregnancy": "yes"},
        {"under_18": "yes"},
        {"osteoporosis_or_steroids": "yes"},
    ),
    "URGENT": ({"weakness": "yes"}, {"after_injury": "yes"}, {"cancer_or_weight_loss": "yes"}),
}
"""Answers that mean each tier, with what changes an answer beside it."""
STANDINGS = [(tier, told) for tier, each in TOLD.items() for told in each]
ANEW = {"confirm:age": "screen:age"}
"""No number is kept: it is asked for anew (checking/age.py)."""
PUT_OFF = r"nobody today|can wait|needn't|no need|within days|next few days"
"""Too weak where today is what the verdict says."""


def asked(topic, tier, told, asking="menu", locale="en-US", **details):
    """The answer alone, without the question after it."""
    before = replace(standing(asking, None), answers=told, tier=tier, locked=tier == "URGENT")
    session, reply = advance(before, Heard("question", topic=topic, details=details))
    return session, spoken(session, replace(reply, lines=reply.lines[:-1]), locale)


@pytest.mark.parametrize("asking", [q for q in QUESTIONS if not (q or "").startswith("crisis")])
def test_the_open_question_comes_again_and_nothing_is_set_or_cleared(asking):
    for tier, topic in product(TOLD, (*TOPICS, None)):
        told = TOLD[tier][0]
        if asking == "offer:stretches" and tier == "URGENT":
            continue
        before = replace(standing(asking, None), answers=told, tier=tier, locked=tier == "URGENT")
        session, reply = advance(before, Heard("question", topic=topic))
        assert (session.asking or "menu") == (ANEW.get(asking, asking) or "menu")
        kept = ("answers", "tier", "rule", "reasons", "asked", "ahead", "likely", "locked", "goal")
        assert all(getattr(session, name) == getattr(before, name) for name in kept)
        assert reply.listening and reply.lines[-1].name == session.said[-1].name


@pytest.mark.parametrize("locale", (*LOCALES, "en-ZZ"))
@pytest.mark.parametrize("topic", TOPICS)
def test_an_answer_is_there_for_every_tier_and_region_and_short(topic, locale):
    for tier, told in (*STANDINGS, (None, TOLD["URGENT"][0]), (None, TOLD["SOON"][0])):
        _, said = asked(topic, tier, told, locale=locale)
        assert said.text and said.seconds <= LONGEST, said
    _, said = asked(topic, None, {}, "help_reached", locale)
    assert said.text and said.seconds <= LONGEST, said


@pytest.mark.parametrize("topic", ADVISING)
def test_no_answer_is_weaker_than_the_verdict(topic):
    for told in TOLD["URGENT"]:
        for tier in ("URGENT", None):
            _, said = asked(topic, tier, told)
            assert re.search(r"\b(today|now|right away)\b|at once|call", said.text), said.text
            assert not re.search(PUT_OFF, said.text, re.I), said.text
    for locale in LOCALES:
        _, said = asked(topic, None, {}, "help_reached", locale)
        assert ALOUD[locale] in said.text, said.text
    for told in TOLD["SOON"]:
        _, said = asked(topic, "SOON", told)
        assert not re.search(r"nobody today|no need|it can wait while|home costs", said.text, re.I)


@pytest.mark.parametrize("topic", [t for t in TOPICS if t != MEANINGS_OF_WORDS])
@pytest.mark.parametrize("tier", [None, *TIERS])
def test_with_every_condition_there_is_an_answer(topic, tier):
    """Nothing is said to an emergency that speaks of something else."""
    asking = "help_reached" if tier == "EMERGENCY" else "menu"
    for findings in ((), *CONDITIONS.values()):
        session = Session(asking=asking, tier=tier, answers=dict.fromkeys(findings, "yes"))
        chosen = block(topics()[topic], session)
        if chosen is None or not topics()[topic].advises:
            assert chosen or tier_of(session) == "EMERGENCY"
        elif tier_of(session) == "EMERGENCY":
            assert chosen.startswith("emergency")


@pytest.mark.parametrize("topic", TOPICS)
def test_what_the_table_names_is_what_the_templates_have(topic):
    named = {*topics()[topic].blocks, *topics()[topic].again}
    assert named == set(renderer().blocks(f"answer/{topic}"))


def test_a_block_that_nothing_could_choose_is_a_fault(monkeypatch):
    rows = {"topics": {"a": {"blocks": ["sometimes"]}}}
    monkeypatch.setattr("spasm_guide.content.answers.load", lambda name: rows)
    topics.cache_clear()
    with pytest.raises(ContentFault, match="sometimes"):
        topics()
    topics.cache_clear()


def test_a_doubt_and_a_condition_are_heeded():
    _, bath = asked("bath", "SOON", {"numbness_tingling": "unsure"})
    assert "no hot water" in bath.text
    _, ice = asked("ice_or_heat", None, {"numbness_tingling": "yes"})
    assert "no ice and no heat" in ice.text
    _, pills = asked("pain_relief_choice", "SOON", {"pregnancy": "yes"})
    assert "take nothing before" in pills.text


def test_before_the_verdict_what_was_told_already_counts():
    _, said = asked("is_it_serious", None, {"weakness": "yes"})
    assert "already needs a doctor today" in said.text
    _, said = asked("can_it_wait", None, {})
    assert "before the questions" in said.text


def test_a_finding_in_the_same_words_is_kept_and_its_question_not_asked_again():
    before = standing("sign:weakness", None)
    heard = Heard("question", {"weakness": "yes"}, topic="is_it_serious")
    session, reply = advance(before, heard)
    assert session.answers["weakness"] == "yes"
    assert session.asking != "sign:weakness"
    assert any(each.name.startswith("answer/is_it_serious") for each in reply.lines)


def test_several_in_a_row_keep_the_question_open():
    session = standing("screen:nerves", None)
    for topic in ("massage", "chiropractor", "scan"):
        session, reply = advance(session, Heard("question", topic=topic))
        assert session.asking == "screen:nerves"
        assert reply.lines[-1] == Line("screen/nerves:short", {})


def test_why_and_what_a_word_means_follow_the_open_question():
    _, why = asked("why_this_answer", None, {}, "screen:nerves")
    assert "trapped" in why.text
    _, all_of_it = asked("word_meanings", None, {}, "screen:nerves")
    assert "bike seat" in all_of_it.text
    _, one = asked("word_meanings", None, {}, "screen:nerves", item="bladder_or_bowel")
    assert "can't hold it" in one.text and "bike seat" not in one.text


def test_of_a_question_not_understood_the_nearest_two_are_offered_once():
    heard = Heard("question", details={"nearest": ["work", "driving", "sex"]})
    session, reply = advance(standing("screen:life", None), heard)
    assert "about work, or about driving" in spoken(session, reply).text
    assert session.asking == "screen:life"
    session, reply = advance(session, heard)
    assert reply.lines[0].name == "anywhere/out_of_scope:say"
    session, _ = advance(session, Heard("question", topic="work"))
    session, reply = advance(session, heard)
    assert "about work, or about driving" in spoken(session, reply).text


def test_regions_have_their_own_words():
    assert "NHS" in asked("cost", "SOON", {}, locale="en-GB")[1].text
    assert "211" in asked("cost", "SOON", {}, locale="en-US")[1].text
    assert not re.search(r"NHS|\d", asked("cost", "SOON", {}, locale="en-AU")[1].text)
    assert "en una emergencia" in asked("language", None, {}, locale="en-US")[1].text
    assert "emergencia" not in asked("language", None, {}, locale="en-GB")[1].text


def test_in_brief_questions_are_short_and_every_one_of_them_is_put():
    session, _ = advance(Session(), Heard("start_check"))
    brief, reply = advance(session, Heard("question", topic="quick_version"))
    assert reply.lines[-1].name == "screen/life:short"
    put = []
    for each in (session, brief):
        names = []
        while each.tier is None:
            names.append(each.asking)
            assert each.said[-1].name.endswith(":short") == each.brief
            each, reply = advance(each, Heard("no"))
        put.append(names)
    assert put[0] == put[1]


@pytest.mark.parametrize("tier", [None, "SOON", "URGENT", "EMERGENCY"])
def test_who_stays_scared_hears_other_words_each_time(tier):
    """From URGENT on each of them still says what to do now."""
    asking = "help_reached" if tier == "EMERGENCY" else "menu"
    session, heard = Session(asking=asking, tier=tier), []
    for _ in range(3):
        session, reply = advance(session, Heard("question", topic="scared"))
        heard.append(spoken(session, replace(reply, lines=reply.lines[:1])).text)
    assert heard[0] != heard[1] != heard[2]
    if tier in ("URGENT", "EMERGENCY"):
        assert all(re.search("today|911", each) for each in heard)
