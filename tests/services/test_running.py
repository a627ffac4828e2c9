"""Timers that run, over HTTP: asked after, stopped, paused, changed; and how it fails."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.conftest import NOON, Person, do, tasks_with

ICE = {"what": "ice_timer", "minutes": 15}


@pytest.fixture
def later(alexa, person):
    """The person so many minutes later, by Alexa's clock as by ours."""

    def at(minutes):
        alexa[1].now = NOON + timedelta(minutes=minutes)
        return replace(person, now=alexa[1].now)

    at(0)
    return at


@pytest.fixture
def running(alexa, later):
    assert do(tasks_with(None), later(0), "timer", **ICE) == {"status": "done"}
    return alexa[1]


def ask(who, task, **data):
    return do(tasks_with(None), who, task, **data)


def test_how_long_is_left_is_alexas_own_word(running, later):
    (timer,) = ask(later(5), "timer_left")["timers"]
    assert timer == {
        "what": "ice_timer",
        "left": 600,
        "on": 300,
        "paused": False,
        "prolonged": False,
    }


def test_one_that_has_rung_runs_no_more(running, later):
    assert ask(later(16), "timer_left")["timers"] == []


def test_a_paused_one_stands_still_and_goes_on(running, later):
    assert ask(later(5), "timer_pause")["status"] == "done"
    (timer,) = ask(later(30), "timer_left")["timers"]
    assert (timer["left"], timer["paused"]) == (600, True)
    ask(later(30), "timer_resume")
    (timer,) = ask(later(35), "timer_left")["timers"]
    assert (timer["left"], timer["paused"]) == (300, False)


def test_a_stopped_one_is_gone(running, later):
    outcome = ask(later(5), "timer_cancel")
    assert [each["what"] for each in outcome["timers"]] == ["ice_timer"]
    assert running.timers == []
    assert ask(later(5), "timer_cancel") == {"status": "done", "timers": []}


def test_only_the_one_that_is_meant(running, later):
    do(tasks_with(None), later(1), "timer", what="heat_timer", minutes=20)
    ask(later(2), "timer_cancel", what="ice_timer")
    assert [each["timerLabel"] for each in running.timers] == ["label of heat_timer"]


def test_a_timer_of_another_name_is_let_be(running, later):
    running.timers[0]["timerLabel"] = "eggs"
    assert ask(later(1), "timer_cancel")["timers"] == []
    assert len(running.timers) == 1


def test_a_change_cancels_it_and_sets_it_anew_under_a_name_that_tells(running, later):
    assert ask(later(5), "timer_change", what="ice_timer", minutes=12) == {"status": "done"}
    (timer,) = ask(later(6), "timer_left")["timers"]
    assert (timer["left"], timer["prolonged"]) == (660, True)


def test_without_one_there_is_nothing_to_change(later):
    assert ask(later(0), "timer_change", what="ice_timer", minutes=5) == {"status": "none"}


TASKS = ("timer_left", "timer_cancel", "timer_pause", "timer_resume", "timer_change")


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (401, {"code": "UNAUTHORIZED"}, "permission"),
        (403, {"code": "DEVICE_NOT_SUPPORTED"}, "unsupported"),
        (500, b"<html>Sorry</html>", "unavailable"),
        (200, {"timers": [{"timerLabel": "label of ice_timer", "status": "ON"}]}, "unavailable"),
        (200, b"\xff garbage", "unavailable"),
    ],
)
def test_whatever_alexa_answers_becomes_something_to_say(serving, task, status, body, outcome):
    person = Person(api_endpoint=serving(status, body))
    assert ask(person, task, what="ice_timer", minutes=5)["status"] == outcome


@pytest.mark.parametrize("task", TASKS)
def test_a_permission_taken_back_is_told(running, later, task):
    running.granted.clear()
    assert ask(later(1), task, what="ice_timer", minutes=5)["status"] == "permission"


def test_nobody_waits_for_a_server_that_hangs(serving):
    person = Person(api_endpoint=serving(200, {}, wait=3))
    assert ask(person, "timer_left")["status"] == "unavailable"
