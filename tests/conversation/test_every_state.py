"""Every state answers every meaning, and no walk through the conversation breaks what must hold."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spasm_guide.clinical.findings import FINDINGS, SIGNS, level
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.alerts import ALERTS, HOURS
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.questions import CHECK, GATE
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import STATES
from spasm_guide.conversation.turn import state_of
from tests.conversation.acting import advance
from tests.conversation.speaking import LOCALES, reprompted, spoken
from tests.safety.lines import ALOUD

QUESTIONS = (
    None,
    "menu",
    *(q.name for q in (*CHECK, GATE[1])),
    "screen:history_which",
    "screen:caution_which",
    *(f"confirm:{f}" for f in FINDINGS),
    "confirm:provider",
    "confirm:correction",
    "confirm:change",
    "offer:stretches",
    "offer:relief",
    "offer:comfort",
    *(f"diary:{name}" for name in ("cause", "severity", "when")),
    *(f"consent:{what}" for what in ("diary", "place", "forget_me", *ALERTS)),
)
HISTORY = ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss")


def standing(asking, tier):
    """A session at that question, as it would have come there."""
    said = (("menu/menu:ask", {}),)
    if asking == "screen:history_which":
        said = (("screen/history_which:ask", {"left": list(HISTORY)}),)
    elif asking == "confirm:correction":
        said = (("confirm/correction:ask", {"findings": ["persistent"]}),)
    elif asking in {f"consent:{what}" for what in HOURS}:
        said = ((f"{asking.replace(':', '/')}:ask", {"hour": 9}),)
    elif asking in {f"consent:{what}" for what in ALERTS}:
        said = ((f"{asking.replace(':', '/')}:ask", {"minutes": 15, "look": 5}),)
    elif asking and asking not in ("menu", "screen:caution_which"):
        state, _, thing = asking.partition(":")
        said = ((f"{state}/{thing}:ask", {}),)
    elif asking == "screen:caution_which":
        said = (("screen/caution_which:ask", {"left": ["pregnancy", "under_18"]}),)
    checking = state_of(asking) in ("screen", "sign")
    return Session(
        asking=asking,
        said=said if asking else (),
        goal="check" if checking or tier else None,
        tier=tier,
        answers={"persistent": "yes"} if tier == "SOON" else {},
        locked=tier == "URGENT",
        changing={"persistent": "no"} if asking == "confirm:correction" else {},
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
    if (asking, tier) == ("offer:stretches", "URGENT"):
        pytest.skip("cannot be reached: tests/safety/test_locks.py")
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


def test_every_state_has_an_otherwise():
    for name, state in STATES.items():
        assert callable(state.otherwise), name
