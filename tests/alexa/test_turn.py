import json
from datetime import timedelta

import pytest

from spasm_guide import __version__
from spasm_guide.conversation.reply import Line, Reply, Task
from spasm_guide.conversation.session import VERSION
from tests.alexa.conftest import ASK, NOON

LAST = Reply((Line("sign/weakness:again"),))


def test_the_microphone_is_open_exactly_when_something_is_asked(edge):
    asked = edge.open()["response"]
    assert asked["shouldEndSession"] is False
    assert asked["outputSpeech"]["ssml"] == "<speak>Is a leg weak?</speak>"
    assert "Weak?" in asked["reprompt"]["outputSpeech"]["ssml"]
    edge.replies = [LAST]
    said = edge.open()["response"]
    assert said["shouldEndSession"] is True
    assert "reprompt" not in said


def test_the_session_comes_back_with_what_was_told(edge):
    kept = edge.say("my leg gives way", attributes={"version": VERSION})["sessionAttributes"]
    assert kept["answers"] == {"weakness": "yes"}
    assert json.loads(json.dumps(kept)) == kept


def test_a_new_session_remembers_nothing(edge):
    kept = edge.say("my leg gives way")["sessionAttributes"]
    assert edge.open()["sessionAttributes"] == {"version": VERSION, "asking": "sign:weakness"} | {
        "spoken_at": kept["spoken_at"]
    }


@pytest.mark.parametrize(
    "foreign",
    [
        {"version": VERSION - 1, "asking": "sign:weakness"},
        {"version": 7},
        {"answers": "yes"},
        {"version": VERSION, "tier": "FINE"},
        {"x": [[]]},
    ],
)
def test_a_session_that_is_not_ours_starts_afresh_and_says_so(edge, foreign):
    answer = edge.say("my leg gives way", attributes=foreign)
    assert answer["response"]["outputSpeech"]["ssml"].startswith("<speak>We start again. ")
    assert answer["sessionAttributes"]["answers"] == {"weakness": "yes"}


def test_a_task_is_carried_out_before_the_answer(edge):
    edge.replies = [Reply((), task=Task("ice_timer", {"minutes": 15})), ASK]
    edge.outcome = "set"
    answer = edge.say("set the ice timer")
    assert [task.name for task, _ in edge.tasks] == ["ice_timer"]
    assert edge.heard[1].details == {"task": "ice_timer", "outcome": "set"}
    assert answer["response"]["outputSpeech"]["ssml"] == "<speak>Is a leg weak?</speak>"


def test_tasks_do_not_go_on_for_ever(edge):
    edge.replies = [Reply((Line("sign/weakness:ask"),), task=Task("ice_timer"))]
    edge.say("set the ice timer")
    assert len(edge.tasks) == 3


def test_a_task_knows_who_asks_and_hides_it(edge):
    edge.replies = [Reply((), task=Task("log_spasm")), ASK]
    edge.say("log a spasm", locale="en-GB")
    context = edge.tasks[0][1]
    assert (context.user, context.api_token) == ("amzn1.ask.account.local", "local")
    assert (context.locale, context.now) == ("en-GB", NOON)
    assert "amzn1" not in repr(context)


def test_a_screen_is_shown_where_there_is_one_and_with_the_question_it_belongs_to(edge):
    edge.replies = [Reply(ASK.lines, ASK.reprompt, display=Line("question", {"step": 4}))]
    assert "directives" not in edge.open()["response"]
    (shown,) = edge.open(show=True)["response"]["directives"]
    assert shown["type"] == "Alexa.Presentation.APL.RenderDocument"
    assert shown["token"] == "sign:weakness"
    assert shown["document"]["version"] == "1.4"
    assert shown["datasources"]["screen"] == {
        "name": "question",
        "step": 4,
        "text": {"title": "A weak leg?"},
        "letters": {"title": 11},
    }


def test_a_card_is_plain_text(edge):
    edge.replies = [Reply(LAST.lines, card=Line("card/verdict", {"text": "Ice < heat"}))]
    card = edge.open()["response"]["card"]
    assert card == {"type": "Simple", "title": "Call", "content": "Ice < heat & rest"}


def test_the_emergency_number_is_the_regions(edge):
    assert "999" in json.dumps(edge.open(locale="en-GB"))
    assert "911" in json.dumps(edge.open(locale="en-CA"))
    assert "your local emergency number" in json.dumps(edge.open(locale="de-DE"))


@pytest.mark.parametrize(
    "reply",
    [
        Reply((Line("sign/weakness:long"),)),
        Reply((Line("sign/weakness:gap"),)),
        Reply(ASK.lines, Line("sign/weakness:gap")),
        Reply((Line("sign/weakness:nothing"),)),
        Reply(LAST.lines, card=Line("card/verdict", {"text": "x" * 9000})),
    ],
)
def test_what_alexa_would_refuse_becomes_a_short_safe_question(edge, reply):
    edge.replies = [reply]
    kept = {"version": VERSION, "answers": {"radiating": "yes"}}
    answer = edge.say("my leg gives way", attributes=kept)
    assert answer["response"]["outputSpeech"]["ssml"].endswith("if bad. Again?</speak>")
    assert answer["response"]["shouldEndSession"] is False
    assert kept.items() <= answer["sessionAttributes"].items()
    assert edge.logged[-1]["event"] == "fault"


def test_a_screen_too_big_to_send_is_left_out(edge):
    edge.replies = [Reply(ASK.lines, ASK.reprompt, display=Line("question", {"a": "x" * 120_000}))]
    assert "directives" not in edge.open(show=True)["response"]


def test_nothing_of_the_person_is_logged(edge):
    kept = edge.say("my leg gives way")["sessionAttributes"]
    edge.say("my leg gives way", attributes=kept, now=NOON + timedelta(seconds=9))
    edge.replies = [Reply((Line("sign/weakness:my leg gives way"),))]
    edge.say("my leg gives way")
    logged = json.dumps(edge.logged)
    assert len(edge.logged) == 3
    for secret in ("gives way", "weakness", "yes", "report", "amzn1", '"local"', '"s"'):
        assert secret not in logged


def test_the_log_says_which_version_answered_in_which_locale(edge):
    edge.open(locale="en-AU")
    edge.say("my leg gives way", locale="xx-XX")
    assert [(line["version"], line["locale"]) for line in edge.logged] == [
        (__version__, "en-AU"),
        (__version__, "other"),
    ]
    assert edge.locales == ["xx-XX"], "the reader is told"


def test_a_screen_that_fails_leaves_the_words_and_a_fault_in_the_log(edge):
    edge.replies = [Reply(ASK.lines, ASK.reprompt, display=Line("no_such_screen"))]
    response = edge.open(show=True)["response"]
    assert "Is a leg weak?" in response["outputSpeech"]["ssml"]
    assert "directives" not in response and response["shouldEndSession"] is False
    (found,) = (each for each in edge.logged if each["event"] == "fault")
    assert found["request"] == "screen"
