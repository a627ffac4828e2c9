"""What a session remembers comes back whole, and nothing foreign gets in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_guide.clinical.findings import ANSWERS, FINDINGS
from spasm_guide.conversation.session import ForeignSession, Session

answers = st.dictionaries(st.sampled_from(FINDINGS), st.sampled_from(ANSWERS))
sessions = st.builds(
    Session,
    asking=st.none() | st.sampled_from(["menu", "sign:weakness", "offer:relief"]),
    answers=answers,
    asked=st.lists(st.sampled_from(["screen:life", "sign:weakness"])).map(tuple),
    unclear=st.integers(0, 5),
    tier=st.sampled_from([None, "SOON", "URGENT"]),
    locked=st.booleans(),
    said=st.lists(st.tuples(st.text(), st.dictionaries(st.text(), st.integers()))).map(tuple),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("version", "asking", "answers", "tier", "said", "asked", "unclear", "locked", "subject")


@given(sessions)
def test_comes_back_whole_through_json(session):
    attributes = json.loads(json.dumps(session.to_attributes()))
    assert Session.from_attributes(attributes) == session


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), anything))
def test_anything_at_all_is_a_session_or_foreign(attributes):
    try:
        session = Session.from_attributes({"version": 1, **attributes})
    except ForeignSession:
        return
    assert Session.from_attributes(json.loads(json.dumps(session.to_attributes()))) == session


def test_another_version_is_foreign():
    with pytest.raises(ForeignSession, match="version"):
        Session.from_attributes({"asking": "menu"})


def test_nothing_remembered_is_a_fresh_session():
    assert Session.from_attributes({}) == Session.from_attributes(None) == Session()
