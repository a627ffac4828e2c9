"""A finding that the reader has not learnt yet is not heard; it never breaks a turn."""

import pytest

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.reading import judge
from spasm_guide.reading.listen import listen
from spasm_guide.reading.model import model
from tests.conversation.acting import advance
from tests.conversation.speaking import spoken

TELLING = (
    "it hit me between the shoulder blades out of nowhere and my leg is numb",
    "i am eighty one and my spine is fused",
    "it burns when i pee and lying still does not help",
    "no",
)
UNKNOWN = "never_learnt"


def taught():
    scores = model("en")("no", None)
    return [f for f in FINDINGS if f in scores.findings]


def read(text, asking):
    return listen(text, asking, "en-US")


@pytest.mark.parametrize("text", TELLING)
@pytest.mark.parametrize("asking", [None, *(f"confirm:{f}" for f in FINDINGS)])
def test_a_turn_goes_on_whatever_the_reader_has_learnt(text, asking):
    said = (Line(f"{asking.replace(':', '/')}:ask"),) if asking else ()
    before = Session(asking=asking, said=said, goal="check")
    session, reply = advance(before, read(text, asking))
    assert spoken(session, reply).text


@pytest.mark.parametrize("text", TELLING)
def test_a_new_name_is_not_heard_and_changes_nothing_else(text, monkeypatch):
    before = read(text, None)
    monkeypatch.setattr(judge, "FINDINGS", (*taught(), UNKNOWN))
    heard = read(text, None)
    assert heard == before
    assert UNKNOWN not in {*heard.answers, *heard.likely}
