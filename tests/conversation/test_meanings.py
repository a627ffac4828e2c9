"""The contract with the interaction model: what can be meant is answered, and nothing else is."""

from spasm_guide.conversation.heard import EVENTS, MEANINGS
from spasm_guide.conversation.turn import OTHERWISE
from spasm_guide.conversation.wiring import ANYWHERE, STATES


def test_every_meaning_and_event_is_answered_and_no_other():
    answered = {meaning for handlers in (ANYWHERE, *STATES.values()) for meaning in handlers}
    assert answered - {OTHERWISE} == {*MEANINGS, *EVENTS}
