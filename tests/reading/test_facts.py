import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.facts import facts
from spasm_guide.reading.listen import listen
from spasm_guide.reading.patterns import compiled
from spasm_guide.reading.words import words

EN = "en"


def details(text, asking, meaning):
    return facts(words(text, EN), asking, Heard(meaning), EN)


LOGGED = {
    "log a spasm": {},
    "put a spasm in my diary": {},
    "i had another spasm log it": {},
    "tell my diary i had one today": {"days_ago": 0},
    "log a spasm sneezing seven out of ten": {"cause": "sneezing", "severity": 7},
    "log a spasm, sneezing, 7 out of 10": {"cause": "sneezing", "severity": 7},
    "note that i had a spasm this morning from bending over": {
        "cause": "bending over",
        "days_ago": 0,
        "hour": 8,
    },
    "record one at half past nine pm getting out of the car eight out of ten": {
        "cause": "getting out of the car",
        "severity": 8,
        "hour": 21,
    },
    "log a bad one this morning": {"days_ago": 0, "hour": 8},
    "log a spasm about a six from coughing": {"cause": "coughing", "severity": 6},
    "log a spasm from yesterday at six": {"days_ago": 1, "hour": 18},
}
CAUSES = {
    "i think it was the cold": "the cold",
    "because i was lifting my son": "lifting my son",
    "sneezing please": "sneezing",
    "eight hours in the lorry": "eight hours in the lorry",
    "i don't know": None,
    "nothing in particular": None,
    "not really": None,
    "skip": None,
    "honestly no idea": None,
}
SEVERITIES = {
    "seven": 7,
    "about a six or seven": 6.5,
    "eight out of ten": 8,
    "eleven out of ten": 10,
    "zero": 0,
    "10": 10,
    "pretty severe": 8,
    "seven and a half": 7.5,
    "between four and five": 4.5,
    "nine point five out of ten": 9.5,
    "not too bad": 3,
    "somewhere around five": 5,
    "really bad": 8,
    "no pain": 0,
    "ate": 8,
    "about for": 4,
    "an eight for an hour": 8,
    "unbearable": 10,
    "a little": 3,
}
TIMES = {
    "just now": {"hours_ago": 0},
    "half an hour ago": {"hours_ago": 0.5},
    "a couple of hours ago": {"hours_ago": 2.0},
    "twenty minutes ago": {"hours_ago": 0.33},
    "three days ago": {"hours_ago": 72.0},
    "this morning": {"days_ago": 0, "hour": 8},
    "at seven this morning": {"days_ago": 0, "hour": 7},
    "around four in the afternoon": {"hour": 16},
    "yesterday at six": {"days_ago": 1, "hour": 18},
    "last night": {"days_ago": 1, "hour": 22},
    "last night around eleven": {"days_ago": 1, "hour": 23},
    "last night at two": {"days_ago": 1, "hour": 2},
    "at one in the afternoon": {"hour": 13},
    "around lunch": {"hour": 13},
    "an hour and a half ago": {"hours_ago": 1.5},
    "an hour or so ago": {"hours_ago": 1},
    "quarter to eight": {"hour": 7},
    "yesterday at quarter past nine pm": {"days_ago": 1, "hour": 21},
    "the day before yesterday": {"days_ago": 2},
    "on monday morning": {"weekday": 0, "hour": 8},
}


@pytest.mark.parametrize("text", LOGGED)
def test_a_spasm_logged_in_one_breath(text):
    assert details(text, None, "log_spasm") == LOGGED[text]


@pytest.mark.parametrize("text", CAUSES)
def test_a_cause_is_kept_in_the_persons_own_words(text):
    found = details(text, "diary:cause", "report")
    assert found.get("cause") == CAUSES[text]
    assert found.get("skip", False) == (CAUSES[text] is None)


@pytest.mark.parametrize("text", SEVERITIES)
def test_how_bad_it_was(text):
    assert details(text, "diary:severity", "report")["severity"] == SEVERITIES[text]


BEGAN = {
    "this morning": 0,
    "last night": 24,
    "yesterday around noon": 24,
    "about three hours ago": 3,
    "for two days": 48,
    "it's been nearly a week": 168,
    "last week": 168,
    "on monday": None,
    "no": None,
}


@pytest.mark.parametrize("text", BEGAN)
def test_how_many_hours_ago_it_began(text):
    assert details(text, "relief:when", "report").get("hours_ago") == BEGAN[text]


@pytest.mark.parametrize("text", TIMES)
def test_when_it_was(text):
    assert details(text, "diary:when", "report") == TIMES[text]


def test_the_hour_of_a_reminder():
    said = "remind me to stretch every day at seven in the evening"
    assert details(said, None, "remind_stretch") == {"hour": 19, "often": "daily"}
    assert details("make it eight pm", "consent:remind_heat", "report") == {"hour": 20}
    tomorrow = {"often": "once", "day": "tomorrow"}
    assert details("remind me tomorrow", None, "remind_heat") == tomorrow


REMINDED = {
    "half past seven": {"hour": 7, "minute": 30},
    "half past six": {"hour": 18, "minute": 30},
    "quarter to eight in the morning": {"hour": 7, "minute": 45},
    "at 19:30": {"hour": 19, "minute": 30},
    "seven thirty": {"hour": 7, "minute": 30},
    "twenty past nine pm": {"hour": 21, "minute": 20},
    "nine": {"hour": 9},
    "every evening": {"hour": 20, "often": "daily"},
    "just once": {"often": "once"},
    "tonight at ten": {"hour": 22, "often": "once", "day": "today"},
    "quarter to one in the afternoon": {"hour": 12, "minute": 45},
}


@pytest.mark.parametrize("text", REMINDED)
def test_when_to_remind(text):
    assert details(text, "consent:remind_stretch", "report") == REMINDED[text]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("on the bed", "bed"),
        ("i'm lying on the carpet", "floor"),
        ("a chair please", "chair"),
        ("not on the floor on the bed", "bed"),
        ("no", None),
    ],
)
def test_where_somebody_stretches(text, place):
    assert details(text, "stretch:place", "report").get("place") == place


def test_the_period_of_a_summary():
    assert details("how many this week", None, "diary_summary") == {"period": "week"}
    assert details("since my last appointment", None, "diary_summary") == {"period": "visit"}
    assert details("read me my diary", None, "diary_summary") == {"period": "month"}


TIMED = {
    "ice for a quarter of an hour": {"pack": "ice", "minutes": 15},
    "put the heat pad on for twenty": {"pack": "heat", "minutes": 20},
    "one and a half minutes": {"minutes": 2},
    "half an hour": {"minutes": 30},
    "ice until half past": {"pack": "ice", "until": [None, 30]},
    "ice till quarter to four": {"pack": "ice", "until": [3, 45]},
    "until ten past eight pm": {"until": [20, 10]},
    "ten minutes of ice and then heat": {"pack": "ice", "minutes": 10, "then": "heat"},
    "start a timer": {"any_timer": True},
}
CHANGED = {
    "ten more": {"change": "add", "minutes": 10},
    "a bit longer": {"change": "add"},
    "another couple of minutes": {"change": "add", "minutes": 2},
    "knock two minutes off": {"change": "take", "minutes": 2},
    "make it twelve": {"minutes": 12},
    "shorten it to eight": {"change": "set", "minutes": 8},
    "shorten it": {"change": "take"},
    "hold the ice timer a moment": {"pack": "ice", "change": "pause"},
    "carry on with the timer": {"change": "resume"},
    "start it over": {"change": "restart"},
    "double it": {"change": "double"},
    "cut it in half": {"change": "half"},
}


@pytest.mark.parametrize("text", TIMED)
def test_how_long_a_pack_stays_on(text):
    assert details(text, None, "ice_timer") == TIMED[text]


@pytest.mark.parametrize("text", CHANGED)
def test_what_to_do_to_a_timer(text):
    assert details(text, None, "timer_change") == CHANGED[text]


PLACED = {
    "no the floor": {"place": "floor"},
    "no not the bed the chair": {"place": "chair"},
    "i can't get down on the floor": {},
    "it hurts to lie on the floor": {},
    "how do i get up off the floor": {},
    "i'm lying on the mat": {"place": "floor", "there": True},
    "i'm already down here": {"place": "floor", "there": True},
    "sitting in my armchair": {"place": "chair"},
    "i'm still in pain": {},
    "i could lie in bed": {"place": "bed"},
}
STEERED = {
    "i've got five minutes": {"minutes": 5},
    "the two minute one": {"minutes": 2},
    "set a timer for five minutes": {"any_timer": True},
    "have you something quicker": {"shorter": True},
    "a different one": {"other": True},
    "something for the mornings": {"stretch": "morning"},
    "the chair routine": {"stretch": "chair", "place": "chair"},
    "the full set": {"stretch": "whole"},
    "which leg is it": {"about": "side"},
    "how many goes to do": {"about": "repeats"},
    "how many stretches to go": {"about": "stretches"},
    "i can feel it easing": {"praise": True},
    "that felt really nice": {"praise": True},
    "it's better but my leg is numb": {},
    "that's not helping": {},
    "it feels good to stop": {},
}


@pytest.mark.parametrize("text", PLACED)
def test_where_somebody_stretches_or_is_already(text):
    assert details(text, "stretch:cat_cow", "report") == PLACED[text]
    assert details(text, None, "start_stretch") == PLACED[text]
    assert details(text, "menu", "report") == {}


@pytest.mark.parametrize("text", STEERED)
def test_how_a_routine_is_steered(text):
    assert details(text, "stretch:cat_cow", "report") == STEERED[text]


@pytest.mark.parametrize(
    ("text", "place"), [("the first one", "floor"), ("second", "bed"), ("the last", "chair")]
)
def test_a_place_goes_by_its_number_where_it_is_asked_for(text, place):
    assert details(text, "stretch:place", "report") == {"place": place}
    assert details(text, "stretch:cat_cow", "report") == {}


@pytest.mark.parametrize(
    ("text", "part"),
    [("lower back", "back"), ("my left knee", "knee"), ("all over", "elsewhere"), ("my leg", None)],
)
def test_where_a_stretch_hurt(text, part):
    assert details(text, "stretch:hurt", "report").get("part") == part


@pytest.mark.parametrize(
    ("text", "hostile"),
    [
        ("you're only a machine", True),
        ("don't read me that number", True),
        ("i'm useless", False),
        ("i feel so stupid", False),
        ("my sister", False),
    ],
)
def test_anger_at_us_in_a_crisis_is_told_from_despair(text, hostile):
    assert details(text, "crisis:who", "unclear").get("hostile", False) is hostile


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("just shoot me", True),
        ("i'd rather die than bend again", True),
        ("kill me", False),
        ("i want to die", False),
        ("i'd rather die", False),
        ("just kill me now i mean it", False),
    ],
)
def test_only_a_whole_turn_of_speech_puts_a_crisis_in_doubt(text, doubted):
    assert details(text, None, "crisis").get("doubted", False) is doubted


def test_how_far_back_and_on_which_card():
    assert details("go back two questions", "screen:limbs", "back") == {"steps": 2}
    assert details("the question before that", "screen:limbs", "back") == {"steps": 2}
    assert details("go back", "screen:limbs", "back") == {}
    assert details("what do i tell them on a card", None, "question") == {"card": True}


@pytest.mark.parametrize("text", ["remove the last entry", "take that off my diary"])
def test_an_entry_to_be_taken_out_is_no_new_one(text):
    assert details(text, None, "log_spasm").get("amend") == "delete"
    assert "amend" not in details("delete my diary", None, "forget_me")


@pytest.mark.parametrize("asking", [None, "sign:weakness", "screen:life", "offer:relief"])
def test_a_check_has_no_details(asking):
    assert details("yes since yesterday at six", asking, "yes") == {}


@pytest.mark.parametrize(
    ("text", "asking", "meaning", "found"),
    [
        ("ice now and then heat tomorrow", None, "ice_timer", {"then": "heat"}),
        ("ice for ten minutes and then heat", None, "ice_timer", {"then": "heat", "minutes": 10}),
        ("should i do ice and then heat", None, "question", {}),
        ("no till half past", "consent:ice_timer", "report", {"until": [None, 30]}),
        ("until quarter to", "consent:timer_change", "report", {"until": [None, 45]}),
        ("no make it five instead", "consent:timer_change", "report", {"minutes": 5}),
    ],
)
def test_a_time_alone_is_a_time_and_ice_comes_before_heat(text, asking, meaning, found):
    heard = listen(text, asking, "en-US")
    assert heard.meaning == meaning and not heard.answers
    assert found.items() <= heard.details.items()


@pytest.mark.parametrize("said", ["no", "it was", "i think it was", "one", "the pain", "maybe an"])
def test_no_pattern_takes_for_ever_over_words_said_again_and_again(said):
    """One that tries every way to cut them would never come back, and nobody be answered."""
    text = f"{said} " * 60 + "x"
    source = load("en", "reading/patterns")
    marks = (rows for facts in source["marks"].values() for rows in facts.values())
    marked = [pattern for rows in marks for _, *patterns in rows for pattern in patterns]
    for pattern in (*marked, *(p for listed in source["patterns"].values() for p in listed)):
        compiled(pattern, "en").search(text)
