"""What the words look like: each look for the hazard that it is there for."""

import pytest

from spasm_guide.languages.load import load
from spasm_guide.reading.asked import asked
from spasm_guide.reading.caution import Looks, looks
from spasm_guide.reading.exact import items_in
from spasm_guide.reading.policy import counts
from tests.reading.asking import DANGERS, EN, names


def at(text, state="screen:life"):
    return looks(tuple(text.split()), asked(state), EN)


@pytest.mark.parametrize(
    "text",
    [
        "can i lift weights",
        "no can i lie down",
        "what about my knee",
        "is it safe to drive",
        "well how long will it last",
        "no i asked if i can lie down",
        "should i be worried",
        "yes but why do you ask",
    ],
)
def test_a_question_looks_like_one(text):
    assert at(text).question


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "none of those",
        "i can't lift my leg",
        "it is numb",
        "i do have chest pain",
        "that is not it",
        "don't think so",
        "i can walk fine",
        "no i can walk",
    ],
)
def test_a_statement_does_not(text):
    assert not at(text).question


DENYING = (
    "no {}",
    "my {} is fine",
    "{} is okay",
    "no {} thank you",
    "i don't have {}",
    "not the {}",
)
ALL = (
    "no {} or anything",
    "no {} or any of those",
    "no {} nothing like that",
    "no {} none of it",
    "none no {}",
)


@pytest.mark.parametrize("put", DANGERS, ids=names(DANGERS))
def test_one_item_denied_leaves_the_others(put):
    for item in put.items:
        word = load(EN, "reading/items")[item.name][0]
        named = {n for *_, n in items_in(tuple(word.split()), put, EN)}
        for frame in DENYING:
            found = looks(tuple(frame.format(word).split()), put, EN).denied
            assert item.name in found and len(found) == len(named), (frame, item.name)
        for frame in ALL:
            assert not looks(tuple(frame.format(word).split()), put, EN).denied, (frame, word)


@pytest.mark.parametrize("put", DANGERS, ids=names(DANGERS))
def test_all_items_denied_is_a_denial_of_all(put):
    said = " ".join(f"no {load(EN, 'reading/items')[item.name][0]}" for item in put.items)
    assert not looks(tuple(said.split()), put, EN).denied


@pytest.mark.parametrize(
    ("state", "text", "whole"),
    [
        ("screen:life", "no chest pain no trouble breathing haven't fainted", True),
        ("screen:life", "no chest pain no fainting", False),
        ("screen:nerves", "no numbness and no bladder trouble", True),
        ("screen:nerves", "no bladder trouble", False),
        ("screen:limbs", "no weakness and no tingling", False),
        ("screen:recent", "no operations and not pregnant", True),
        ("screen:recent", "not pregnant", False),
    ],
)
def test_a_denial_of_most_that_leaves_out_no_finding_is_one_of_all(state, text, whole):
    found = at(text, state)
    assert found.total == whole and bool(found.denied) != whole
    assert not found.one_thing


def test_a_finding_of_several_parts_is_denied_only_as_a_whole_wherever_it_is_told():
    assert "cauda_equina" in at("no bladder trouble", None).partly
    assert "chest_or_abdominal" in at("my breathing is fine", "offer:relief").partly
    assert not at("no bladder trouble or any of that", None).partly
    assert not at("my bladder is leaking", None).partly
    assert not at("i feel no different", None).partly


@pytest.mark.parametrize(
    "text",
    [
        "none apart from the legs",
        "all fine except the peeing",
        "nothing bar the numbness",
        "i wouldn't call it leaking exactly",
        "wouldn't go as far as numb",
    ],
)
def test_more_than_a_no(text):
    assert at(text, "screen:nerves").exception


@pytest.mark.parametrize("text", ["sixty one", "it's seven", "um three weeks", "two hours ago"])
def test_a_number_alone_answers_nothing_that_asks_for_none(text):
    assert at(text, "screen:nerves").number


@pytest.mark.parametrize(
    "text", ["zero", "no not at seven", "one of them", "i'm sixty and numb", "no"]
)
def test_a_number_beside_words_is_none_alone(text):
    assert not at(text, "screen:nerves").number


@pytest.mark.parametrize(
    "text", ["nope no chest trouble", "no i haven't wet myself", "it's fine no"]
)
def test_a_no_of_its_own_is_a_no_to_the_question(text):
    assert at(text, "screen:nerves").bare


@pytest.mark.parametrize(
    "text", ["no chest trouble", "my legs are fine", "nothing wrong there", "no"]
)
def test_a_no_of_something_is_none(text):
    assert not at(text, "screen:nerves").bare


@pytest.mark.parametrize(
    "text",
    ["no none of those", "no just the back", "it only started today no", "i wouldn't say so"],
)
def test_no_more_than_a_no(text):
    assert not at(text, "screen:nerves").exception


@pytest.mark.parametrize(
    "text", ["yes when i bend over", "rolling over in bed does it", "it isn't numb is it no"]
)
def test_an_answer_that_has_a_word_of_questions_is_an_answer(text):
    assert not at(text).question


@pytest.mark.parametrize(
    "text",
    [
        "it was fine at breakfast and now it won't move",
        "i could feel it before but not now",
        "it'd be a lie to say no",
        "i wish i could say no",
        "i'd be lying if i said no",
    ],
)
def test_what_reads_the_wrong_way_round(text):
    assert at(text).reversed


@pytest.mark.parametrize(
    "text",
    ["i'd say no", "it is fine now", "now it was fine", "no not now", "i wish it would stop"],
)
def test_what_does_not(text):
    assert not at(text).reversed


def test_a_cannot_and_a_word_that_agrees():
    assert at("nope can't get up").cannot and not at("no i can stand").cannot
    assert at("yeah go on").agreeing and not at("tuesday market").agreeing


@pytest.mark.parametrize(
    "text",
    ["no thanks i don't want any questions", "just give me the stretches", "no more questions"],
)
def test_a_no_to_being_asked_is_none_to_what_is_asked(text):
    assert at(text, "screen:life").unwilling


@pytest.mark.parametrize("text", ["no i don't have any", "nothing just the back", "no question no"])
def test_a_plain_no_is_not_unwilling(text):
    assert not at(text, "screen:life").unwilling


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("breathing's easy no sweats and my belly's fine", True),
        ("chest is clear and i haven't keeled over", True),
        ("no i was reaching for the kettle", True),
        ("no it just tightened up", True),
        ("no chest pain", False),
        ("no chest pain no fainting", False),
        ("no chest pain no", False),
        ("no i've no chest pain", True),
        ("reaching for the kettle", False),
    ],
)
def test_several_things_are_denied_where_more_is_denied_than_is_named(text, several):
    assert at(text).several == several


@pytest.mark.parametrize(
    ("text", "contrary"),
    [
        ("yes it's fine", True),
        ("yeah i'm fine thanks", True),
        ("yep all good", True),
        ("yes", False),
        ("yes it was fine until i stood up", False),
        ("yes but i'm fine otherwise", False),
        ("i'm fine", False),
    ],
)
def test_a_yes_that_says_all_is_well_is_no_clear_one(text, contrary):
    assert at(text).contrary == contrary
    assert not contrary or not counts("yes", 0.99, asked("screen:life"), Looks(contrary=True))
