"""The check by its answers alone: order, follow-ups, what is never asked again, how long it is."""

import pytest

from spasm_guide.content.questions import question
from spasm_guide.conversation.checking.check import put
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.languages.load import locales
from tests.conversation.checking.asking import told, until, walk

WELL = (
    *("screen:life", "screen:nerves", "screen:start", "screen:fever", "screen:limbs"),
    *("screen:health", "screen:age", "screen:medicines", "screen:recent", "screen:pain"),
    "screen:pattern",
)


def test_with_nothing_wrong_these_are_asked_in_this_order():
    session, asked, _ = until({})
    assert tuple(asked[:-1]) == WELL
    assert session.tier == "SELF_CARE"
    session, asked, texts = until({}, age=62)
    assert len(asked) - 1 == 12
    assert "screen:effort" in asked
    assert not any("pregnant" in text for text in texts)
    assert session.tier == "SELF_CARE"


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("age", [42, 62])
def test_it_takes_a_hundred_seconds_at_most_and_eleven_to_its_first_question(locale, age):
    turns = ["start_check", *["no"] * 6, age, *["no"] * (5 if age > 54 else 4)]
    *_, first = walk(*turns[:1], locale=locale)
    assert first <= 11
    session, *_, asking = walk(*turns[:-1], locale=locale)
    assert session.asking == "screen:pattern"
    assert asking <= 100


AT_ONCE = {
    "chest": {"screen:life": "yes"},
    "nerves": {"screen:nerves": "yes"},
    "both legs, new": {
        "screen:nerves": told("cauda_equina", "both_legs"),
        "screen:both_legs": "yes",
    },
    "both legs, old, stays on sitting": {
        "screen:nerves": told("cauda_equina", "both_legs"),
        "screen:sitting": "no",
    },
    "both legs, not sure": {
        "screen:nerves": told("cauda_equina", "both_legs"),
        "screen:both_legs": "unsure",
    },
    "both legs, not sure of sitting": {
        "screen:nerves": told("cauda_equina", "both_legs"),
        "screen:sitting": "unsure",
    },
    "crash": {"screen:start": told("after_injury"), "screen:accident": "yes"},
    "out of nowhere, between the shoulder blades": {
        "screen:start": told("sudden_unprovoked"),
        "screen:nowhere": "yes",
    },
    "fever and confused": {"screen:fever": told("fever_or_unwell"), "screen:ill": "yes"},
    "fever and diabetic": {"screen:fever": told("fever_or_unwell"), "screen:risk": "yes"},
    "weak and worse": {
        "screen:limbs": "yes",
        "sign:weakness": "yes",
        "screen:worsening": "yes",
    },
    "fell and numb": {"screen:start": told("after_injury"), "screen:limbs": "yes"}
    | {"sign:numbness_tingling": "yes"},
    "pregnant and bleeding": {
        "screen:recent": told("pregnancy", "pregnant"),
        "screen:pregnancy": "yes",
    },
    "fused spine and a trip": {
        "screen:start": told("after_injury"),
        "screen:medicines": told("fused_spine", "fused_spine"),
    },
}


@pytest.mark.parametrize("case", AT_ONCE)
def test_an_emergency_ends_the_check_at_the_answer_that_completes_it(case):
    session, asked, texts = until(AT_ONCE[case])
    assert session.tier == "EMERGENCY"
    assert asked[-1] is None
    assert asked[-2].removesuffix("_which") == tuple(AT_ONCE[case])[-1]
    assert "911" in texts[-1]


@pytest.mark.parametrize(("age", "tier"), [(54, "URGENT"), (55, "EMERGENCY")])
def test_out_of_nowhere_the_age_is_asked_at_once(age, tier):
    answers = {"screen:start": ["yes"], "screen:start_which": told("sudden_unprovoked")}
    session, asked, _ = until(answers, age=age)
    assert asked[asked.index("screen:nowhere") + 1] == "screen:age"
    assert session.tier == tier


URGENT = {
    "effort, at sixty-two": ({"screen:effort": "yes"}, 62),
    "urine or rash": ({"screen:fever": told("urine_rash_or_lump", "urine")}, 42),
    "diabetic, no fever, worse": (
        {"screen:health": told("weak_immunity", "diabetes"), "screen:worsening": "yes"},
        42,
    ),
    "worse since an injection": (
        {
            "screen:recent": told("recent_spine_procedure", "injection"),
            "screen:procedure": "yes",
        },
        42,
    ),
    "blood thinners and growing pain": (
        {"screen:medicines": told("blood_thinners", "blood_thinners"), "screen:worsening": "yes"},
        42,
    ),
    "weak bones and a small move": (
        {
            "screen:medicines": told("osteoporosis_or_steroids", "weak_bones"),
            "screen:pattern": "yes",
            "screen:pattern_which": told("everyday_trigger", "small_moves"),
        },
        42,
    ),
    "eighty-one, sudden and very bad": ({"screen:sudden": "yes"}, 81),
}


@pytest.mark.parametrize("case", URGENT)
def test_what_version_1_missed_is_asked_about(case):
    answers, age = URGENT[case]
    session, asked, _ = until(answers, age=age)
    assert session.tier == "URGENT"
    assert set(answers) <= set(asked)
    assert session.locked


def test_both_legs_for_years_and_gone_on_sitting_is_a_sign_of_one_leg():
    answers = {"screen:nerves": told("cauda_equina", "both_legs"), "screen:sitting": "yes"}
    session, _, _ = until(answers)
    assert session.tier == "SOON"
    assert (session.answers["cauda_equina"], session.answers["radiating"]) == ("no", "yes")
    later, *_ = walk(told("cauda_equina", "both_legs"), session=session)
    assert later.tier == "SOON", "said once more, it was answered"


def test_both_legs_told_before_the_question_leave_the_rest_of_it_to_be_asked():
    session, asked, _, _ = walk(told("cauda_equina", "both_legs"), "no", "yes", "no")
    assert asked[:3] == ["screen:both_legs", "screen:sitting", "screen:life"]
    assert session.asking == "screen:nerves"


def test_a_bare_yes_to_pain_counts_and_is_spoken_as_what_was_asked():
    session, _, texts = until({"screen:pain": "yes"})
    assert session.answers["persistent"] == session.answers["interferes_daily_life"] == "unsure"
    assert session.tier == "SOON"
    assert "because of pain that won't let go" in texts[-1]
    assert "weren't sure" not in texts[-1].lower()


TOLD = {
    "screen:health": "weak_immunity",
    "screen:medicines": "blood_thinners",
    "screen:recent": "pregnancy",
    "screen:pain": "persistent",
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told_is_not_asked_again_only_the_rest_of_it(name):
    finding = TOLD[name]
    _, asked, texts = until({}, session=Session(answers={finding: "yes"}, goal="check"))
    assert "Apart from that" in texts[asked.index(name)]


def test_only_some_of_it_denied_leaves_the_rest_to_be_asked():
    partly = Heard("unclear", details={"denied": ("chest_pain", "breathing")})
    session, _, texts, _ = walk("start_check", partly)
    assert session.asking == "screen:life"
    assert "cold sweat" in texts[-1]
    assert "chest pain" not in texts[-1]
    session, *_ = walk("no", session=session)
    assert session.answers == {"chest_or_abdominal": "no"}


def test_not_sure_of_the_start_each_half_is_asked_alone():
    session, _, texts, _ = walk("start_check", "no", "no", "unsure", "no", "no")
    assert "a fall, a knock or an accident" in texts[3]
    assert "within a minute" in texts[4]
    assert session.answers["after_injury"] == session.answers["sudden_unprovoked"] == "no"
    session, *_ = walk("start_check", "no", "no", "unsure", "unsure", "unsure")
    assert session.answers["after_injury"] == session.answers["sudden_unprovoked"] == "unsure"


def test_the_gate_is_four_questions_and_sets_no_tier():
    session, asked, _, _ = walk("start_stretch", *["no"] * 3)
    assert asked == ["screen:life", "screen:nerves", "screen:gate", "screen:caution"]
    session, *_ = walk("no", session=session)
    assert session.tier is None
    assert session.asking == "stretch:place"


@pytest.mark.parametrize("said", ["yes", told("numbness_tingling"), told("sudden_unprovoked")])
def test_a_yes_at_the_gate_leads_to_the_check(said):
    session, _, texts, _ = walk("start_stretch", "no", "no", said)
    assert session.goal == "check"
    assert "no stretch yet" in texts[-1]


def test_who_was_operated_on_calls_the_team_that_did_it():
    operated = told(
        "recent_spine_procedure", "operation", ago={"recent_spine_procedure": [3, "week"]}
    )
    _, _, texts = until({"screen:recent": operated, "screen:procedure": "yes"})
    assert "because of getting worse fast" in texts[-1]
    assert "Call the procedure team now" in texts[-1]


def test_what_was_not_sure_is_said_to_be_so():
    answers = {"screen:health": ["unsure", "unsure"]}
    session, _, texts = until(answers)
    assert session.tier == "URGENT"
    assert "you weren't sure of cancer or weight loss" in texts[-1]


def test_a_likely_fall_is_asked_about_before_getting_up_is_told():
    wish = Heard("get_up", likely=("after_injury",))
    session, asked, texts, _ = walk("open", wish)
    assert asked[-1] == "confirm:after_injury"
    assert "push up" not in texts[-1]
    _, _, texts, _ = walk("no", session=session)
    assert "push up" in texts[-1]
    fallen, _, texts, _ = walk("yes", session=session)
    assert "Don't get up yet" in texts[-1]
    assert fallen.answers["after_injury"] == "yes"


def test_three_unclear_answers_to_a_likely_danger_are_taken_seriously():
    session, *_ = walk(Heard("report", likely=("cauda_equina",)), *["unclear"] * 3)
    assert session.answers["cauda_equina"] == "unsure"
    assert session.asking == "screen:life"


def test_item_by_item_is_no_failure_to_answer():
    """Each denial leaves less to be asked; only what tells nothing counts towards *not sure*."""
    session, *_ = walk("start_check")
    for name in ("chest_pain", "breathing", "fainting", "cold_sweat"):
        session, _, texts, _ = walk(Heard("unclear", details={"denied": (name,)}), session=session)
    assert texts[-1].endswith("bad belly or side pain?") and "sweat" not in texts[-1]
    assert session.asking == "screen:life" and session.unclear == 0
    session, *_ = walk("no", session=session)
    assert session.answers == {"chest_or_abdominal": "no"}


def test_a_yes_and_then_none_of_it_puts_again_just_what_was_put():
    at_the_fever = ("start_check", "no", "no", "no")
    _, asked, whole, _ = walk(*at_the_fever, "yes", "no")
    assert asked[-2:] == ["screen:fever_which", "screen:fever"] and "Any fever" in whole[-1]
    partly = Heard("unclear", details={"denied": ("fever", "urine")})
    _, asked, rest, _ = walk(*at_the_fever, partly, "yes", "no")
    assert asked[-2:] == ["screen:fever_which", "screen:fever"]
    assert "fever" not in rest[-1].lower() and "rash" in rest[-1]


def test_what_both_legs_mean_stays_owed_whatever_is_put_first():
    limbs = question("screen:limbs")
    session, _ = put(Session(goal="check", ahead=("screen:both_legs", "screen:limbs")), limbs)
    assert "screen:both_legs" in session.ahead
