"""Diary sentences as people say them, through the whole reader: what is meant, and each fact."""

import pytest

from spasm_guide.reading.listen import listen

FIRST = [
    (
        None,
        "put down that my back went into spasm about an hour ago",
        "log_spasm",
        {"hours_ago": 1},
    ),
    (
        None,
        "note another spasm seven out of ten while tying my shoes",
        "log_spasm",
        {"severity": 7, "cause": "tying my shoes"},
    ),
    (None, "add a spasm to the diary from last night", "log_spasm", {"days_ago": 1, "hour": 22}),
    (
        None,
        "i'd like to log one from yesterday around lunch",
        "log_spasm",
        {"days_ago": 1, "hour": 13},
    ),
    (
        "menu",
        "write down a spasm at half past six this morning",
        "log_spasm",
        {"hour": 6, "days_ago": 0},
    ),
    ("menu", "record a spasm six and a half out of ten", "log_spasm", {"severity": 6.5}),
    ("offer:relief", "log this one it was a nine out of ten", "log_spasm", {"severity": 9}),
    (
        None,
        "keep a note that it went when i got out of the bath",
        "log_spasm",
        {"cause": "got out of the bath"},
    ),
    ("diary:cause", "picking up the cat", "report", {"cause": "picking up the cat"}),
    (
        "diary:cause",
        "it was when i reached for the top shelf",
        "report",
        {"cause": "reached for the top shelf"},
    ),
    ("diary:cause", "couldn't tell you", "unsure", {"skip": True}),
    (
        "diary:cause",
        "a coughing fit last night",
        "report",
        {"cause": "a coughing fit", "days_ago": 1, "hour": 22},
    ),
    ("diary:severity", "oh about a five and a half", "report", {"severity": 5.5}),
    ("diary:severity", "between six and seven", "report", {"severity": 6.5}),
    ("diary:severity", "pretty bad", "report", {"severity": 7}),
    ("diary:severity", "zero now but it was an eight", "report", {"severity": 8}),
    ("diary:severity", "ten the worst i've had", "report", {"severity": 10}),
    ("diary:when", "a couple of hours ago", "report", {"hours_ago": 2}),
    ("diary:when", "last night about ten", "report", {"days_ago": 1, "hour": 22}),
    ("diary:when", "on sunday afternoon", "report", {"weekday": 6, "hour": 15}),
    ("diary:when", "just before lunch today", "report", {"days_ago": 0, "hour": 13}),
    (
        None,
        "change the last one to eight out of ten",
        "log_spasm",
        {"amend": "change", "severity": 8},
    ),
    (
        "offer:relief",
        "sorry that should be a three",
        "log_spasm",
        {"amend": "change", "severity": 3},
    ),
    (
        None,
        "no it was yesterday not today change it",
        "log_spasm",
        {"amend": "change", "days_ago": 1},
    ),
    (None, "please take the last entry back out", "log_spasm", {"amend": "delete"}),
    (None, "get rid of the last thing i put in the diary", "log_spasm", {"amend": "delete"}),
    ("menu", "wipe the spasm i just logged", "log_spasm", {"amend": "delete"}),
    (None, "how many times has it gone this week", "diary_summary", {"period": "week"}),
    (None, "how many spasms since i saw the doctor", "diary_summary", {"period": "visit"}),
    (None, "what's the average been this month", "diary_summary", {"period": "month"}),
]
SECOND = [
    (None, "stick a spasm in my diary please", "log_spasm", {}),
    (None, "my back's just gone again can you log it", "log_spasm", {}),
    (None, "log a spasm at three this afternoon", "log_spasm", {"hour": 15, "days_ago": 0}),
    (
        None,
        "log a level four spasm from hoovering",
        "log_spasm",
        {"severity": 4, "cause": "hoovering"},
    ),
    ("menu", "i want to note a spasm that came on two days ago", "log_spasm", {"hours_ago": 48}),
    (
        "menu",
        "new entry eight out of ten when i sneezed",
        "log_spasm",
        {"severity": 8, "cause": "sneezed"},
    ),
    ("offer:relief", "put that in my diary", "log_spasm", {}),
    (
        "diary:cause",
        "bent down to the dishwasher",
        "report",
        {"cause": "bent down to the dishwasher"},
    ),
    ("diary:cause", "nothing i can think of", "report", {"skip": True}),
    ("diary:cause", "gardening all morning", "report", {"cause": "gardening all morning"}),
    ("diary:severity", "i'd give it a four", "report", {"severity": 4}),
    ("diary:severity", "six point five", "report", {"severity": 6.5}),
    ("diary:severity", "not that bad really a three", "report", {"severity": 3}),
    ("diary:severity", "somewhere between four and five", "report", {"severity": 4.5}),
    ("diary:severity", "excruciating", "report", {"severity": 10}),
    ("diary:when", "about twenty minutes ago", "report", {"hours_ago": 0.33}),
    ("diary:when", "yesterday at teatime", "report", {"days_ago": 1, "hour": 17}),
    ("diary:when", "in the middle of the night", "report", {"hour": 3}),
    ("diary:when", "on wednesday", "report", {"weekday": 2}),
    ("diary:when", "this morning at quarter to seven", "report", {"days_ago": 0, "hour": 6}),
    (
        None,
        "i got the number wrong make that a five",
        "log_spasm",
        {"amend": "change", "severity": 5},
    ),
    (
        None,
        "can you change my last spasm to a seven",
        "log_spasm",
        {"amend": "change", "severity": 7},
    ),
    ("menu", "edit the last diary entry", "log_spasm", {"amend": "change"}),
    (
        None,
        "the last entry was wrong it was a two",
        "log_spasm",
        {"amend": "change", "severity": 2},
    ),
    ("offer:relief", "no not a seven a six", "log_spasm", {"amend": "change", "severity": 6}),
    (None, "delete what i just logged", "log_spasm", {"amend": "delete"}),
    (None, "i didn't mean to log that take it out", "log_spasm", {"amend": "delete"}),
    (None, "how many have i had this month", "diary_summary", {"period": "month"}),
    (None, "how bad has it been this week", "diary_summary", {"period": "week"}),
    (None, "read me the diary since my last appointment", "diary_summary", {"period": "visit"}),
]
THIRD = [
    (None, "log my spasm please it was a seven", "log_spasm", {"severity": 7}),
    (
        None,
        "tell the diary i had two out of ten this evening",
        "log_spasm",
        {"severity": 2, "days_ago": 0, "hour": 20},
    ),
    (None, "had another one an hour ago put it down", "log_spasm", {"hours_ago": 1}),
    (
        "menu",
        "can you write down that it seized up while i was hanging the washing",
        "log_spasm",
        {"cause": "hanging the washing"},
    ),
    ("menu", "save a spasm from tuesday night", "log_spasm", {"weekday": 1, "hour": 22}),
    ("diary:cause", "turning over in bed", "report", {"cause": "turning over in bed"}),
    ("diary:cause", "i was putting my socks on", "report", {"cause": "putting my socks on"}),
    ("diary:cause", "no reason", "report", {"skip": True}),
    ("diary:severity", "three and a half maybe", "report", {"severity": 3.5}),
    ("diary:severity", "a solid eight", "report", {"severity": 8}),
    ("diary:severity", "quite mild", "report", {"severity": 3}),
    ("diary:severity", "it's about a two now", "report", {"severity": 2}),
    ("diary:when", "three hours back", "report", {"hours_ago": 3}),
    ("diary:when", "at ten to nine this morning", "report", {"days_ago": 0, "hour": 8}),
    ("diary:when", "right now", "report", {"hours_ago": 0}),
    (None, "correct the last entry to four", "log_spasm", {"amend": "change", "severity": 4}),
    (
        "offer:relief",
        "actually make that an eight",
        "log_spasm",
        {"amend": "change", "severity": 8},
    ),
    (
        "menu",
        "the one i just logged should be a nine",
        "log_spasm",
        {"amend": "change", "severity": 9},
    ),
    (
        None,
        "change what set it off to lifting",
        "log_spasm",
        {"amend": "change", "cause": "lifting"},
    ),
    (
        "menu",
        "change the last spasm to this morning",
        "log_spasm",
        {"amend": "change", "days_ago": 0, "hour": 8},
    ),
    ("offer:relief", "remove that from the diary", "log_spasm", {"amend": "delete"}),
    (None, "cancel the last entry", "log_spasm", {"amend": "delete"}),
    ("menu", "undo the last entry in my diary", "log_spasm", {"amend": "delete"}),
    (None, "that was a mistake delete that entry", "log_spasm", {"amend": "delete"}),
    (None, "how many spasms in the last week", "diary_summary", {"period": "week"}),
    (None, "give me my spasm summary", "diary_summary", {"period": "month"}),
    ("offer:relief", "what's in my diary", "diary_summary", {"period": "month"}),
    (None, "show me this week's spasms", "diary_summary", {"period": "week"}),
    (None, "what number do i usually give it", "diary_summary", {"period": "month"}),
]
FOURTH = [
    ("diary:when", "ten minutes or so", "report", {"hours_ago": 0.17}),
    ("diary:when", "in the last quarter of an hour", "report", {"hours_ago": 0.25}),
    ("diary:when", "no not yesterday the day before that", "report", {"days_ago": 2}),
    ("diary:when", "the night before last", "report", {"days_ago": 2, "hour": 22}),
    ("diary:when", "on friday but don't ask me when", "report", {"weekday": 4}),
    ("diary:when", "it all just runs together", "unsure", {"skip": True}),
    ("diary:severity", "more than a four but not a six", "report", {"severity": 5}),
    ("diary:severity", "eased off to three but at its peak a nine", "report", {"severity": 9}),
    ("diary:severity", "like being hit by a bus so ten", "report", {"severity": 10}),
    ("diary:severity", "it couldn't have been any worse", "report", {"severity": 10}),
    ("diary:severity", "i'd leave the number out if i may", "unsure", {"skip": True}),
    ("diary:cause", "i'll keep that to myself", "unsure", {"skip": True}),
    (None, "actually bring it down to a four", "log_spasm", {"amend": "change", "severity": 4}),
    (None, "no make that yesterday", "log_spasm", {"amend": "change", "days_ago": 1}),
    (
        None,
        "i said a six but it should have been a three and a half",
        "log_spasm",
        {"amend": "change", "severity": 3.5},
    ),
    (
        None,
        "change the last entry and put shovelling snow as the cause",
        "log_spasm",
        {"amend": "change", "cause": "shovelling snow"},
    ),
    ("menu", "strike out the spasm from before", "log_spasm", {"amend": "delete"}),
    (
        None,
        "log one it came while i was painting the fence could that go in please",
        "log_spasm",
        {"cause": "painting the fence"},
    ),
]
MISSED = {
    "what number do i usually give it": "a wish for the summary, heard as a question",
}
FACTS = ("severity", "cause", "hours_ago", "days_ago", "hour", "weekday", "amend", "period", "skip")


@pytest.mark.parametrize(("asking", "text", "meaning", "told"), [*FIRST, *SECOND, *THIRD, *FOURTH])
def test_a_diary_sentence_is_heard_as_meant(asking, text, meaning, told):
    if text in MISSED:
        pytest.xfail(MISSED[text])
    heard = listen(text, asking, "en-US")
    found = {name: heard.details[name] for name in FACTS if name in heard.details}
    if meaning != "diary_summary":
        found.pop("period", None)
    if (asking or "").startswith("diary"):
        found.pop("amend", None)  # Of the one that is being noted: the same answer.
    assert (heard.meaning, found) == (meaning, told)
