from datetime import timedelta

import pytest

from spasm_guide.conversation.session import VERSION
from tests.alexa.conftest import NOON


def touch(*arguments, token="sign:weakness"):
    return {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": token,
        "arguments": list(arguments),
        "source": {},
        "components": {},
    }


def test_the_skill_is_opened(edge):
    edge.open()
    assert edge.heard[0].meaning == "open"


def test_a_quick_link_starts_the_stretches(edge):
    task = {"name": "amzn1.ask.skill.local.StartStretchRoutine", "version": "1", "input": {}}
    edge.send({"type": "LaunchRequest", "task": task})
    assert edge.heard[0].meaning == "start_stretch"


def test_the_next_turn_knows_how_long_we_have_been_speaking(edge):
    kept = edge.open()["sessionAttributes"]
    edge.say("that hurts", attributes=kept, now=NOON + timedelta(seconds=4.5))
    assert [heard.elapsed for heard in edge.heard] == [None, 4.5]


@pytest.mark.parametrize(
    "spoken_at", [None, "noon", True, float("nan"), 1e300, NOON.timestamp() + 9]
)
def test_a_clock_that_makes_no_sense_is_not_used(edge, spoken_at):
    edge.say("that hurts", attributes={"version": VERSION, "spoken_at": spoken_at})
    assert edge.heard[0].elapsed is None


def test_a_touch_means_what_the_word_means(edge):
    kept = edge.open()["sessionAttributes"]
    edge.send(touch("yes"), attributes=kept)
    edge.send(touch("start_stretch", "cat_cow"), attributes=kept)
    edge.send(touch("explain_sign", "radiating"), attributes=kept)
    yes, stretch, explain = edge.heard[1:]
    assert yes.answers == {"weakness": "yes"}
    assert (stretch.meaning, stretch.stretch) == ("start_stretch", "cat_cow")
    assert (explain.meaning, explain.sign) == ("explain_sign", "radiating")


def test_a_second_tap_does_not_answer_the_next_question(edge):
    kept = edge.open()["sessionAttributes"]
    edge.send(touch("no", token="screen:nerves"), attributes=kept)
    assert edge.heard[1].meaning == "repeat"
    assert not edge.heard[1].answers


@pytest.mark.parametrize("arguments", [(), ("dance",), (None,), (["yes"],), ({},)])
def test_a_touch_that_means_nothing_is_not_understood(edge, arguments):
    edge.send(touch(*arguments))
    assert edge.heard[0].meaning == "unclear"
