"""Envelopes such as nobody should send: real ones with parts gone, swapped, repeated or garbled."""

import copy
from typing import Any

from hypothesis import strategies as st

from build_tools.conversations import all_requests
from interaction_model.phrases import load as load_corpus
from tests.runtime.requests import every_type

HALVES = st.sampled_from(["\ud800", "numb \udfff legs", "\x00", "i\x07m \ufffe"])
"""What JSON may hold and no answer can."""
WORDS = (
    st.text(max_size=60)
    | HALVES
    | st.deferred(lambda: st.sampled_from(sorted({phrase.text for phrase in load_corpus()})))
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.sampled_from(["", "yes", "en-US", "de-DE", "IntentRequest", "1969-12-31T23:59:59Z"])
    | WORDS
)
JUNK = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=5,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every part below the top."""
    children: list[tuple[Any, Any]] = []
    if isinstance(node, dict):
        children = list(node.items())
    elif isinstance(node, list):
        children = list(enumerate(node))
    found = []
    for key, child in children:
        found += [(*path, key), *places(child, (*path, key))]
    return found


def change(draw: st.DrawFn, event: dict[str, Any]) -> bool:
    """One part gone, replaced, or put where another is; whether that was what we remembered."""
    where = draw(st.sampled_from(places(event)))
    parent: Any = event
    for key in where[:-1]:
        parent = parent[key]
    match draw(st.integers(0, 3)):
        case 0:
            del parent[where[-1]]
        case 1:
            parent[where[-1]] = draw(SCALARS)
        case 2:
            parent[where[-1]] = draw(JUNK)
        case 3:
            other: Any = event
            for key in draw(st.sampled_from(places(event))):
                other = other[key]
            parent[where[-1]] = copy.deepcopy(other)
    return where[0] == "session"


@st.composite
def envelopes(draw: st.DrawFn, sessions: list[dict[str, Any]]) -> tuple[Any, bool]:
    """An event, and whether its session is as the skill itself had written it in `sessions`."""
    kind = draw(st.integers(0, 19))
    if kind == 0:
        return draw(JUNK), False
    pool = every_type() if kind < 5 else all_requests()
    event = copy.deepcopy(draw(st.sampled_from(draw(st.sampled_from(pool)))))
    if draw(st.booleans()):
        event["session"]["new"] = False
        event["session"]["attributes"] = copy.deepcopy(draw(st.sampled_from(sessions)))
    slots = event["request"].get("intent", {}).get("slots", {})
    for slot in slots.values():
        if draw(st.booleans()):
            slot["value"] = draw(WORDS)
    whole = True
    for _ in range(draw(st.integers(0, 4))):
        if places(event) and change(draw, event):
            whole = False
    return event, whole
