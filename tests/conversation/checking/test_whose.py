"""Whose back it is, from one answer to the next."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


@pytest.mark.parametrize(
    ("asking", "meaning", "answers", "whose"),
    [
        ("screen:life", "repeat", {}, "self"),
        ("screen:life", "question", {}, "self"),
        ("sign:weakness", "unclear", {}, "self"),
        ("screen:life", "no", {}, "someone"),
        ("screen:life", "question", {"fever_or_unwell": "yes"}, "someone"),
        ("menu", "start_check", {}, "someone"),
    ],
)
def test_a_remark_about_another_in_the_middle_of_the_check_changes_nobody(
    asking, meaning, answers, whose
):
    """*Ha, she's making me laugh, what was it*; not *no, he hasn't*."""
    heard = Heard(meaning, answers, subject="someone", topic="driving")
    assert advance(Session(asking=asking), heard)[0].subject == whose
