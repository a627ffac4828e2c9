"""A whole check and a whole stretch by touch alone, through real requests."""

import pytest

from simulator.acts import Acts, BadMessage


class Finger:
    def __init__(self, tmp_path):
        self.acts = Acts(tmp_path)
        self.told = {"kept": None}
        self.act("open")

    def act(self, act, **more):
        message = {"act": act, "locale": "en-US", "device": "show", **more}
        self.told = self.acts.hear({**message, "kept": self.told["kept"]})
        assert not self.told["faults"]
        return self.told

    @property
    def screen(self):
        (directive,) = self.told["response"]["response"]["directives"]
        return directive

    @property
    def data(self):
        return self.screen["datasources"]["screen"]

    def press(self, label, **more):
        button = next(each for each in self.data["buttons"] if each["label"] == label)
        return self.act("touch", arguments=button["send"], token=self.screen["token"], **more)


@pytest.fixture
def finger(tmp_path):
    return Finger(tmp_path)


def answer(finger, yes=()):
    """No by touch; an age has no buttons but *not sure*, and then its bands."""
    if finger.data["asking"] == "screen:age":
        return finger.press("Not sure")
    return finger.press("Yes" if finger.data["asking"] in yes else "No")


def until_verdict(finger, yes=()):
    for _ in range(20):
        if finger.data["name"] == "verdict":
            return finger.data
        answer(finger, yes)
    raise AssertionError("no verdict")


def test_a_check_with_nothing_wrong(finger):
    finger.press("Check my back")
    steps = []
    for _ in range(20):
        if finger.data["name"] == "verdict":
            break
        steps.append((finger.data["step"], finger.data["of"]))
        answer(finger)
    assert [step for step, _ in steps] == sorted(step for step, _ in steps)
    assert all(step <= of for step, of in steps)
    assert finger.data["tier"] == "SELF_CARE"


def test_a_sign_is_touched_and_its_reason_shown(finger):
    finger.press("Check my back")
    assert until_verdict(finger, yes={"screen:limbs", "sign:weakness"})["tier"] == "URGENT"
    assert "weakness" in finger.data["text"]["reasons"]
    assert finger.told["turn"]["listening"]


def test_which_one_it_is_can_be_touched(finger):
    finger.press("Check my back")
    finger.press("No")
    finger.press("No")
    finger.press("Yes")
    finger.press("Out of nowhere")
    assert finger.told["turn"]["answers"]["sudden_unprovoked"] == "yes"


def test_a_danger_touched_ends_in_the_number_alone(finger):
    finger.press("Check my back")
    finger.press("Yes")
    assert finger.data["tier"] == "EMERGENCY"
    assert finger.data["text"]["number"] == "911"
    assert finger.data["buttons"] == []
    assert finger.told["turn"]["ended"]


@pytest.mark.parametrize("place", ["floor", "bed", "chair"])
def test_a_stretch_from_the_gate_to_its_end(finger, place):
    finger.press("Stretch")
    for _ in range(4):
        finger.press("No")
    finger.press(place.capitalize())
    assert finger.data["name"] == "stretch"
    assert finger.data["place"] == place
    finger.press("Pause", after=30.0)
    assert finger.data["ms"] == 0, "the picture moves on while the person rests"
    finger.press("Go on")
    finger.press("It hurts", after=10.0)
    assert finger.data["asking"] == "stretch:hurt"
    finger.press("Not sure")
    assert finger.data["asking"] in ("sign:weakness", "sign:radiating", "sign:numbness_tingling")


def test_a_touch_on_a_screen_that_is_over_answers_nothing(finger):
    finger.press("Check my back")
    finger.press("No")
    answers = finger.told["turn"]["answers"]
    finger.act("touch", arguments=["yes"], token="screen:life")
    assert finger.told["turn"]["answers"] == answers
    assert finger.told["turn"]["asking"] == "screen:nerves"


@pytest.mark.parametrize(
    "sent",
    [[], ["cheer"], ["report"], ["report", "wealth"], [1], [["yes"]], ["report", "place", 3]],
)
def test_a_touch_that_means_nothing_sets_nothing(finger, sent):
    finger.press("Check my back")
    finger.act("touch", arguments=sent, token="screen:life")
    assert finger.told["turn"]["answers"] == {}


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"act": "shout"},
        {"act": "open", "locale": "xx-XX", "device": "show"},
        {"act": "open", "locale": "en-US", "device": "show", "store": ["fine"]},
        {"act": "open", "locale": "en-US", "device": "show", "allowed": ["all"]},
        {"act": "open", "locale": "en-US", "device": "show", "misroute": 2},
        {"act": "open", "locale": "en-US", "device": "show", "kept": {"now": "noon"}},
        {"act": "say", "locale": "en-US", "device": "show", "words": "x" * 2000},
        {"act": "touch", "locale": "en-US", "device": "show", "arguments": "yes"},
    ],
)
def test_what_the_page_never_sends_is_refused(tmp_path, message):
    with pytest.raises(BadMessage):
        Acts(tmp_path).hear(message)


def test_the_round_is_written_for_the_screen(finger):
    finger.press("Stretch")
    for _ in range(4):
        finger.press("No")
    finger.press("Chair")
    told = [each["text"] for each in finger.data["rounds"]]
    assert {"Right, 1 of 2", "Left, 2 of 2"} <= set(told)
    assert not any(each["text"] for each in finger.data["rounds"] if each["at"] == 0)
