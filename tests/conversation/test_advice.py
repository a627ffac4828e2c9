"""Whose advice is spoken, and how soon: nothing that was told goes without an answer."""

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.checking.advice import STRONGEST, advice
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


def test_every_sign_has_its_place_among_the_strongest():
    assert sorted(STRONGEST) == sorted(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_told_alone_brings_its_own_advice(sign):
    session = Session(answers={sign: "yes"})
    reached = triage(session.answers)
    if reached.tier in ("SOON", "URGENT"):
        said = [line.name for line in advice(session, reached)]
        assert f"sign/{sign}:action" in said
        assert said[0] == f"verdict/{reached.tier.lower()}:tier"


def test_a_correction_before_the_verdict_leads_on_with_the_questions():
    session, _ = advance(Session(), Heard("start_check"))
    session, _ = advance(session, Heard("no"))
    session, reply = advance(session, Heard("correct", {"numbness_tingling": "yes"}))
    assert session.goal == "check"
    assert session.answers["numbness_tingling"] == "yes"
    assert reply.listening
