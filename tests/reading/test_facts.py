import pytest

from spasm_guide.reading.facts import facts
from spasm_guide.reading.words import words

EN = "en"


def details(text, asking, meaning):
    return facts(words(text, EN), asking, meaning, EN)


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
}
SEVERITIES = {
    "seven": 7,
    "about a six or seven": 7,
    "eight out of ten": 8,
    "eleven out of ten": 10,
    "zero": 0,
    "10": 10,
    "pretty severe": 8,
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


@pytest.mark.parametrize("text", TIMES)
def test_when_it_was(text):
    assert details(text, "diary:when", "report") == TIMES[text]


def test_the_hour_of_a_reminder():
    said = "remind me to stretch every day at seven in the evening"
    assert details(said, None, "remind_stretch") == {"hour": 19}
    assert details("make it eight pm", "consent:remind_heat", "report") == {"hour": 20}
    assert details("remind me tomorrow", None, "remind_heat") == {}


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


@pytest.mark.parametrize("asking", [None, "sign:weakness", "screen:life", "offer:relief"])
def test_a_check_has_no_details(asking):
    assert details("yes since yesterday at six", asking, "yes") == {}
