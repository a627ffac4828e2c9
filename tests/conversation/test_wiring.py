"""Whatever comes back from outside, and whenever, the conversation goes on."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.wiring import OUTCOMES
from tests.conversation.acting import SUMMARY, advance
from tests.conversation.test_every_state import holds, moves

STATUSES = ("done", "agreed", "ask", "off", "unavailable", "permission", "full", "accepted", "?")
TIMER = {"what": "ice_timer", "left": 300, "on": 600, "paused": False, "prolonged": False}
BOOKMARK = {"routine": {"names": ["cat_cow"], "place": "bed", "state": "held"}, "pace": 1}

outcomes = st.builds(
    lambda status, bookmark, timers, entry: {
        **SUMMARY,
        "status": status,
        "bookmark": bookmark,
        "entry": entry,
        "minutes": 18,
        "timers": timers,
    },
    st.sampled_from(STATUSES),
    st.sampled_from([None, BOOKMARK]),
    st.sampled_from([[], [TIMER]]),
    st.sampled_from([None, "r1"]),
)
asides = st.builds(
    Heard,
    st.sampled_from(
        ["log_spasm", "diary_summary", "forget_me", "ice_timer", "remind_stretch", "resume", "yes"]
    ),
    details=st.sampled_from(
        [
            *({}, {"cause": "sneezing"}, {"severity": 7}, {"hour": 8}),
            *({"amend": "change", "severity": 6}, {"amend": "change"}, {"amend": "delete"}),
            *({"until": [None, 30]}, {"then": "heat"}),
        ]
    ),
)
unasked = st.builds(
    lambda task, outcome, token: Heard(
        "outcome", details={"task": task, "outcome": outcome, "token": token}
    ),
    st.sampled_from([*OUTCOMES, "dance"]),
    outcomes | st.sampled_from(["accepted", "denied", ""]),
    st.sampled_from([None, "ice_timer", "remind_heat", "nonsense"]),
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(moves | asides | unasked, outcomes), min_size=1, max_size=15))
def test_no_walk_with_outcomes_breaks_what_must_hold(walk):
    session, reply = advance(Session(), Heard("open"))
    for heard, outcome in walk:
        if not reply.listening and not reply.directives:
            session = Session()
        before = session
        session, reply = advance(before, heard, dict.fromkeys(OUTCOMES, outcome))
        holds(before, session, reply)
