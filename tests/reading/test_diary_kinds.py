"""Kinds of telling that a diary must take as they are meant, or leave: numbers, times, causes."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.facts import facts
from spasm_guide.reading.listen import listen
from spasm_guide.reading.words import words

EN = "en"
SPASM = ("severity", "cause", "hours_ago", "days_ago", "hour", "weekday", "skip")


def spasm(text, asking=None, meaning="report"):
    found = facts(words(text, EN), asking, Heard(meaning), EN)
    return {name: found[name] for name in SPASM if name in found}


NUMBERS = {
    "six or seven": 6.5,
    "a two or a three": 2.5,
    "seven going on eight": 7.5,
    "between a six and an eight": 7,
    "above four but under six": 5,
    "out of ten i'd say four": 4,
    "on a scale of one to ten about three": 3,
    "nine and half": 9.5,
    "point eight": 0.8,
    "half": 0.5,
    "four no sorry a five": 5,
    "eight hang on more like seven": 7,
    "last time was an eight today it's only a four": 4,
    "it was a three last time and a seven this time": 7,
    "began as a two and ended up a nine": 9,
    "seven i was in tears for twenty minutes": 7,
    "it's about a three now": 3,
    "a five at first and it has eased to a two": 5,
    "not a nine but near an eight": 8,
    "worse than the one last week so a seven": 7,
}
TIMES = {
    "three or four hours ago": {"hours_ago": 3.5},
    "two or three days back": {"hours_ago": 60},
    "four and half hours ago": {"hours_ago": 4.5},
    "half hour ago": {"hours_ago": 0.5},
    "an hour or two ago": {"hours_ago": 1.5},
    "about an hour and forty five minutes ago": {"hours_ago": 1.75},
    "twenty five minutes since": {"hours_ago": 0.42},
    "right this second": {"hours_ago": 0},
    "this arvo about two": {"days_ago": 0, "hour": 14},
    "in the small hours about four": {"hour": 4},
    "i was up in the night and it was twenty past two": {"hour": 2},
    "during the ten o'clock news last night": {"days_ago": 1, "hour": 22},
    "this evening while the kettle boiled at half past seven": {"days_ago": 0, "hour": 19},
    "last night after supper": {"days_ago": 1, "hour": 19},
    "two days ago in the afternoon": {"days_ago": 2, "hour": 15},
    "a good hour and a quarter ago": {"hours_ago": 1.25},
    "sunday night's": {"weekday": 6, "hour": 22},
    "yesterday morning carrying the recycling out": {
        "days_ago": 1,
        "hour": 8,
        "cause": "carrying the recycling out",
    },
    "yesterday after the match": {"days_ago": 1},
    "just now": {"hours_ago": 0},
}
CAUSES = {
    "ooh now you're asking i was hoovering the landing": {"cause": "hoovering the landing"},
    "well i reckon it was that new office chair": {"cause": "that new office chair"},
    "i'm not sure maybe lifting the pram": {"cause": "lifting the pram"},
    "picking up a penny would you believe": {"cause": "picking up a penny"},
    "tying a bootlace and then boom": {"cause": "tying a bootlace"},
    "hit a six at cricket": {"cause": "hit a six at cricket"},
    "a number nine bus braked hard": {"cause": "a number nine bus braked hard"},
    "the dog pulled me over and it was about an eight": {
        "cause": "the dog pulled me over",
        "severity": 8,
    },
    "i i think it was the the ladder": {"cause": "the ladder"},
    "a poor night's sleep": {"cause": "a poor night's sleep"},
    "raking leaves that's all": {"cause": "raking leaves"},
    "the pram rolled and i tried to save it": {"cause": "the pram rolled and i tried to save it"},
}
PASSED_OVER = [
    ("diary:cause", "leave that one blank"),
    ("diary:cause", "no clue mate"),
    ("diary:cause", "i really couldn't tell you"),
    ("diary:cause", "it just seized up on its own"),
    ("diary:cause", "i'd rather not talk about that"),
    ("diary:cause", "search me"),
    ("diary:cause", "i forget"),
    ("diary:cause", "that one's a mystery"),
    ("diary:severity", "i'm hopeless with numbers darling"),
    ("diary:severity", "i couldn't put a number on it"),
    ("diary:when", "i couldn't tell you when exactly"),
    ("diary:when", "i didn't check the clock"),
]
IN_ONE_BREATH = {
    "jot down that my back locked while i was scrubbing the tub about a six": {
        "cause": "scrubbing the tub",
        "severity": 6,
    },
    "record one please i slipped on the wet tiles at quarter past two this afternoon": {
        "cause": "slipped on the wet tiles",
        "days_ago": 0,
        "hour": 14,
    },
    "log a spasm three hours ago wrestling the duvet and it was an easy seven": {
        "cause": "wrestling the duvet",
        "hours_ago": 3,
        "severity": 7,
    },
    "pop it in the book sweeping the yard did it": {"cause": "sweeping the yard"},
    "add one a five an hour ago when i got off the bus save it for me": {
        "cause": "got off the bus",
        "hours_ago": 1,
        "severity": 5,
    },
    "hello there would you kindly log a spasm for me my friend": {},
    "put a spasm in the diary i've been struggling all day": {},
    "note a spasm because my physio asked me to": {},
    "log one when you're ready from my back": {},
    "log a spasm my back went when it went": {},
    "log one nothing serious": {},
    "add one while changing the sheets just after nine this morning": {
        "cause": "changing the sheets",
        "days_ago": 0,
        "hour": 9,
    },
}
LOGGED = {
    "new entry": None,
    "log a spasm from this morning call it a five": 5,
    "my hip gripped raking the lawn i want that recorded": None,
    "log it six and a half hoeing": 6.5,
    "another one four this time put it in the book": 4,
    "log one for me i was hoeing": None,
    "write up yesterday's a three": 3,
    "write that down for me it was a six": 6,
    "put me down for a three last night": 3,
    "entry for the diary a four": 4,
    "track an attack severity eight cause coughing": 8,
    "back spasm today at noon from digging": None,
    "bung another in the book a two": 2,
    "i've had a twinge jot it down say a two": 2,
}
CHANGED = [
    ("make that a three not a four", {"severity": 3}),
    ("bring the last one down to a two", {"severity": 2}),
    ("i said six i meant nine", {"severity": 9}),
    ("the cause was the mop not the hoover", {"cause": "mop"}),
    ("that last one it was driving not gardening fix it", {"cause": "driving"}),
    ("the one i logged is wrong it was on thursday", {"weekday": 3}),
]
REMOVED = [
    *(f"{verb} the last one" for verb in ("scratch", "bin", "throw out", "scrub", "do away with")),
    *(f"{verb} that entry" for verb in ("scrap", "cancel", "cross out", "toss away")),
    *(f"{verb} that one off my diary" for verb in ("take", "strike", "cancel")),
    "remove that it was an accident",
    "lose the duplicate",
]
DANGERS = [
    ("make a note that i can't feel my legs", "cauda_equina"),
    ("log a spasm i can't feel my foot", "numbness_tingling"),
    ("log a spasm both legs went weak", "cauda_equina"),
    ("another spasm and i wet myself log it", "cauda_equina"),
    ("log a spasm i can't breathe", "chest_or_abdominal"),
    ("log one i fainted", "chest_or_abdominal"),
    ("make a note of a spasm i was in a car crash", "serious_accident"),
    ("log it i fell down the stairs", "serious_accident"),
]
NO_ENTRY = [
    ("when i put it down my back went", "start_check"),
    ("i lifted a log", "report"),
    ("make it ten minutes", "timer_change"),
]


@pytest.mark.parametrize("text", NUMBERS)
def test_the_number_that_counts(text):
    assert spasm(text, "diary:severity")["severity"] == NUMBERS[text]


@pytest.mark.parametrize("text", TIMES)
def test_when_it_was_with_its_part_of_the_day(text):
    assert spasm(text, "diary:when") == TIMES[text]


@pytest.mark.parametrize("text", CAUSES)
def test_a_cause_without_what_leads_to_it_or_away(text):
    assert spasm(text, "diary:cause") == CAUSES[text]


@pytest.mark.parametrize(("asking", "text"), PASSED_OVER)
def test_no_answer_is_no_fact(asking, text):
    assert spasm(text, asking) == {"skip": True}


@pytest.mark.parametrize("text", IN_ONE_BREATH)
def test_of_a_story_only_what_is_told_as_a_cause(text):
    assert spasm(text, None, "log_spasm") == IN_ONE_BREATH[text]


@pytest.mark.parametrize("text", LOGGED)
def test_a_wish_to_log_within_other_words(text):
    heard = listen(text, None, "en-US")
    assert (heard.meaning, heard.details.get("severity")) == ("log_spasm", LOGGED[text])


@pytest.mark.parametrize(("text", "told"), CHANGED)
def test_what_was_noted_last_is_to_be_another(text, told):
    heard = listen(text, None, "en-US")
    assert heard.meaning == "log_spasm"
    assert {"amend": "change", **told}.items() <= heard.details.items()
    assert heard.details.keys().isdisjoint({"minutes", *SPASM} - told.keys())


@pytest.mark.parametrize("text", REMOVED)
def test_what_was_noted_last_is_to_go(text):
    assert listen(text, "menu", "en-US").details == {"amend": "delete"}


@pytest.mark.parametrize(("text", "meaning"), NO_ENTRY)
def test_no_wish_to_log(text, meaning):
    assert listen(text, None, "en-US").meaning == meaning


@pytest.mark.parametrize(("text", "finding"), DANGERS)
def test_a_danger_in_what_is_to_be_noted_stands(text, finding):
    heard = listen(text, None, "en-US")
    assert heard.answers.get(finding) == "yes" or finding in heard.likely
    assert "cause" not in heard.details or finding == "serious_accident"


@pytest.mark.parametrize(
    "text", ["log a spasm from coughing a six", "add it to my diary it was gardening"]
)
def test_a_wish_to_log_raises_no_alarm(text):
    heard = listen(text, None, "en-US")
    assert heard.meaning == "log_spasm" and not heard.answers and not heard.likely


@pytest.mark.parametrize(
    ("text", "meaning", "until"),
    [
        ("ice until quarter past nine", "ice_timer", [9, 15]),
        ("put the heat pad on till half past", "heat_timer", [None, 30]),
        ("use heat until five pm", "heat_timer", [17, 0]),
    ],
)
def test_a_pack_until_a_time_is_a_timer(text, meaning, until):
    heard = listen(text, None, "en-US")
    assert (heard.meaning, heard.details["until"]) == (meaning, until)


@pytest.mark.parametrize("asking", [None, "menu", "offer:stretches"])
@pytest.mark.parametrize(
    "text", ["don't log a spasm", "please don't write that down", "i don't want to note this one"]
)
def test_what_is_not_to_be_noted_is_not(text, asking):
    assert listen(text, asking, "en-US").meaning != "log_spasm"


def test_not_to_forget_to_note_it_is_a_wish_to():
    assert listen("don't forget to log that one", None, "en-US").meaning == "log_spasm"


@pytest.mark.parametrize(
    "text",
    ["cancel that", "drop it", "undo that", "cancel the last question", "forget what i said"],
)
def test_what_names_no_entry_takes_none_out(text):
    assert "amend" not in listen(text, "menu", "en-US").details
