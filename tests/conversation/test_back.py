"""Going back begins anew: what was not understood before counts no more."""

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


def test_back_puts_the_question_before_and_forgets_what_was_not_understood():
    session, _ = advance(Session(), Heard("start_check"))
    first = session.asking
    session, _ = advance(session, Heard("no"))
    session, _ = advance(session, Heard("unclear"))
    assert session.unclear == 1
    session, reply = advance(session, Heard("back"))
    assert (session.asking, session.unclear) == (first, 0)
    assert reply.listening
