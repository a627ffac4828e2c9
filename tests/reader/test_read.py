"""What phrases are taken to mean: what must hold for anything anybody says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interaction_model.judging import fate, right
from interaction_model.phrases import asking, load
from spasm_guide.clinical.findings import ANSWERS, FINDINGS, SIGNS
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.reader.read import read

OPEN = (
    *(None, "menu", "screen:life", "screen:nerves", "screen:history", "screen:caution"),
    *(f"sign:{sign}" for sign in SIGNS),
    *("confirm:cauda_equina", "confirm:forget_me", "offer:stretches", "offer:relief"),
    *("consent:diary", "relief:when", "diary:cause", "diary:severity", "stretch:cat_cow"),
)


def well_formed(heard):
    return (
        heard.meaning in MEANINGS
        and all(f in FINDINGS and a in ANSWERS for f, a in heard.answers.items())
        and (heard.sign is None or heard.sign in SIGNS)
        and not set(heard.likely) & heard.answers.keys()
    )


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(OPEN))
def test_any_string_gives_a_reading(text, question):
    assert well_formed(read(text, question))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x1b\n",
        "no " * 4000,
        "x" * 10_000,
        "背中が痛い",
        "मेरी पीठ",
        "1e9 999 ½",
        "'''",
    ],
)
def test_hostile_strings_give_a_reading(text):
    assert all(well_formed(read(text, question)) for question in OPEN)


@pytest.mark.parametrize("question", OPEN)
@pytest.mark.parametrize("text", ["stop", "help", "repeat", "pause"])
def test_bare_commands_act_like_the_built_in(text, question):
    assert read(text, question).meaning == text


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(("text", "answer"), [("yes", "yes"), ("no", "no"), ("not sure", "unsure")])
def test_plain_answers_set_the_open_sign(text, answer, sign):
    heard = read(text, f"sign:{sign}")
    assert (heard.meaning, dict(heard.answers)) == (answer, {sign: answer})


@pytest.mark.parametrize("question", OPEN)
def test_wanting_to_die_is_never_a_wish_to_stop(question):
    for text in ("i want to end it all", "i want to kill myself", "i don't want to live any more"):
        assert read(text, question).meaning == "crisis", text


@pytest.mark.parametrize("question", OPEN)
def test_an_ambulance_is_called_for_in_any_state(question):
    for text in ("call an ambulance", "he's not breathing", "i've taken an overdose"):
        assert read(text, question).meaning == "other_emergency", text


@pytest.mark.parametrize("number", range(8))
def test_a_sign_is_asked_about_by_its_number(number):
    ordinal = ["one", "two", "three", "four", "five", "six", "seven", "eight"][number]
    heard = read(f"tell me about sign {ordinal}", None)
    assert (heard.meaning, heard.sign) == ("explain_sign", SIGNS[number])


def test_asking_about_a_sign_does_not_set_it():
    heard = read("is a numb leg dangerous", "sign:radiating")
    assert (heard.meaning, heard.sign) == ("explain_sign", "numbness_tingling")
    assert not heard.answers


def test_a_denial_beside_a_warning_sign_leaves_the_sign():
    heard = read("no numbness but my leg keeps giving way", None)
    assert (heard.answers["weakness"], heard.answers["numbness_tingling"]) == ("yes", "no")


def test_both_legs_are_more_than_one():
    assert read("both of them", "sign:weakness").answers["cauda_equina"] == "yes"


@pytest.fixture(scope="module")
def measured():
    return [
        (phrase, state, read(phrase.text, asking(state)))
        for phrase in load("measuring")
        for state in phrase.states
    ]


def test_phrases_nobody_tuned_are_taken_as_meant(measured):
    wrong = {phrase.place for phrase, state, heard in measured if not right(phrase, state, heard)}
    assert 1 - len(wrong) / len({phrase.place for phrase, *_ in measured}) >= 0.92


def test_no_warning_sign_is_read_as_no(measured):
    fates = {phrase.place: fate(phrase, state, heard) for phrase, state, heard in measured}
    assert [place for place, each in fates.items() if each == "denied"] == []
    told = [each for each in fates.values() if each]
    assert told.count("missed") <= 0.03 * len(told)


def test_what_was_fine_and_is_no_more_is_never_a_denial():
    heard = read("my leg was fine at breakfast and now it won't do as it's told", None)
    assert "no" not in heard.answers.values()
    heard = read("i could feel it before and now i can't", "sign:numbness_tingling")
    assert "no" not in heard.answers.values()
    assert heard.meaning != "no"


def test_a_no_with_a_but_is_less_than_a_plain_no():
    assert read("no but something odd is going on", "sign:weakness").meaning != "no"


def test_a_no_that_would_be_a_lie_is_no_denial():
    assert read("it'd be a lie to say no", "sign:radiating").meaning != "no"
    assert read("i'd say no", "sign:radiating").meaning == "no"


def test_a_no_before_a_cannot_is_in_doubt():
    asking = "confirm:cannot_stand_or_walk"
    heard = read("nope can't get to my feet", asking)
    assert heard.meaning == "unsure" and not heard.answers
    assert read("no i can stand", asking).meaning == "no"
