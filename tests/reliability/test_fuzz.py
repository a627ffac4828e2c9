"""Whatever comes in, something sound goes out. `make fuzz` tries a hundred thousand envelopes."""

import json
import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.limits import check
from tests.reliability.envelopes import envelopes

CASES = int(os.environ.get("FUZZ_CASES", "150"))


@given(data=st.data())
@settings(
    max_examples=CASES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
def test_no_envelope_breaks_the_skill(skill, sessions, data):
    event, whole = data.draw(envelopes(sessions))
    skill.log.clear()
    answer = skill(event)
    request = event.get("request") if isinstance(event, dict) else None
    kind = request.get("type") if isinstance(request, dict) else None
    check(kind, answer, asks=whole)
    logged = json.dumps(skill.log)
    assert len(logged) < 1000
    assert "amzn1" not in logged or "amzn1" in str(kind)
