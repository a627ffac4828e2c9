"""What stays as it was is told in a line, or asked again."""

from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.checking.verdict import conclude
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


def test_the_same_again_is_told_in_a_line():
    answers = {"persistent": "yes"}
    reached = triage(answers)
    session = Session(goal="check", tier=reached.tier, rule=reached.rule, answers=answers)
    assert f"verdict/{reached.tier.lower()}:stands" in str(conclude(session))
    first = Session(goal="check", answers=answers)
    assert f"verdict/{reached.tier.lower()}:tier" in str(conclude(first))


def test_next_where_nothing_comes_next_puts_the_question_again():
    session, reply = advance(Session(asking="menu"), Heard("next"))
    assert (session.asking, session.unclear) == ("menu", 0)
    assert reply.listening
