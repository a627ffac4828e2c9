"""Whose advice is spoken, and how soon: nothing that was told goes without an answer."""

from dataclasses import replace

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.checking.advice import STRONGEST, advice, left_out
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


def test_every_sign_has_its_place_among_the_strongest():
    assert sorted(STRONGEST) == sorted(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_told_alone_brings_its_own_advice(sign):
    session = Session(answers={sign: "yes"})
    reached = triage(session.answers)
    said = [line.name for line in advice(session, reached)]
    if reached.tier == "URGENT":
        assert said[0] == f"verdict/urgent:tier_{sign}"
    else:
        assert said[0] == "verdict/soon:tier"
        assert f"sign/{sign}:action" in said


def test_a_cough_that_newly_sets_it_off_is_a_matter_of_today():
    """Said at once, or on request to those who are told to call today."""
    for more in ({}, {"pregnancy": "yes"}, {"under_18": "yes"}):
        session = Session(answers={"everyday_trigger": "yes", **more})
        reached = triage(session.answers)
        session = replace(session, tier=reached.tier, reasons=reached.reasons)
        at_once = [line.name for line in advice(session, reached)]
        later = [line.name for line in left_out(session)]
        assert ("sign/everyday_trigger:today" in at_once) == (not more)
        assert ("sign/everyday_trigger:advice" in later) == bool(more)


def test_a_correction_before_the_verdict_leads_on_with_the_questions():
    session, _ = advance(Session(), Heard("start_check"))
    session, _ = advance(session, Heard("no"))
    session, reply = advance(session, Heard("correct", {"numbness_tingling": "yes"}))
    assert session.goal == "check"
    assert session.answers["numbness_tingling"] == "yes"
    assert reply.listening
