"""What may count, over every kind of question, every meaning, every look of the words."""

from dataclasses import fields, replace
from functools import cache
from itertools import product

import pytest

from spasm_guide.clinical.findings import ANSWERS, FINDINGS
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.reading import thresholds
from spasm_guide.reading.asked import asked
from spasm_guide.reading.caution import Looks
from spasm_guide.reading.judge import BEGINNING, TELLING, judge
from spasm_guide.reading.policy import COUNTS, DENIALS, MILD, counts
from spasm_guide.reading.scores import Scores
from tests.reading.asking import DANGERS, ITEMISED

LABELS = (*MEANINGS, "none", "partly")
SOME = (*TELLING, "question", "stop")
STATES = (
    *(None, "menu", "screen:life", "screen:unheard_of", "sign:weakness", "sign:persistent"),
    *("confirm:cauda_equina", "confirm:correction", "confirm:provider", "consent:forget_me"),
    *("offer:stretches", "relief:ice", "stretch:cat_cow", "diary:cause", "diary:severity"),
    *("screen:age", "help_reached"),
)
ASKED = (*map(asked, STATES), *ITEMISED)
SURE, LIKELY, DOUBTFUL = 0.97, 0.7, 0.45
APART = ("denied", "partly", "dying", "taken", "noting", "unwished")
"""Of several values, or weighed before any answer is: each has a test of its own."""
FLAGS = tuple(f.name for f in fields(Looks) if f.name not in APART)


def scores(meaning, how=SURE, **found):
    """All the rest is spread evenly; a finding not named is absent."""
    rest = (1 - how) / (len(LABELS) - 1)
    said = {f: {"absent": 0.0, "yes": 0.0, "no": 0.0, "unsure": 0.0} for f in FINDINGS}
    for finding, row in said.items():
        answer, p = found.get(finding, ("absent", 1.0))
        row[answer] = p
        row["absent"] += 1 - sum(row.values())
    return Scores(
        meaning={label: how if label == meaning else rest for label in LABELS},
        findings=said,
        topic={"driving": 0.9, "none": 0.1},
        whose={"none": 1.0},
        sign={"weakness": 0.9, "none": 0.1},
        stretch={"cat_cow": 0.9, "none": 0.1},
    )


@cache
def plain(meaning, how):
    return scores(meaning, how)


def open_finding(put, answer, how):
    """The open sign is taught as a finding too."""
    return {put.single: (answer, how)} if put.single else {}


def all_looks():
    for values in product((False, True), repeat=len(FLAGS)):
        for denied in ((), ("chest_pain",)):
            yield Looks(**dict(zip(FLAGS, values, strict=True)), denied=denied)


EVERY_LOOK = tuple(all_looks())
FEW = tuple(look for look in EVERY_LOOK if sum(getattr(look, name) for name in FLAGS) <= 2)


def every_case(*answers):
    """Every look of these answers; of what is none of them, those with two marks at most."""
    for meaning, how in product(SOME, (SURE, LIKELY)):
        for look in EVERY_LOOK if meaning in answers else FEW:
            yield meaning, how, look


def well_formed(heard):
    return (
        heard.meaning in MEANINGS
        and all(f in FINDINGS and a in ANSWERS for f, a in heard.answers.items())
        and not set(heard.likely) & heard.answers.keys()
    )


@pytest.mark.parametrize("meaning", LABELS)
def test_every_meaning_at_every_question_is_heard_as_something(meaning):
    for put, how in product(ASKED, (SURE, LIKELY, DOUBTFUL)):
        heard = judge(scores(meaning, how), put, Looks(noting=True))
        assert well_formed(heard)
        if meaning not in TELLING and how == SURE:
            assert heard.meaning == meaning and not heard.answers


@pytest.mark.parametrize("put", DANGERS, ids=lambda put: put.name)
def test_danger_is_passed_only_by_a_clear_denial_of_all(put):
    for meaning, how, look in every_case("no", "partly"):
        heard = judge(plain(meaning, how), put, look)
        whole = look.bare or look.several
        spoils = [name for name in DENIALS if name != "denied" or not whole]
        spoiled = any(getattr(look, name) for name in spoils)
        innocent = put.name == BEGINNING and not look.denying
        part = look.total or look.bare or innocent
        denied = meaning == "no" or (meaning == "partly" and part)
        assert (heard.meaning == "no") == (denied and how == SURE and not spoiled)
        assert "no" not in heard.answers.values()


@pytest.mark.parametrize(
    "put", [p for p in ASKED if p.kind in ("danger", "check")], ids=lambda p: p.name
)
@pytest.mark.parametrize("p", [thresholds.ASK + 0.01, LIKELY, SURE])
def test_a_no_beside_a_danger_that_was_asked_for_is_none(put, p):
    for finding in set(put.findings) & set(FINDINGS) - set(MILD):
        heard = judge(scores("no", SURE, **{finding: ("yes", p)}), put, Looks())
        assert heard.meaning != "no"
        assert heard.answers.get(finding) != "no"


@pytest.mark.parametrize("put", ASKED, ids=lambda put: str(put.name))
def test_what_is_surely_said_with_yes_is_kept_whatever_else_was_said(put):
    for finding, meaning in product(FINDINGS, SOME):
        if put.name and put.name.startswith("diary") and finding in MILD:
            continue
        how = open_finding(put, meaning, SURE) if meaning in ANSWERS else {}
        heard = judge(scores(meaning, SURE, **{**how, finding: ("yes", SURE)}), put, Looks())
        told = heard.answers.get(finding) == "yes"
        assert told or finding in heard.likely or finding == put.single, (finding, meaning)
        assert heard.answers.get(finding) != "no"


@pytest.mark.parametrize("finding", [f for f in FINDINGS if f not in MILD])
def test_a_likely_danger_is_asked_about_and_an_unlikely_one_left(finding):
    launch = asked(None)
    for p in (0.15, 0.3, 0.4):
        heard = judge(scores("report", SURE, **{finding: ("yes", p)}), launch, Looks())
        assert heard.likely == (finding,) and finding not in heard.answers
    heard = judge(scores("report", SURE, **{finding: ("yes", 0.02)}), launch, Looks())
    assert not heard.likely and not heard.answers


@pytest.mark.parametrize("finding", MILD)
def test_a_mild_sign_is_set_or_left(finding):
    for p in (0.1, 0.2, 0.6, 0.9):
        heard = judge(scores("report", SURE, **{finding: ("yes", p)}), asked(None), Looks())
        assert not heard.likely and (finding in heard.answers) == (p > 0.5)


@pytest.mark.parametrize("state", ["consent:forget_me", "confirm:correction", "confirm:provider"])
def test_a_consent_needs_a_clear_yes_in_words_that_agree(state):
    for meaning, how, look in every_case("yes"):
        heard = judge(plain(meaning, how), asked(state), look)
        doubtful = look.question or look.exception or look.reversed
        clear = look.agreeing and not doubtful
        assert (heard.meaning == "yes") == (meaning == "yes" and how == SURE and clear)


def test_a_question_sets_and_clears_nothing():
    wishes = ("question", "explain_sign", "causes", "stop", "relief", "start_stretch")
    for put, meaning in product(ASKED, wishes):
        for answer, p in (("no", SURE), ("unsure", SURE), ("yes", 0.35)):
            told = dict.fromkeys(FINDINGS, (answer, p))
            heard = judge(scores(meaning, SURE, **told), put, Looks())
            assert not heard.answers and not heard.likely


@pytest.mark.parametrize("state", ["sign:weakness", "sign:persistent", "confirm:cauda_equina"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_sure_answer_sets_the_one_finding_that_is_asked_about(state, answer):
    finding = state.partition(":")[2]
    heard = judge(scores(answer, SURE, **{finding: (answer, SURE)}), asked(state), Looks())
    assert (heard.meaning, dict(heard.answers)) == (answer, {finding: answer})


@pytest.mark.parametrize("state", ["sign:weakness", "confirm:cauda_equina"])
def test_a_no_that_either_half_doubts_is_none(state):
    finding = state.partition(":")[2]
    for meaning, own in (("no", "absent"), ("none", "no"), ("no", "unsure"), ("no", "yes")):
        heard = judge(scores(meaning, SURE, **{finding: (own, SURE)}), asked(state), Looks())
        assert heard.meaning != "no" and heard.answers.get(finding) != "no"


def test_an_answer_beside_another_finding_is_a_report_of_both():
    found = {"weakness": ("no", SURE), "numbness_tingling": ("yes", SURE)}
    heard = judge(scores("report", SURE, **found), asked("sign:weakness"), Looks())
    assert heard.meaning == "report"
    assert heard.answers == {"weakness": "no", "numbness_tingling": "yes"}


def test_a_denial_of_one_of_several_is_told_as_one_of_several():
    found, look = {"cauda_equina": ("no", SURE)}, Looks(partly=frozenset(["cauda_equina"]))
    for state in (None, "offer:relief"):
        heard = judge(scores("report", SURE, **found), asked(state), look)
        assert heard.answers == {"cauda_equina": "no"}
        assert heard.details == {"partly": ["cauda_equina"]}
        assert not judge(scores("report", SURE, **found), asked(state), Looks()).details


def test_a_no_that_may_be_of_a_part_alone_counts_as_far_as_it_can_harm():
    def heard(denied=(), **said):
        meaning = {**dict.fromkeys(LABELS, 0.0), **said}
        look, life = Looks(denied=denied), asked("screen:life")
        return judge(replace(scores("no"), meaning=meaning), life, look).meaning

    assert heard(no=0.7, partly=0.3) == "no"
    assert heard(no=0.4, partly=0.6) == "unclear"
    assert heard(no=0.7, partly=0.2, unclear=0.1) == "unclear"
    assert heard(no=0.7, partly=0.3, denied=("chest_pain",)) == "unclear"


@pytest.mark.parametrize(
    ("state", "denying", "meant"),
    [
        ("screen:start", False, "no"),
        ("screen:start", True, "unclear"),
        ("screen:life", False, "unclear"),
    ],
)
def test_an_innocent_cause_denies_all_that_how_it_began_asks(state, denying, meant):
    """*Sneezed*; not *no fall*, which leaves the other half open."""
    meaning = {**dict.fromkeys(LABELS, 0.0), "no": 0.5, "partly": 0.5}
    look = Looks(denying=denying)
    assert judge(replace(scores("no"), meaning=meaning), asked(state), look).meaning == meant


def test_where_no_danger_is_asked_about_a_clear_no_is_one_though_it_names_a_part():
    def heard(put, denied, **said):
        meaning = {**dict.fromkeys(LABELS, 0.0), **said}
        look = Looks(denied=denied)
        return judge(replace(scores("no"), meaning=meaning), asked(put), look).meaning

    clear = {"no": thresholds.ALL, "partly": 1 - thresholds.ALL}
    assert heard("screen:recent", ("operation",), **clear) == "no"
    assert heard("screen:recent", ("operation",), no=0.55, partly=0.45) == "unclear"
    assert heard("screen:life", ("chest_pain",), **clear) == "unclear"


def test_a_report_that_reports_nothing_leaves_the_answer_to_the_answers():
    def heard(**said):
        meaning = {**dict.fromkeys(LABELS, 0.0), **said}
        return judge(replace(scores("no"), meaning=meaning), asked("screen:start"), Looks())

    assert heard(report=0.5, no=0.48, yes=0.02).meaning == "no"
    assert heard(report=0.6, no=0.3, none=0.1).meaning == "unclear"
    assert heard(report=0.97, no=0.03).meaning == "unclear"
    assert heard(report=0.6, yes=0.38, no=0.02).meaning == "unclear"


def test_a_spasm_told_of_is_noted_only_where_that_is_clearly_wished():
    noting = Looks(noting=True)
    assert judge(scores("log_spasm", 0.6), asked(None), noting).meaning == "report"
    assert judge(scores("log_spasm", 0.8), asked(None), noting).meaning == "log_spasm"
    assert judge(scores("log_spasm", SURE), asked(None), Looks()).meaning == "report"
    assert judge(scores("log_spasm", 0.6), asked("offer:relief"), Looks()).meaning == "log_spasm"


def test_a_doubtful_wish_to_die_is_asked_about_and_a_clear_one_is_not():
    assert judge(scores("crisis", 0.5), asked(None), Looks()).details == {"doubted": True}
    assert not judge(scores("crisis", SURE), asked(None), Looks()).details


def test_of_an_unclear_topic_the_two_nearest_are_told():
    topics = {"cost": 0.1, "driving": 0.35, "none": 0.3, "travel": 0.25}
    heard = judge(replace(scores("question"), topic=topics), asked(None), Looks())
    assert heard.topic is None and heard.details == {"nearest": ["driving", "travel"]}


def test_what_easily_reads_the_wrong_way_round_is_asked_about():
    look, found = Looks(reversed=True), {"weakness": ("no", SURE)}
    heard = judge(scores("report", SURE, **found), asked(None), look)
    assert heard.likely == ("weakness",) and not heard.answers


def test_a_no_before_a_cannot_is_in_doubt_where_one_thing_is_confirmed():
    found = {"cannot_stand_or_walk": ("no", SURE)}
    put = asked("confirm:cannot_stand_or_walk")
    assert judge(scores("no", SURE, **found), put, Looks(cannot=True)).meaning == "unsure"


def test_the_session_is_not_ended_in_the_check_on_a_guess():
    for meaning in ("stop", "help_already_here"):
        assert judge(scores(meaning, 0.6), asked("screen:life"), Looks()).meaning == "unclear"
        assert judge(scores(meaning, 0.6), asked("offer:relief"), Looks()).meaning == meaning


@pytest.mark.parametrize(("look", "meaning"), [("dying", "crisis"), ("taken", "other_emergency")])
def test_words_of_a_life_at_stake_are_heard_whatever_the_model_hears(look, meaning):
    for put, heard in product(ASKED, LABELS):
        if heard not in ("crisis", "other_emergency"):
            assert judge(plain(heard, SURE), put, Looks(**{look: True})).meaning == meaning
    crisis = asked("crisis:danger")
    for answer in ("yes", "no"):
        assert judge(plain(answer, SURE), crisis, Looks(**{look: True})).meaning == answer


def test_a_doubt_between_a_crisis_and_an_emergency_is_one_of_them():
    meaning = {**dict.fromkeys(LABELS, 0.0), "crisis": 0.2, "other_emergency": 0.15, "none": 0.6}
    heard = judge(replace(scores("no"), meaning=meaning), asked(None), Looks())
    assert heard.meaning == "crisis"


def test_what_is_not_to_be_logged_is_not():
    for put in ASKED:
        look = Looks(noting=True, unwished=True)
        assert judge(plain("log_spasm", SURE), put, look).meaning != "log_spasm"


def test_help_is_on_its_way_only_where_that_is_clear():
    reached = asked("help_reached")
    assert judge(scores("yes", 0.7), reached, Looks()).meaning != "yes"
    assert judge(plain("yes", SURE), reached, Looks()).meaning == "yes"
    assert judge(scores("no", 0.7), reached, Looks()).meaning == "no"


def test_a_crisis_is_taken_for_one_early():
    for meaning, put in product(("crisis", "other_emergency"), ASKED):
        assert judge(scores(meaning, 0.35), put, Looks()).meaning == meaning


def test_what_says_nothing_is_a_miss_at_a_question_and_heard_where_none_is_open():
    for put in ASKED:
        said = judge(scores("none", SURE), put, Looks()).meaning
        assert said == ("report" if put.kind == "open" else "unclear")


def test_what_was_denied_is_told_to_whoever_asks_again():
    heard = judge(scores("partly", SURE), asked("screen:life"), Looks(denied=("chest_pain",)))
    assert (heard.meaning, heard.details) == ("unclear", {"denied": ("chest_pain",)})


def test_each_wish_carries_what_it_is_about():
    def wish(meaning):
        return judge(scores(meaning), asked(None), Looks())

    assert wish("question").topic == "driving" and wish("question").sign is None
    assert wish("explain_sign").sign == "weakness" and wish("explain_sign").topic is None
    assert wish("start_stretch").stretch == "cat_cow" and wish("stop").stretch is None


def test_whose_back_it_is():
    said = scores("report")
    for who in ("self", "someone", "child"):
        other = Scores(
            said.meaning,
            said.findings,
            said.topic,
            {who: 0.6, "none": 0.4},
            said.sign,
            said.stretch,
        )
        assert judge(other, asked(None), Looks()).subject == who
    assert judge(said, asked(None), Looks()).subject is None


def test_at_a_diary_question_what_set_one_spasm_off_is_no_sign():
    found = {"everyday_trigger": ("yes", SURE), "weakness": ("yes", SURE)}
    assert judge(scores("report", SURE, **found), asked("diary:cause"), Looks()).answers == {
        "weakness": "yes"
    }


def test_only_some_denied_and_not_known_which_is_told_so_that_all_is_asked_for():
    heard = judge(scores("partly", LIKELY), asked("screen:life"), Looks())
    assert (heard.meaning, heard.details) == ("unclear", {"some": True})
    named = judge(scores("partly", LIKELY), asked("screen:life"), Looks(denied=("chest_pain",)))
    assert named.details == {"denied": ("chest_pain",)}


def test_to_take_back_carries_what_is_taken_back():
    heard = judge(scores("correct", SURE, weakness=("no", SURE)), asked("screen:life"), Looks())
    assert (heard.meaning, dict(heard.answers)) == ("correct", {"weakness": "no"})


def test_the_table_has_a_rule_for_each_answer_to_each_kind_of_question():
    kinds = {put.kind for put in ASKED}
    assert kinds == set(COUNTS) and all(set(rule) == set(ANSWERS) for rule in COUNTS.values())


def test_costs_make_the_thresholds_and_asking_lies_between():
    assert 0 < thresholds.ASK < thresholds.SET["grave"] < thresholds.PASS["grave"] < 1
    assert thresholds.PASS["mild"] < thresholds.PASS["grave"]


def test_a_no_to_what_may_be_grave_needs_as_much_as_one_to_a_danger():
    check = asked("screen:sudden")
    assert not counts("no", LIKELY, check, Looks()) and counts("no", SURE, check, Looks())
    assert counts("no", 0.8, asked("sign:persistent"), Looks())
    assert not counts("no", 0.8, check, Looks())


def test_a_no_of_several_dangers_needs_less_and_no_other_does():
    several = Looks(several=True)
    assert counts("no", thresholds.SEVERAL, asked("screen:life"), several)
    assert not counts("no", thresholds.SEVERAL - 0.01, asked("screen:life"), several)
    for put in ("screen:life", "confirm:weakness", "sign:numbness_tingling"):
        assert not counts("no", thresholds.PASS["grave"] - 0.01, asked(put), Looks())


def test_a_no_less_likely_than_a_report_has_none_of_what_several_denials_have():
    """*No, nothing's easing my chest*."""
    meaning = {**dict.fromkeys(LABELS, 0.0), "no": 0.4, "partly": 0.2, "report": 0.4}
    for told, heard in ((0.0, "no"), (0.45, "unclear")):
        said = {**meaning, "no": 0.95 - told - 0.2, "report": told}
        found = judge(
            replace(scores("no"), meaning=said), asked("screen:life"), Looks(several=True)
        )
        assert found.meaning == heard


def test_what_is_excepted_from_a_denial_is_not_denied_anywhere():
    found = {"numbness_tingling": ("no", SURE)}
    for state in (None, "offer:relief", "screen:life", "sign:numbness_tingling"):
        heard = judge(scores("report", SURE, **found), asked(state), Looks(exception=True))
        assert "no" not in heard.answers.values() and not heard.likely


def test_who_is_seventy_five_is_fifty_five_too():
    heard = judge(scores("report", SURE, over_75=("yes", SURE)), asked(None), Looks())
    assert heard.answers == {"over_75": "yes", "over_55": "yes"}


def test_only_topics_that_are_likely_are_offered_to_choose_from():
    def nearest(second):
        topic = {"driving": 0.35, "work": second, "scan": 0.05, "none": 0.2}
        heard = judge(replace(scores("question"), topic=topic), asked(None), Looks())
        return heard.topic, heard.details.get("nearest")

    assert nearest(0.2) == (None, ["driving", "work"])
    assert nearest(0.1) == (None, None)


@pytest.mark.parametrize("put", DANGERS, ids=lambda put: put.name)
@pytest.mark.parametrize("p", [thresholds.ELSEWHERE, SURE])
def test_a_denial_of_what_was_not_asked_about_passes_no_danger(put, p):
    """*I'm not hot or anything*, asked about the legs."""
    other = next(f for f in FINDINGS if f not in put.findings)
    for look in (Looks(), Looks(total=True), Looks(denying=True, bare=True)):
        heard = judge(scores("partly", SURE, **{other: ("no", p)}), put, look)
        assert heard.meaning != "no"
