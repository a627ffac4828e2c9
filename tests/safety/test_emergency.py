"""What an emergency says, in every region."""

import pytest

from spasm_guide.clinical.rule_table import RULES
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import LOCALES, spoken
from tests.safety.lines import ALOUD

EMERGENCIES = [r for r in RULES if r.tier == "EMERGENCY"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rule", EMERGENCIES, ids=lambda r: r.id)
def test_number_first_then_why_and_alexa_does_not_pretend_to_dial(rule, locale):
    answers = {clause[0]: "yes" for clause in rule.when}
    session, reply = advance(Session(), Heard("report", answers))
    text = spoken(session, reply, locale).text
    assert text.index(ALOUD[locale]) < text.index("because")
    assert text.count(ALOUD[locale]) == 2
    assert "can't dial" in text
    assert not reply.listening
    assert session.reasons
    assert "stretch" not in text


@pytest.mark.parametrize("beside", ["weakness", "cauda_equina", "chest_or_abdominal"])
@pytest.mark.parametrize("injury", ["after_injury", "serious_accident"])
def test_an_injured_back_is_kept_still_whatever_made_it_an_emergency(injury, beside):
    session, reply = advance(Session(), Heard("report", {injury: "yes", beside: "yes"}))
    assert "Keep still" in spoken(session, reply).text
