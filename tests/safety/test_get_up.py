"""Who may have hurt the spine or its nerves is not told how to get up, but to stay."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance

NERVES_OR_SPINE = (
    *("serious_accident", "after_injury", "cauda_equina"),
    *("weakness", "numbness_tingling"),
)


def told(answers):
    session = Session(asking="offer:more", goal="check", tier="SOON", answers=answers)
    return [line.name for line in advance(session, Heard("get_up"))[1].lines]


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("finding", NERVES_OR_SPINE)
def test_stays_where_they_are(finding, answer):
    """Or hears to call, where that is already due."""
    assert {"answer/get_up:stay", "verdict/emergency:call"} & set(told({finding: answer}))


def test_others_are_told_how():
    assert "answer/get_up:stay" not in told({"persistent": "yes", "weakness": "no"})
