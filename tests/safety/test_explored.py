"""In every state: what raises the tier is spoken, no question goes round, a leaver hears it."""

from dataclasses import replace

import pytest

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.turn import answering
from tests.conversation.acting import advance
from tests.conversation.speaking import spoken
from tests.conversation.test_every_state import QUESTIONS, standing

RAISING = ("radiating", "after_injury")
TOLD = (*RAISING, "weakness", "cancer_or_weight_loss", "effort_pain", "cauda_equina")
ANSWERING = [asking for asking in QUESTIONS if answering(standing(asking, None))]
CHECKED = [asking for asking in QUESTIONS if asking != "help_reached"]
"""After an emergency the number comes before any tier."""
TIERS = (None, "SELF_CARE", "SOON")
FIRST = ("no", "unsure", "unclear")


def spoken_tiers(reply):
    return {line.name.partition(":")[0] for line in reply.lines if line.name.startswith("verdict/")}


def last_of_the_back(reply):
    """Where to turn in a crisis alone comes after the tier."""
    return [line.name for line in reply.lines if not line.name.startswith("crisis/")][-1]


def to_the_verdict(session, reply, most=40):
    """Says no until a verdict is spoken or the session is over."""
    for _ in range(most):
        if spoken_tiers(reply) or not reply.listening:
            return session, reply
        session, reply = advance(session, Heard("no"))
    raise AssertionError(f"no end at {session.asking}")


@pytest.mark.parametrize("finding", RAISING)
@pytest.mark.parametrize("asking", CHECKED)
def test_what_raises_the_tier_is_in_the_tier_that_is_spoken_next(asking, finding):
    for tier in TIERS[:2]:
        for meaning in ("report", "yes", "lifestyle"):
            before = standing(asking, tier)
            session, reply = advance(before, Heard(meaning, {finding: "yes"}))
            assert session.answers[finding] == "yes"
            reached = triage(session.answers).tier
            session, reply = to_the_verdict(session, reply)
            if level(reached) > max(level(tier), 0):
                assert session.tier == triage(session.answers).tier, (tier, meaning)
                assert f"verdict/{session.tier.lower()}" in spoken_tiers(reply), (tier, meaning)


@pytest.mark.parametrize("finding", TOLD)
@pytest.mark.parametrize("asking", CHECKED)
def test_the_last_thing_that_a_leaver_hears_is_the_tier_that_was_reached(asking, finding):
    for tier in TIERS:
        session, reply = advance(standing(asking, tier), Heard("stop", {finding: "yes"}))
        reached = triage(session.answers).tier
        assert not reply.listening
        if level(reached) > max(level(tier), 0):
            assert last_of_the_back(reply).startswith(f"verdict/{reached.lower()}:"), tier
            assert session.tier == reached


@pytest.mark.parametrize("asking", ANSWERING)
def test_no_question_is_put_more_than_three_times_running(asking):
    for first in FIRST:
        for answer in ("unclear", "report", "yes", "unsure"):
            session, running = standing(asking, None), 1
            for turn in [first] + [answer] * 12:
                was = (session.asking, session.put)
                session, reply = advance(session, Heard(turn))
                running = running + 1 if (session.asking, session.put) == was else 1
                assert running <= 3 or not answering(session), (was, first, answer)
                if not reply.listening:
                    break


@pytest.mark.parametrize("finding", TOLD)
def test_after_an_emergency_nothing_weaker_than_the_number_is_the_last_word(finding):
    session, reply = advance(standing("help_reached", None), Heard("stop", {finding: "yes"}))
    assert not reply.listening
    assert "911" in spoken(session, replace(reply, lines=reply.lines[-1:])).text


@pytest.mark.parametrize("asking", CHECKED)
def test_a_likely_danger_left_behind_is_not_passed_over(asking):
    session, reply = advance(standing(asking, None), Heard("stop", likely=("cauda_equina",)))
    assert not reply.listening
    assert session.tier == "URGENT"
    assert last_of_the_back(reply) == "verdict/urgent:in_short"
