"""What needs no model: plain answers, commands, items by their name or number."""

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.content.answers import topics
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.languages.load import load
from spasm_guide.reading.asked import asked
from spasm_guide.reading.exact import exact, items_in, meanings
from tests.reading.asking import EN, ITEMISED, names

STATES = (
    *(None, "menu", "screen:life", "screen:nerves", "confirm:cauda_equina", "confirm:correction"),
    *("offer:stretches", "consent:diary", "stretch:cat_cow", "diary:cause"),
    *(f"sign:{sign}" for sign in SIGNS),
)


def at(text, state):
    return exact(tuple(text.split()), asked(state), EN)


def test_everything_listed_means_something_that_the_conversation_knows():
    apart = {"agree", "decline", "mumble", "welcome", "both", "all"}
    known = {*MEANINGS, *apart, *load(EN, "reading/exact")["stretches"]}
    assert set(meanings(EN).values()) <= known | topics().keys()
    rows = load(EN, "reading/exact")["here"]
    assert {meaning for _, means in rows for meaning in means} <= {*MEANINGS, *topics()}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("text", ["stop", "help", "repeat", "pause", "next", "go back", "slower"])
def test_bare_commands_act_like_the_built_in(text, state):
    assert at(text, state).meaning == text.replace("go back", "back")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("text", "answer"), [("yeah", "yes"), ("well no thanks", "no"), ("i don't know", "unsure")]
)
def test_plain_answers_answer_what_is_asked_and_nothing_else(text, answer, state):
    heard = at(text, state)
    kind, _, thing = (state or "").partition(":")
    sets = {thing: answer} if kind == "sign" or thing == "cauda_equina" else {}
    assert (heard.meaning, dict(heard.answers)) == (answer, sets)


HERE = {
    ("the first one", "menu"): "start_check",
    ("the second one", None): "start_stretch",
    ("pause it", "offer:more"): "timer_change",
    ("don't stop between them", "stretch:cat_cow"): "resume",
    ("i mean the pain", "crisis:meant"): "no",
    ("no one", "crisis:who"): "no",
    ("no it's someone else", "help_reached"): "start_over",
    ("i'm on the floor", "stretch:place"): "yes",
    ("cancel it", "consent:timer_change"): "no",
    ("he takes nothing", "screen:medicines"): "no",
    ("i'm ready", "stretch:cat_cow"): "yes",
    ("it's burning", "relief:cold"): "too_painful",
    ("so what is it", "offer:stretches"): "question",
}


@pytest.mark.parametrize(("text", "state"), HERE)
def test_what_is_meant_only_here(text, state):
    assert at(text, state).meaning == HERE[text, state]
    elsewhere = at(text, "confirm:correction")
    assert elsewhere is None or elsewhere.meaning != HERE[text, state]


def test_what_to_tell_goes_to_a_card_by_asking_for_it():
    heard = at("send it to my phone", "offer:stretches")
    assert (heard.meaning, heard.topic) == ("question", "what_to_tell")


def test_know_is_a_no():
    assert at("know", "screen:life").meaning == "no"


@pytest.mark.parametrize("text", ["okay", "sure", "go ahead"])
def test_to_agree_answers_an_offer_and_never_a_question_of_the_check(text):
    assert at(text, "offer:relief").meaning == at(text, "consent:diary").meaning == "yes"
    for state in ("screen:life", "sign:weakness", "confirm:cauda_equina", "help_reached"):
        assert at(text, state).meaning == "unclear"
    assert at(text, None) is None


@pytest.mark.parametrize("text", ["not now", "i'd rather not"])
def test_to_decline_answers_an_offer_and_denies_no_warning_sign(text):
    assert at(text, "offer:relief").meaning == at(text, "consent:diary").meaning == "no"
    assert at(text, "screen:life").meaning == at(text, "sign:weakness").meaning == "unclear"


@pytest.mark.parametrize("text", ["huh", "right", "no wait", "mhm"])
def test_to_mumble_answers_no_question_about_danger(text):
    assert at(text, "screen:nerves").meaning == at(text, "help_reached").meaning == "unclear"
    assert at(text, "offer:relief") is None


@pytest.mark.parametrize(("text", "answer"), [("she says no", "no"), ("he's saying yes", "yes")])
def test_what_a_carer_passes_on_is_the_answer(text, answer):
    assert at(text, "screen:nerves").meaning == answer


@pytest.mark.parametrize("put", ITEMISED, ids=names(ITEMISED))
def test_an_item_alone_is_a_yes_to_its_finding_by_any_word_for_it(put):
    for item in put.items:
        first = load(EN, "reading/items")[item.name][0]
        for frame in ("{}", "just the {}", "only the {}", "yeah {}", "mainly my {} please"):
            heard = exact(tuple(frame.format(first).split()), put, EN)
            assert heard.meaning == "report" and heard.answers[item.finding] == "yes", (frame, item)
            assert set(heard.answers.values()) == {"yes"}


@pytest.mark.parametrize("put", ITEMISED, ids=names(ITEMISED))
def test_every_item_has_a_word_and_no_two_share_all_of_theirs(put):
    found = {item.name: frozenset(load(EN, "reading/items")[item.name]) for item in put.items}
    assert all(found.values()) and len(set(found.values())) == len(found)


@pytest.mark.parametrize("put", ITEMISED, ids=names(ITEMISED))
def test_items_go_by_their_number(put):
    ordinals = ["first", "second", "third", "fourth", "fifth"]
    for n, item in enumerate(put.items):
        for frame in ("the {} one", "{}", "just the {} one"):
            heard = exact(tuple(frame.format(ordinals[n]).split()), put, EN)
            assert dict(heard.answers) == {item.finding: "yes"}, (frame, ordinals[n])
    assert exact(("the", "last", "one"), put, EN).answers == {put.items[-1].finding: "yes"}
    beyond = exact(("the", ordinals[len(put.items) % 5], "one"), put, EN)
    assert len(put.items) == 5 or beyond is None


@pytest.mark.parametrize("put", ITEMISED, ids=names(ITEMISED))
def test_both_counts_only_where_two_things_were_asked(put):
    heard = exact(("both",), put, EN)
    assert bool(heard.answers) == (len(put.items) == 2)
    assert set(heard.answers.values()) <= {"yes"}


@pytest.mark.parametrize("state", STATES)
def test_both_alone_is_no_emergency_in_any_state(state):
    heard = at("both", state)
    assert "cauda_equina" not in heard.answers
    assert (heard.meaning == "yes") == (
        heard.likely == ("cauda_equina",) and ":" in state and state.startswith("sign")
    )


@pytest.mark.parametrize("put", ITEMISED, ids=names(ITEMISED))
def test_all_of_them_is_a_yes_to_each(put):
    assert exact(("all", "of", "them"), put, EN).answers == dict.fromkeys(put.findings, "yes")


def test_a_moment_is_no_number():
    assert at("just a second", "screen:nerves").meaning == "pause"


def test_an_item_beside_any_other_word_is_for_the_model():
    for text in ("no chest pain", "is it my chest", "my chest is fine", "chest hair"):
        assert at(text, "screen:life") is None


def test_overlapping_names_count_once():
    found = items_in(tuple(["shortness", "of", "breath"]), asked("screen:life"), EN)
    assert len(found) == 1


@pytest.mark.parametrize(
    "text", ["couldn't hurt", "wouldn't say no", "i don't mind if i do", "well why not"]
)
def test_a_denied_objection_is_a_yes_at_an_offer_and_nowhere_else(text):
    assert at(text, "offer:relief").meaning == "yes"
    for state in ("consent:forget_me", "screen:life", "sign:weakness"):
        assert at(text, state) is None


@pytest.mark.parametrize("state", ["screen:age", "screen:start", None])
def test_who_takes_no_medicine_has_swallowed_nothing(state):
    """Read as an emergency, by a model that has heard of pills swallowed."""
    assert at("he takes nothing", state).meaning == "unclear"
