"""The whole room: any words at any question, and what must hold even for the worst of models."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasm_guide.clinical.findings import ANSWERS, FINDINGS, SIGNS
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.languages.load import FOLDER, load
from spasm_guide.reading import model
from spasm_guide.reading.asked import asked
from spasm_guide.reading.caution import looks
from spasm_guide.reading.listen import listen, understood
from spasm_guide.reading.scores import Scores
from spasm_guide.reading.words import words
from tests.reading.asking import DANGERS, EN, names

STATES = (
    *(
        None,
        "menu",
        "screen:life",
        "screen:nerves",
        "screen:caution_which",
        "screen:age",
        "screen:new",
    ),
    *(f"sign:{sign}" for sign in SIGNS),
    *("confirm:cauda_equina", "confirm:correction", "confirm:provider", "offer:stretches"),
    *("consent:diary", "consent:forget_me", "relief:ice", "diary:cause", "diary:severity"),
    *("diary:when", "stretch:cat_cow", "stretch:place", "help_reached", "nonsense", "sign:", ":"),
)
CONSENTS = ("consent:diary", "consent:forget_me", "confirm:correction", "confirm:provider")


def sure_of(meaning):
    """A model that takes everything for one thing."""

    def scores(said, asking):
        return Scores(
            meaning={**dict.fromkeys((*MEANINGS, "none", "partly"), 0.0), meaning: 1.0},
            findings={
                f: {"absent": 0.0, "yes": 0.0, "no": float(meaning == "no"), "unsure": 0.0}
                for f in FINDINGS
            },
            topic={"none": 1.0},
            whose={"none": 1.0},
            sign={"none": 1.0},
            stretch={"none": 1.0},
        )

    return scores


@pytest.fixture
def gullible(monkeypatch):
    monkeypatch.setattr(model, "model", lambda language: sure_of("yes"))


@pytest.fixture
def dismissive(monkeypatch):
    monkeypatch.setattr(model, "model", lambda language: sure_of("no"))


def well_formed(heard):
    return (
        heard.meaning in MEANINGS
        and all(f in FINDINGS and a in ANSWERS for f, a in heard.answers.items())
        and (heard.sign is None or heard.sign in SIGNS)
        and not set(heard.likely) & heard.answers.keys()
        and (heard.topic is None or heard.meaning == "question")
    )


TABLES = " ".join(str(load(EN, f"reading/{name}")) for name in ("patterns", "exact", "items"))
WORDS = sorted(set(TABLES.replace("'", " ").split()))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.sampled_from(STATES))
def test_any_string_at_any_question_gives_a_reading(text, state):
    assert well_formed(listen(text, state, "en-GB"))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=9),
    st.sampled_from(STATES),
    st.sampled_from(("yes", "no", "report", "none", "question", "log_spasm", "ice_timer")),
)
def test_any_words_of_the_tables_give_a_reading_whatever_the_model_hears(said, state, meaning):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(model, "model", lambda language: sure_of(meaning))
        assert well_formed(listen(" ".join(said), state, ""))


HOSTILE = (
    "",
    " ",
    "\x00\x1b\n",
    "no " * 4000,
    "x" * 10_000,
    "背中が痛い",
    "मेरी पीठ",
    "1e9 999 ½",
    "'''",
    "٣",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_give_a_reading(text):
    assert all(well_formed(listen(text, state, "en-US")) for state in STATES[:4])


@pytest.mark.parametrize("locale", ["fr-FR", "", "-", "xx"])
def test_a_language_that_nobody_wrote_is_read_as_one_that_is(locale):
    assert listen("yes", "sign:weakness", locale).answers == {"weakness": "yes"}


def stray_words(n=2000):
    """Whole words of the encoder's vocabulary, alone and in twos and threes."""
    agreeing = {
        w for phrase in load(EN, "reading/patterns")["tables"]["agreeing"] for w in phrase.split()
    }
    pieces = (FOLDER / EN / "reading/vocabulary.txt").read_text("utf-8").splitlines()
    known = [p for p in pieces if p.isascii() and p.isalpha() and len(p) > 2 and p not in agreeing]
    rng = random.Random(20261128)
    return [" ".join(rng.choices(known, k=rng.choice((1, 1, 2, 3)))) for _ in range(n)]


@pytest.mark.parametrize("state", CONSENTS)
def test_no_stray_word_is_a_consent_even_to_a_model_that_hears_yes_in_all(state, gullible):
    taken = [text for text in stray_words() if listen(text, state, "en-US").meaning == "yes"]
    assert taken == []


@pytest.mark.parametrize("state", CONSENTS)
@pytest.mark.parametrize(
    "text",
    [
        "of course not",
        "decline",
        "no way",
        "i'd rather not",
        "absolutely not",
        "tuesday market",
        "what would you keep",
        "is it safe",
        "can i say yes later",
        "never",
        "know",
    ],
)
def test_no_refusal_and_no_question_is_a_consent_to_it_either(text, state, gullible):
    assert listen(text, state, "en-US").meaning != "yes"


@pytest.mark.parametrize("put", DANGERS, ids=names(DANGERS))
def test_one_item_denied_never_passes_even_with_a_model_that_hears_no_in_all(put, dismissive):
    several = [f for f in put.findings if [i.finding for i in put.items].count(f) > 1]
    for item in put.items:
        for word in load(EN, "reading/items")[item.name]:
            for frame in (
                "no {}",
                "my {} is okay",
                "{} is fine",
                "never any trouble with {}",
                "no {} at all",
                "nothing wrong with my {}",
                "i don't have any {}",
                "no {} whatsoever",
                "{} all good",
                "not {} no",
            ):
                heard = understood(tuple(frame.format(word).split()), put, EN)
                assert heard.meaning != "no", (frame, word)
                assert "no" not in {heard.answers.get(f) for f in several}, (frame, word)


@pytest.mark.parametrize("put", DANGERS, ids=names(DANGERS))
@pytest.mark.parametrize(
    "text",
    [
        "can i lift weights",
        "is it the same as last time",
        "what did you say about ice",
        "no i asked if i can lie down",
        "how do you know",
        "no wait is that bad",
        "none apart from that",
        "it was fine before and now it isn't",
        "i wish i could say no",
    ],
)
def test_no_question_and_no_half_denial_passes_a_danger_with_it_either(text, put, dismissive):
    assert understood(tuple(text.split()), put, EN).meaning != "no"


@pytest.mark.parametrize(
    "number", ["nine", "zero", "ten", "eight", "0", "9", "about a nine", "zero zero"]
)
def test_on_the_scale_a_number_is_how_bad_it_was(number):
    heard = listen(number, "diary:severity", "en-US")
    assert heard.meaning == "report" and 0 <= heard.details["severity"] <= 10


@pytest.mark.parametrize("state", [s for s in STATES if s not in ("screen:age",)])
@pytest.mark.parametrize(
    "text", ["nine one one", "nine nine nine", "call an ambulance", "triple zero", "911"]
)
def test_an_emergency_number_in_full_is_one_in_any_state(text, state):
    assert listen(text, state, "en-AU").meaning == "other_emergency"


def test_an_age_is_no_list_of_signs_and_no_telephone_number():
    assert listen("eight", "screen:age", "en-US").details == {"age": 8}
    assert listen("ninety nine", "screen:age", "en-US").details == {"age": 99}


def test_a_place_answers_where_to_stretch():
    heard = listen("the sofa i think", "stretch:place", "en-US")
    assert (heard.meaning, heard.details) == ("yes", {"place": "bed"})


TOLD = {
    ("stretch:cat_cow", "have you got a shorter one", "unclear"): "start_stretch",
    ("stretch:cat_cow", "which leg", "repeat"): "how_long",
    ("stretch:cat_cow", "that felt lovely", "unclear"): "report",
    ("stretch:cat_cow", "that felt nice", "too_painful"): "too_painful",
    ("stretch:cat_cow", "make it five minutes", "timer_change"): "timer_change",
    ("stretch:cat_cow", "log another one", "log_spasm"): "log_spasm",
    ("stretch:place", "i've only got two minutes", "timer_change"): "start_stretch",
    ("stretch:place", "i am on the floor and can't get up", "get_up"): "get_up",
    ("stretch:place", "can i do it on the floor", "question"): "question",
    ("stretch:hurt", "only in my back", "yes"): "report",
    ("offer:stretches", "the two minute one", "yes"): "start_stretch",
    ("offer:stretches", "not the two minute one", "no"): "no",
    ("consent:ice_timer", "just five minutes", "unclear"): "report",
    ("consent:remind_heat", "change it to quarter past nine", "out_of_scope"): "report",
    ("consent:ice_timer", "i'm a man", "unclear"): "unclear",
    ("consent:forget_me", "since monday", "unclear"): "unclear",
    ("screen:life", "my husband", "unclear"): "unclear",
    ("screen:life", "what is a faint", "explain"): "explain",
    (None, "remove the last spasm", "log_spasm"): "log_spasm",
}


@pytest.mark.parametrize(("state", "text", "hears"), TOLD)
def test_what_a_fact_tells_by_itself(state, text, hears, monkeypatch):
    monkeypatch.setattr(model, "model", lambda language: sure_of(hears))
    assert listen(text, state, "en-US").meaning == TOLD[state, text, hears]


def test_what_was_denied_is_named():
    heard = understood(("no", "chest", "pain"), DANGERS[0], EN)
    assert heard.meaning != "no"


def test_the_model_is_asked_last(monkeypatch):
    monkeypatch.setattr(model, "model", None)
    for text, state in (
        ("yes", "screen:life"),
        ("just the breathing", "screen:life"),
        ("forty", "screen:age"),
    ):
        assert listen(text, state, "en-US").meaning != "unclear"
    assert looks(words("no", EN), asked("screen:life"), EN).denied == ()


@pytest.mark.parametrize("number", range(1, 9))
def test_a_sign_is_asked_about_by_its_number(number, monkeypatch):
    monkeypatch.setattr(model, "model", lambda language: sure_of("list_signs"))
    nth = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")[number - 1]
    for text in (
        f"what's the {nth} sign",
        f"sign {number}",
        f"what does sign number {number} mean",
    ):
        heard = listen(text, None, "en-US")
        assert (heard.meaning, heard.sign) == ("explain_sign", SIGNS[number - 1])


def test_no_age_comes_from_what_is_no_age(dismissive):
    heard = listen("i am feeling my years today", "screen:age", "en-US")
    assert not {"under_18", "over_55", "over_75"} & heard.answers.keys()


@pytest.mark.parametrize("asking", [None, "screen:life", "stretch", "offer:stretches"])
@pytest.mark.parametrize("text", ["louder please", "turn it down a bit", "speak up", "volume six"])
def test_how_loud_is_a_question_of_its_own_everywhere(asking, text):
    heard = listen(text, asking, "en-US")
    assert (heard.meaning, heard.topic, dict(heard.answers)) == ("question", "volume", {})


def test_a_danger_told_with_how_loud_is_told_first():
    heard = listen("louder and i have chest pain", None, "en-US")
    assert heard.answers.get("chest_or_abdominal") == "yes" and heard.meaning == "report"


def test_what_ice_does_to_the_skin_hides_no_sign():
    """*It's burning* is the ice; *it's gone numb* may be a leg, and is told as that."""
    heard = listen("it's gone numb", "relief:cold", "en-US")
    assert heard.answers == {"numbness_tingling": "yes"}


def test_as_many_denials_as_items_are_no_denial_of_all_and_more_are(dismissive):
    assert listen("no chest pain no fainting", "screen:life", "en-US").meaning != "no"
    told = listen("chest is clear and i haven't keeled over", "screen:life", "en-US")
    assert told.meaning == "no"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("screen:life", "no nothing's easing my chest"),
        ("screen:life", "chest is fine belly not so good"),
        ("screen:life", "no i passed out once"),
        ("screen:life", "no she fainted this morning"),
        ("screen:life", "no i'm not okay"),
        ("screen:nerves", "no i haven't been since yesterday"),
        ("screen:nerves", "no i can't feel anything down there"),
        ("screen:nerves", "no it's no use my legs"),
        ("screen:nerves", "no it's stopped working"),
        ("sign:numbness_tingling", "no i can't feel it"),
    ],
)
def test_a_no_before_a_complaint_is_no_denial(state, text):
    heard = listen(text, state, "en-US")
    assert heard.meaning != "no"
    assert not heard.details.get("denied")
