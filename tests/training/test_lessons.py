"""What each head learns of a line: never more than its label tells."""

import pytest

from interaction_model.names import FINDINGS, MEANINGS, TOPICS
from interaction_model.phrases import NOTHING, PARTLY, parse
from interaction_model.training.lessons import ALLOWED, LABELS, NOT_YES, UNKNOWN, lesson
from spasm_guide.clinical import findings
from spasm_guide.conversation import heard


def learnt(line, state=None, source="new"):
    phrase = parse(f"{line}\t{source}")
    return lesson(phrase, state or phrase.state)


def meanings(found):
    return {LABELS["meaning"][place]: share for place, share in found.meaning}


def allowed(found, finding):
    return {LABELS["answer"][a] for a in ALLOWED[found.findings[FINDINGS.index(finding)]]}


def test_the_heads_know_every_name():
    assert set(findings.FINDINGS) <= set(FINDINGS)
    assert set(heard.MEANINGS) <= set(MEANINGS)
    assert len(TOPICS) == len(set(TOPICS)) == 45
    assert {NOTHING, PARTLY} <= set(LABELS["meaning"])


@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
@pytest.mark.parametrize("kind", ["sign", "confirm"])
def test_a_plain_answer_is_the_findings_answer_where_one_is_asked(kind, answer):
    found = learnt(f"{kind}:weakness\teasy\t{answer}\twell")
    assert meanings(found) == {answer: 1.0}
    assert allowed(found, "weakness") == {answer}
    assert allowed(found, "radiating") == {"absent"}


def test_a_plain_answer_to_several_things_tells_of_none():
    found = learnt("screen:life\teasy\tyes\tyes")
    assert allowed(found, "chest_or_abdominal") == {"absent"}


def test_equally_right_readings_share():
    found = learnt("launch\thard\trelief | start_check\ti can't cope")
    assert meanings(found) == {"relief": 0.5, "start_check": 0.5}


def test_an_optional_finding_is_never_a_no():
    found = learnt("launch\thard\treport weakness=yes optional=radiating\tmy leg")
    assert allowed(found, "radiating") == {"absent", "yes", "unsure"}


def test_one_thing_denied_of_several_is_no_denial_of_all():
    found = learnt("screen:nerves\teasy\treport cauda_equina=no\tpeeing's fine")
    assert meanings(found) == {PARTLY: 1.0}
    assert found.findings[FINDINGS.index("cauda_equina")] == NOT_YES
    whole = learnt("screen:nowhere\teasy\treport upper_back=no\tit's low down")
    assert allowed(whole, "upper_back") == {"no"}


def test_nothing_is_learnt_of_a_finding_that_an_old_line_may_tell():
    line = "launch\thard\treport persistent=yes\tit came out of nowhere and won't go"
    assert learnt(line, source="findings").findings[FINDINGS.index("sudden_unprovoked")] == UNKNOWN
    assert allowed(learnt(line), "sudden_unprovoked") == {"absent"}


def test_an_age_in_an_old_line_is_heard():
    line = "launch\thard\tnone\ti'm seventy eight and i've been gardening"
    found = learnt(line, source="findings")
    assert allowed(found, "over_55") == allowed(found, "over_75") == {"yes"}


def test_a_report_of_just_what_is_asked_is_an_answer_too():
    found = learnt("launch\teasy\treport weakness=yes\tmy leg is weak", state="sign:weakness")
    assert meanings(found) == {"yes": 0.5, "report": 0.5}
