"""What a session remembers comes back whole, and nothing foreign gets in."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_guide.clinical.findings import ANSWERS, FINDINGS
from spasm_guide.conversation.kept import Alert, Fact, Routine, Spasm, WayBack
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import SHAPES, VERSION, ForeignSession, Session

answers = st.dictionaries(st.sampled_from(FINDINGS), st.sampled_from(ANSWERS))
sessions = st.builds(
    Session,
    asking=st.none() | st.sampled_from(["menu", "sign:weakness", "offer:relief"]),
    answers=answers,
    facts=st.dictionaries(
        st.sampled_from(FINDINGS), st.builds(Fact, st.text(), st.text(), st.integers(0, 99))
    ),
    asked=st.lists(st.sampled_from(["screen:life", "sign:weakness"])).map(tuple),
    unclear=st.integers(0, 5),
    tier=st.sampled_from([None, "SOON", "URGENT"]),
    locked=st.booleans(),
    routine=st.none()
    | st.builds(
        Routine,
        names=st.just(("cat_cow", "childs_pose")),
        place=st.sampled_from(["", "bed"]),
        index=st.integers(0, 1),
        lead=st.floats(0, 60),
        state=st.sampled_from(["new", "playing", "held"]),
    ),
    began=st.sampled_from([None, "new", "old"]),
    spasm=st.none()
    | st.builds(
        lambda cause: Spasm(cause, left=("severity",), amend="change", entry="r1"),
        st.none() | st.text(),
    ),
    alert=st.none()
    | st.builds(
        Alert,
        st.none() | st.integers(0, 23),
        st.booleans(),
        minutes=st.none() | st.integers(0, 60),
        change=st.sampled_from(["", "add"]),
        minute=st.integers(0, 59),
        day=st.sampled_from(["", "today", "tomorrow", "daily"]),
        what=st.sampled_from(["", "ice_timer"]),
        then=st.booleans(),
    ),
    way_back=st.none()
    | st.builds(
        WayBack,
        st.sampled_from([None, "offer:relief"]),
        st.none() | st.just(Line("offer/relief:ask")),
        st.sampled_from([None, "SOON"]),
    ),
    said=st.lists(st.builds(Line, st.text(), st.dictionaries(st.text(), st.integers()))).map(tuple),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("version", *SHAPES)


@given(sessions)
def test_comes_back_whole_through_json(session):
    attributes = json.loads(json.dumps(session.to_attributes()))
    assert Session.from_attributes(attributes) == session


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), anything))
def test_anything_at_all_is_a_session_or_foreign(attributes):
    try:
        session = Session.from_attributes({"version": VERSION, **attributes})
    except ForeignSession:
        return
    assert Session.from_attributes(json.loads(json.dumps(session.to_attributes()))) == session


def test_every_field_has_its_shape():
    assert tuple(SHAPES) == tuple(field.name for field in fields(Session))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("routine", {"names": []}),
        ("routine", {"names": ["cat_cow"], "index": 1}),
        ("routine", {"names": ["cat_cow"], "place": "roof"}),
        ("spasm", {"severity": "seven"}),
        ("way_back", {"question": ["offer/relief:ask"]}),
        ("goal", "world_peace"),
        ("put", 1),
        ("facts", {"weakness": {"item": 3}}),
        ("facts", {"headache": {"item": "numb"}}),
        ("answers", {"weakness": "maybe"}),
    ],
)
def test_what_has_another_shape_is_foreign(name, value):
    with pytest.raises(ForeignSession, match=name):
        Session.from_attributes({"version": VERSION, name: value})


def test_another_version_is_foreign():
    with pytest.raises(ForeignSession, match="version"):
        Session.from_attributes({"asking": "menu"})
    with pytest.raises(ForeignSession, match="version"):
        Session.from_attributes({"version": VERSION - 1, "asking": "menu"})


def test_nothing_remembered_is_a_fresh_session():
    assert Session.from_attributes({}) == Session.from_attributes(None) == Session()
