"""Timers and reminders through the real client, and every way in which that can fail."""

import json
from dataclasses import replace
from time import perf_counter

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services.reminder_management.trigger import Trigger
from ask_sdk_model.services.timer_management.timer_request import TimerRequest

from tests.services.conftest import NOON, Person, do, tasks_with

ICE = {"what": "ice_timer", "minutes": 15}
HEAT = {"what": "remind_heat", "hour": 9, "day": "tomorrow"}
DAILY = {"what": "remind_stretch", "hour": 18, "day": "daily"}
IN_TIME = 1.3


@pytest.fixture
def quick():
    began = perf_counter()
    yield
    assert perf_counter() - began < IN_TIME


def test_a_timer_is_set_as_alexas_own_model_reads_it(alexa, person):
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "done"}
    (timer,) = alexa[1].timers
    wanted = DefaultSerializer().deserialize(_json(timer), TimerRequest)
    assert wanted.duration == "PT15M"
    assert wanted.timer_label == "label of ice_timer"
    assert wanted.triggering_behavior.operation.object_type == "NOTIFY_ONLY"


def test_a_reminder_is_for_tomorrow_by_the_devices_clock(alexa, person):
    late = replace(person, now=NOON.replace(hour=3))  # still the evening before in New York
    assert do(tasks_with(None), late, "reminder", **HEAT) == {"status": "done"}
    (reminder,) = alexa[1].reminders
    trigger = DefaultSerializer().deserialize(_json(reminder["trigger"]), Trigger)
    assert reminder["trigger"]["scheduledTime"] == "2026-11-24T09:00:00.000"
    assert trigger.time_zone_id == "America/New_York"
    assert trigger.recurrence is None
    content = {"locale": "en-US", "text": "label of remind_heat"}
    assert reminder["alertInfo"]["spokenInfo"]["content"] == [content]


@pytest.mark.parametrize(("hour", "day"), [(18, 24), (6, 25)])
def test_a_daily_reminder_begins_when_that_hour_comes_next(alexa, person, hour, day):
    do(tasks_with(None), person, "reminder", **{**DAILY, "hour": hour})
    trigger = alexa[1].reminders[0]["trigger"]
    assert trigger["scheduledTime"] == f"2026-11-{day}T{hour:02}:00:00.000"
    rule = f"FREQ=DAILY;BYHOUR={hour};BYMINUTE=0;BYSECOND=0;INTERVAL=1;"
    assert trigger["recurrence"]["recurrenceRules"] == [rule]


def test_today_is_today_unless_that_time_has_gone_by(alexa, person):
    today = {**HEAT, "day": "today", "minute": 15}
    assert do(tasks_with(None), person, "reminder", **today) == {"status": "done"}
    assert alexa[1].reminders[0]["trigger"]["scheduledTime"] == "2026-11-24T09:15:00.000"
    early = {**today, "hour": 6}  # It is seven in New York.
    assert do(tasks_with(None), person, "reminder", **early) == {"status": "past"}
    assert len(alexa[1].reminders) == 1


@pytest.mark.parametrize(
    ("until", "minutes"),
    [
        ([None, 30], 30),
        ([None, 0], 60),
        ([7, 15], 15),
        ([6, 59], 719),
        ([19, 15], 735),
        ([0, 0], 1020),
        ([12, 0], 300),
    ],
)
def test_till_a_time_by_the_devices_clock(alexa, person, until, minutes):
    # It is seven in the morning in New York.
    assert do(tasks_with(None), person, "until", until=until) == {
        "status": "done",
        "minutes": minutes,
    }
    lost = replace(person, api_endpoint="")
    assert do(tasks_with(None), lost, "until", until=until) == {"status": "unavailable"}


@pytest.mark.parametrize("task", [("timer", ICE), ("reminder", HEAT)])
def test_a_permission_not_given_is_told_apart(alexa, person, task):
    alexa[1].granted.clear()
    assert do(tasks_with(None), person, task[0], **task[1]) == {"status": "permission"}


def test_the_eleventh_timer_is_too_many(alexa, person):
    for n in range(10):
        timer = {**ICE, "what": f"ice {n}"}
        assert do(tasks_with(None), person, "timer", **timer) == {"status": "done"}
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "full"}


def test_a_second_one_of_the_same_name_is_refused(alexa, person):
    do(tasks_with(None), person, "timer", **ICE)
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "running"}


ANSWERS = [
    (401, {"code": "UNAUTHORIZED"}, "permission"),
    (401, b"", "permission"),
    (403, {"code": "DEVICE_NOT_SUPPORTED"}, "unsupported"),
    (403, {"code": "MAX_REMINDERS_EXCEEDED"}, "full"),
    (403, {"code": "PERMISSION_DENIED"}, "permission"),
    (403, {}, "unsupported"),
    (400, {"code": "INVALID"}, "unavailable"),
    (429, {"code": "TOO_MANY"}, "unavailable"),
    (500, b"<html>Sorry</html>", "unavailable"),
    (503, {}, "unavailable"),
    (200, b"", "unavailable"),
    (200, b"\xff\xfe garbage", "unavailable"),
    (200, b"[" * 50_000, "unavailable"),
    (200, ["a", "list"], "unavailable"),
    (302, {}, "unavailable"),
]


@pytest.mark.parametrize(("status", "body", "outcome"), ANSWERS)
def test_whatever_alexa_answers_becomes_something_to_say(serving, quick, status, body, outcome):
    person = Person(api_endpoint=serving(status, body))
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": outcome}
    assert do(tasks_with(None), person, "reminder", **HEAT)["status"] == "unavailable"


def test_nobody_waits_longer_than_a_second_for_a_server_that_hangs(serving, quick):
    person = Person(api_endpoint=serving(200, {}, wait=3))
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "unavailable"}


def test_nor_for_one_that_drips(dripping, quick):
    person = Person(api_endpoint=dripping)
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "unavailable"}


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "../../etc/passwd", "x" * 5000, 5, None])
def test_a_zone_that_nobody_knows_sets_no_reminder(serving, zone):
    person = Person(api_endpoint=serving(200, zone))
    assert do(tasks_with(None), person, "reminder", **HEAT) == {"status": "unavailable"}


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "api.amazonalexa.com",
        "https://evil.example",
        "https://amazonalexa.com.evil.example",
        "http://api.amazonalexa.com",
        "https://127.0.0.1",
        "http://[::1",
        "http://127.0.0.1:99999",
        "file:///etc/passwd",
    ],
)
def test_the_token_goes_nowhere_but_to_amazon_or_this_computer(monkeypatch, endpoint):
    monkeypatch.setattr("socket.create_connection", pytest.fail)
    person = Person(api_endpoint=endpoint)
    assert do(tasks_with(None), person, "timer", **ICE) == {"status": "unavailable"}


def _json(sent):
    return json.dumps({k: v for k, v in sent.items() if k not in ("id", "status", "alertToken")})
