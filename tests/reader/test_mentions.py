"""What people say, and what it sets; one kind of difficulty a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.reader.mentions import Mentions, find
from spasm_guide.reader.normalise import words


def hear(text: str, asking: str | None = None) -> Mentions:
    return find(words(text), asking)


def told(text: str, asking: str | None = None) -> set[str]:
    return {f for f, answer in hear(text, asking).answers.items() if answer == "yes"}


def denied(text: str, asking: str | None = None) -> set[str]:
    return {f for f, answer in hear(text, asking).answers.items() if answer == "no"}


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        ("persistent", "i've had this stabbing pain for nine days"),
        ("radiating", "the ache runs from my back into my left calf"),
        ("weakness", "my knee buckles under me"),
        ("everyday_trigger", "every time i sneeze it locks"),
        ("numbness_tingling", "there are pins and needles in my big toe"),
        ("morning_stiffness", "stiff as a plank when i wake and it wears off by noon"),
        ("after_injury", "i slipped on wet leaves on monday"),
        ("interferes_daily_life", "i can't sleep with it"),
        ("cauda_equina", "i've lost control of my bladder"),
        ("chest_or_abdominal", "my chest hurts and i can't get my breath"),
        ("serious_accident", "i was in a car crash"),
        ("fever_or_unwell", "i've a high temperature"),
        ("very_ill", "she is confused and doesn't know where she is"),
        ("cancer_or_weight_loss", "i had breast cancer years ago"),
        ("pregnancy", "i'm twenty weeks pregnant"),
        ("pregnancy_danger", "i'm pregnant and my waters have broken"),
        ("under_18", "i'm fifteen"),
        ("osteoporosis_or_steroids", "i take prednisolone every day"),
        ("blood_thinners", "i'm on warfarin"),
        ("weak_immunity", "i've had a kidney transplant"),
        ("recent_spine_procedure", "i had back surgery three weeks ago"),
        ("sudden_severe", "it came on all of a sudden and it's unbearable"),
        ("worsening_fast", "it's getting worse by the hour"),
        ("cannot_stand_or_walk", "i can't stand up at all"),
    ],
)
def test_each_finding_is_heard_by_itself(finding: str, text: str) -> None:
    assert finding in told(text)
    assert finding in FINDINGS


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("no numbness but my leg feels weak", {"weakness"}, {"numbness_tingling"}),
        ("no tingling no weakness no accidents", set(), {"numbness_tingling", "weakness"}),
        ("it isn't numb just sore", set(), {"numbness_tingling"}),
        ("fever yes cancer no", {"fever_or_unwell"}, {"cancer_or_weight_loss"}),
        ("i haven't got no pins and needles", set(), {"numbness_tingling"}),
        ("i can feel my toes", set(), {"numbness_tingling"}),
        ("my legs are strong", set(), {"weakness"}),
        ("no trouble with my bladder", set(), {"cauda_equina"}),
    ],
)
def test_a_denial_reaches_as_far_as_it_means(text: str, yes: set[str], no: set[str]) -> None:
    assert told(text) == yes
    assert no <= denied(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("nothing no feeling at all in my foot", "numbness_tingling"),
        ("i can't feel my foot", "numbness_tingling"),
        ("there's no strength in my leg", "weakness"),
        ("can't cough without my back seizing", "everyday_trigger"),
        ("no numbness no wait there is a bit", "numbness_tingling"),
        ("it won't go away", "persistent"),
        ("i haven't been able to pee", "cauda_equina"),
        ("i can't say it doesn't wake me every night", "interferes_daily_life"),
    ],
)
def test_a_sign_put_in_negative_words_is_still_said(text: str, finding: str) -> None:
    assert finding in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "my leg went numb from the ice pack",
        "i fell asleep in the chair",
        "i'm dead on my feet",
        "i'm sick of this weather",
        "it's heartbreaking",
        "the hot water bottle is lovely",
        "i fell off a horse thirty years ago",
        "the dog's leg is weak",
        "what if my leg goes numb",
        "are pins and needles dangerous",
        "my mattress has collapsed",
        "she's pulling my leg",
        "i lifted a heavy box and my back aches",
    ],
)
def test_what_only_sounds_like_a_sign_sets_nothing(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "both my legs are numb",
        "pain down both legs",
        "i'm numb between my legs",
        "i've wet myself",
        "my bottom has gone numb",
        "no numbness but i can't hold my pee",
    ],
)
def test_what_squeezes_the_nerves_is_never_taken_for_less(text: str) -> None:
    assert "cauda_equina" in told(text)


def test_pain_in_a_buttock_is_pain_that_travels() -> None:
    assert told("i've a pain in my left buttock") == {"radiating"}


@pytest.mark.parametrize(
    ("asking", "text", "leaning"),
    [
        ("sign:persistent", "about ten minutes", "no"),
        ("sign:persistent", "four days", "yes"),
        ("sign:persistent", "only since yesterday", "no"),
        ("sign:everyday_trigger", "only when i sneeze", "yes"),
        ("sign:everyday_trigger", "lifting a piano", "no"),
        ("sign:morning_stiffness", "it's worse in the evening", "no"),
        ("sign:after_injury", "twenty years ago", "no"),
        ("sign:weakness", "not that i've noticed", "no"),
        ("sign:weakness", "i don't think so", "no"),
        ("sign:weakness", "a bit", "yes"),
        ("sign:weakness", "yeah no", "no"),
        ("sign:weakness", "no wait yes", "yes"),
        ("sign:weakness", "couldn't tell you", "unsure"),
        ("sign:numbness_tingling", "not sure", "unsure"),
        ("screen:nerves", "none of those", "no"),
        ("screen:life", "afraid so", "yes"),
    ],
)
def test_an_answer_is_heard_outright_or_by_its_content(
    asking: str, text: str, leaning: str
) -> None:
    assert hear(text, asking).leaning == leaning


def test_words_lean_on_the_open_question() -> None:
    assert "cauda_equina" in told("both of them", "sign:weakness")
    assert "cauda_equina" not in told("both of them", "sign:morning_stiffness")
    assert told("the second one", "screen:history_which") == {"fever_or_unwell"}


def test_fell_because_the_leg_gave_way_is_a_weak_leg() -> None:
    assert "weakness" in told("i fell because my leg gave way")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("my leg is numb", "self"),
        ("my wife's leg is numb", "someone"),
        ("my son is nine and his back hurts", "child"),
        ("yes", None),
    ],
)
def test_whose_back_it_is(text: str, subject: str | None) -> None:
    assert hear(text).subject == subject


def test_somebody_elses_illness_is_not_the_patients() -> None:
    assert told("my sister had cancer and my back is sore") == set()
    assert told("my wife's leg is numb") == {"numbness_tingling"}


@given(st.text(), st.sampled_from([None, "menu", "sign:weakness", "screen:nerves", "confirm:x"]))
def test_any_string_is_read(text: str, asking: str | None) -> None:
    mentions = hear(text, asking)
    assert set(mentions.answers) <= set(FINDINGS)
