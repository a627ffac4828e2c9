"""Every state answers every meaning, and no walk through the conversation breaks what must hold."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spasm_guide.clinical.findings import FINDINGS, SIGNS, level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.load import load
from spasm_guide.content.questions import names, question
from spasm_guide.conversation import crisis
from spasm_guide.conversation.diary.timers import ALERTS, HOURS
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.offer import BY_TIER
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import state_of
from tests.conversation.acting import advance
from tests.conversation.speaking import LOCALES, reprompted, spoken
from tests.safety.lines import ALOUD

QUESTIONS = (
    None,
    "menu",
    *names(),
    *(f"confirm:{f}" for f in FINDINGS),
    "confirm:provider",
    "confirm:age",
    "confirm:correction",
    "confirm:change",
    *dict.fromkeys(f"offer:{what}" for offers in BY_TIER.values() for what in offers),
    "offer:more",
    "relief:when",
    *(f"relief:{step}" for step in load("relief")["steps"]),
    *(f"diary:{name}" for name in ("cause", "severity", "when")),
    "stretch:hurt",
    "stretch:instead",
    *(f"consent:{what}" for what in ("diary", "bookmark", "forget_me", "delete_last", *ALERTS)),
    *crisis.ON,
    "help_reached",
)


def standing(asking, tier):
    """A session at that question, as it would have come there."""
    q, (state, _, thing) = question(asking), (asking or "menu").partition(":")
    data: dict[str, object] = {}
    if q and asking == q.which:
        data = {"left": [item.name for item in q.items]}
    elif asking == "confirm:age":  # The number is not kept (checking/age.py).
        state, thing = "screen", "age"
    elif asking == "confirm:correction":
        data = {"findings": ["persistent"]}
    elif asking == "offer:more":
        data = {"topic": "causes"}
    elif thing == "delete_last":
        data = {"days": 1, "cause": "sneezing", "severity": 7}
    elif state == "consent" and thing in HOURS:
        data = {"hour": 9, "minute": 0, "day": "daily"}
    elif state == "consent" and thing in ALERTS:
        data = {"minutes": 15, "look": 5, "capped": False}
    said = (Line(f"{state}/{thing or state}:ask", data),)
    checking = state_of(asking) in ("screen", "sign")
    return Session(
        asking=asking,
        said=said if asking else (),
        goal="check" if checking or tier else None,
        tier=tier,
        answers={"persistent": "yes"} if tier == "SOON" else {},
        locked=tier == "URGENT",
        changing={"persistent": "no"} if asking == "confirm:correction" else {},
        topic="causes" if asking == "offer:more" else None,
    )


def holds(before, session, reply, locale="en-US"):
    """What must hold after any turn."""
    said = spoken(session, reply, locale)
    assert said.text, "silence"
    assert reply.listening == said.text.endswith("?"), said.text
    if reply.listening:
        assert session.asking
        assert reprompted(session, reply, locale)
        if state_of(session.asking) in ("screen", "sign"):
            assert "call" in reprompted(session, reply, locale)
    if before.tier:
        assert session.tier, "the verdict was forgotten"
    if before.locked:
        assert session.locked
    if session.locked:
        assert not (session.asking or "").startswith(("stretch", "offer:stretch"))
    if session.tier == "EMERGENCY":
        assert not reply.listening
    raw = json.loads(json.dumps(session.to_attributes()))
    assert Session.from_attributes(raw) == session
    assert len(json.dumps(raw)) < 8000


@pytest.mark.parametrize("tier", [None, "SELF_CARE", "SOON", "URGENT"])
@pytest.mark.parametrize("asking", QUESTIONS)
def test_every_meaning_is_answered(asking, tier):
    if tier == "URGENT" and asking in ("offer:stretches", "stretch:hurt", "stretch:instead"):
        pytest.skip("cannot be reached: tests/safety/test_locks.py")
    if asking == "help_reached" and tier:
        pytest.skip("a new session: no verdict was spoken in it")
    before = standing(asking, tier)
    for meaning in MEANINGS:
        heard = Heard(meaning, sign="radiating" if meaning == "explain_sign" else None)
        session, reply = advance(before, heard)
        holds(before, session, reply)


@pytest.mark.parametrize("asking", QUESTIONS)
@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_told_anywhere_is_answered_at_once(asking, locale):
    before = standing(asking, None)
    session, reply = advance(before, Heard("report", {"cauda_equina": "yes"}))
    assert session.tier == "EMERGENCY"
    assert ALOUD[locale] in spoken(session, reply, locale).text
    assert not reply.listening


moves = st.builds(
    Heard,
    st.sampled_from([m for m in MEANINGS if m != "stop"] + ["yes", "no", "no", "no", "report"] * 6),
    answers=st.one_of(
        st.just({}),
        st.dictionaries(
            st.sampled_from(FINDINGS), st.sampled_from(["yes", "no", "unsure"]), max_size=2
        ),
    ),
    sign=st.sampled_from((None, *SIGNS)),
    stretch=st.sampled_from([None, "cat_cow"]),
    likely=st.sampled_from([(), (), ("cauda_equina",), ("weakness",)]),
    subject=st.sampled_from([None, None, "someone", "child", "self"]),
    elapsed=st.none() | st.floats(0, 300),
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(moves, min_size=1, max_size=25), st.sampled_from(LOCALES))
def test_no_walk_breaks_what_must_hold(walk, locale):
    session, reply = advance(Session(), Heard("open"))
    for heard in walk:
        if not reply.listening:
            session = Session()
        before = session
        session, reply = advance(before, heard)
        holds(before, session, reply, locale)
        reached = triage(session.answers).tier
        if reached == "EMERGENCY" and heard.meaning not in (
            "crisis",
            "other_emergency",
            "help_already_here",
        ):
            assert session.tier == "EMERGENCY"
        if session.tier and heard.meaning in ("report", "yes") and session.goal is None:
            assert level(session.tier) >= level(reached)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_yes_stays_a_yes_unless_taken_back(data):
    session, _ = advance(Session(), Heard("start_check"))
    told = set()
    for heard in data.draw(st.lists(moves, max_size=15)):
        if heard.meaning in ("correct", "start_over", "start_check", "back", "too_painful", "yes"):
            continue
        session, reply = advance(session, heard)
        told |= {f for f, a in heard.answers.items() if a == "yes"}
        if not reply.listening:
            return
        assert all(session.answers.get(f) == "yes" for f in told)


def test_a_question_of_no_state_is_taken_for_the_menu():
    session, reply = advance(Session(asking="nonsense:x"), Heard("next"))
    holds(Session(), session, reply)
