"""The diary as the conversation asks for it, on the store that is used at home."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter, sleep

import pytest

from spasm_guide.services.api import ApiFailed
from spasm_guide.services.events import on_event
from spasm_guide.services.zone import moment, zone_of
from spasm_guide.storage.owner import keyed, owner
from spasm_guide.storage.store import Spasm
from tests.services.conftest import NOON, PEPPER, Person, do, tasks_with

DONE = {"status": "done"}


def kept(store, person):
    return store.entries(owner(PEPPER, person.user, person.person), int(person.now.timestamp()))


def test_consent_is_asked_until_it_is_given_and_then_remembered(tasks, person):
    assert do(tasks, person, "diary") == {"status": "ask"}
    assert do(tasks, person, "diary") == {"status": "ask"}
    assert do(tasks, person, "agree", what="diary") == DONE
    assert do(tasks, person, "diary") == {"status": "agreed"}
    assert do(tasks, replace(person, person="ben"), "diary") == {"status": "ask"}


def test_a_spasm_is_noted_once_however_often_the_request_comes(tasks, store, person):
    for _ in range(3):
        assert do(tasks, person, "note", cause="sneezing", severity=7, hours_ago=2) == DONE
    at = int(NOON.timestamp()) - 2 * 3600
    assert kept(store, person) == [Spasm(at, "sneezing", 7)]


@pytest.mark.parametrize("severity", [-1, 11, "ten", True, None])
def test_nonsense_is_not_noted_as_a_number(tasks, store, person, severity):
    assert do(tasks, person, "note", severity=severity) == DONE
    assert kept(store, person)[0].severity is None


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ({}, 0),
        ({"hours_ago": 0.5}, 0.5),
        ({"hours_ago": 99_999}, 0),
        ({"days_ago": 0, "hour": 8}, 4),
        ({"days_ago": 1, "hour": 18}, 18),
        ({"days_ago": 2}, 48),
        ({"hour": 18}, 6),  # it is noon: six is this morning's
        ({"hour": 11}, 1),
        ({"hour": 22}, 2),
        ({"weekday": 0, "hour": 8}, 28),  # it is a Tuesday
        ({"weekday": 1, "hour": 15}, 7 * 24 - 3),
        ({"hour": "six"}, 0),
    ],
)
def test_when_it_was_is_never_in_the_future(told, hours):
    assert moment(NOON, told) == int((NOON - timedelta(hours=hours)).timestamp())


def test_a_zone_is_known_even_where_the_system_has_no_files_of_it(monkeypatch):
    monkeypatch.setattr("zoneinfo.ZoneInfo", lambda name: {}[name])
    zone = zone_of("America/New_York")
    assert NOON.astimezone(zone).hour == 7
    with pytest.raises(ApiFailed):
        zone_of("Nowhere/Land")


def test_yesterday_is_by_the_devices_clock(tasks, store, person):
    do(tasks, person, "note", days_ago=1, hour=18)
    # Six in the evening in New York is eleven at night in universal time.
    assert kept(store, person)[0].at == int(NOON.replace(day=23, hour=23).timestamp())


def test_a_summary_in_another_process_of_what_was_noted_here(tmp_path, tasks, person):
    do(tasks, person, "note", cause="sneezing", severity=7)
    found = do(tasks_with(tasks_store(tmp_path)), person, "summary", period="month")
    assert found["summary"]["count"] == 1
    assert found["summary"]["set_off"] == ["sneezing"]
    assert found["summary"]["part"] == "morning"


def test_the_last_one_is_changed_or_taken_out_however_often_the_request_comes(tasks, store, person):
    do(tasks, person, "agree", what="diary")
    for number, cause in enumerate(("sneezing", "bending")):
        later = replace(person, request_id=f"r{number}", now=NOON + timedelta(seconds=number))
        do(tasks, later, "note", cause=cause, severity=7, days_ago=1)
    found = do(tasks, later, "last")
    told = {"cause": "bending", "severity": 7, "days": 1}
    assert found == {"status": "done", "entry": found["entry"], **told}
    for _ in range(2):
        assert do(tasks, later, "change", entry=found["entry"], severity=6) == DONE
    assert [each.severity for each in kept(store, later)] == [7, 6]
    assert do(tasks, later, "change", entry=found["entry"], hours_ago=2) == DONE
    assert do(tasks, later, "last")["days"] == 0
    for _ in range(2):
        assert do(tasks, later, "remove", entry=found["entry"]) == DONE
    assert [each.cause for each in kept(store, later)] == ["sneezing"]
    assert do(tasks, later, "change", entry=found["entry"], severity=6) == {"status": "none"}


def test_an_empty_diary_and_one_that_was_never_agreed_to_are_told_apart(tasks, person):
    assert do(tasks, person, "last") == {"status": "ask", "entry": None}
    do(tasks, person, "agree", what="diary")
    assert do(tasks, person, "last") == {"status": "agreed", "entry": None}
    do(tasks, person, "note")
    assert do(tasks, replace(person, user="amzn1.ask.account.other"), "last")["entry"] is None


def test_days_are_counted_by_the_devices_clock_or_not_at_all(tasks, person):
    do(tasks, person, "note", hours_ago=8)  # NOON is seven in the morning in New York.
    assert do(tasks, person, "last")["days"] == 1
    assert do(tasks, replace(person, api_endpoint=""), "last")["days"] is None


def test_one_taken_out_is_gone_from_every_file(tmp_path, tasks, person):
    do(tasks, person, "note", cause="sneezing-hard", severity=7)
    do(tasks, person, "remove", entry=do(tasks, person, "last")["entry"])
    for file in tmp_path.iterdir():
        assert b"sneezing-hard" not in file.read_bytes(), file


def tasks_store(folder):
    from spasm_guide.storage.sqlite import SqliteStore

    return SqliteStore(folder / "diary.sqlite")


def test_a_summary_without_a_zone_says_nothing_of_the_time_of_day(tasks, person):
    do(tasks, person, "note")
    found = do(tasks, replace(person, api_endpoint=""), "summary", period="month")
    assert found["summary"]["count"] == 1
    assert found["summary"]["part"] is None


def test_since_the_last_visit_is_since_the_last_summary_of_another_day(tasks, person):
    def count(days):
        now = NOON + timedelta(days=days)
        return do(tasks, replace(person, now=now), "summary", period="visit")["summary"]["count"]

    def note(days):
        now = NOON + timedelta(days=days)
        do(tasks, replace(person, now=now, request_id=f"r{days}"), "note")

    note(0)
    assert count(0.1) == 1
    note(1)
    note(2)
    assert count(2.1) == 2
    assert count(2.2) == 2
    assert count(3) == 0


def test_forgotten_is_gone_from_every_file(tmp_path, tasks, person):
    do(tasks, person, "agree", what="diary")
    for number in range(200):
        same = replace(person, request_id=f"r{number}")
        do(tasks, same, "note", cause=f"sneezing-{number}", severity=7)
    assert any(b"sneezing-199" in file.read_bytes() for file in tmp_path.iterdir())
    assert do(tasks, person, "forget") == DONE
    for file in tmp_path.iterdir():
        assert b"sneezing" not in file.read_bytes(), file
    assert do(tasks, person, "diary") == {"status": "ask"}


def test_turning_the_skill_off_forgets_the_whole_account(tasks, store, person):
    others = replace(person, user="amzn1.ask.account.neighbour")
    for each in (person, replace(person, person="ben"), others):
        do(tasks, each, "note")
    user = {"userId": person.user}
    for kind in ("SkillEnabled", "SkillDisabled"):
        request = {"type": f"AlexaSkillEvent.{kind}"}
        on_event({"request": request, "context": {"System": {"user": user}}}, store, PEPPER)
        assert len(kept(store, person)) == (kind == "SkillEnabled")
    assert not kept(store, replace(person, person="ben"))
    assert kept(store, others)


def test_no_id_is_in_the_file(tmp_path, tasks, person):
    do(tasks, replace(person, person="amzn1.ask.person.ben"), "note", cause="sneezing")
    found = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"amzn1" not in found
    assert keyed(PEPPER, person.user).encode() in found


def test_a_bookmark_is_kept_for_a_week_and_only_with_a_yes_to_that(tasks, person):
    bookmark = {"routine": {"names": ["cat_cow"]}, "pace": -1}
    do(tasks, person, "agree", what="diary")
    assert do(tasks, person, "keep_bookmark", bookmark=bookmark) == {"status": "ask"}
    assert do(tasks, person, "read_bookmark") == {"status": "ask"}
    do(tasks, person, "agree", what="bookmark")
    assert do(tasks, person, "read_bookmark") == {"status": "done", "bookmark": None}
    assert do(tasks, person, "keep_bookmark", bookmark=bookmark) == DONE
    assert do(tasks, person, "read_bookmark") == {"status": "done", "bookmark": bookmark}
    later = replace(person, now=NOON + timedelta(days=7))
    assert do(tasks, later, "read_bookmark") == {"status": "done", "bookmark": None}


def test_without_a_diary_that_is_said(person):
    for name in ("diary", "note", "last", "change", "remove", "summary", "forget", "read_bookmark"):
        assert do(tasks_with(None), person, name) == {"status": "off"}


def test_somebody_unknown_and_something_unknown_fail_safely(tasks, person):
    assert do(tasks, replace(person, user=""), "note")["status"] == "unavailable"
    assert do(tasks, person, "dance")["status"] == "unavailable"


class Broken:
    """A store where everything goes wrong in the same way."""

    def __init__(self, wrong):
        self._wrong = wrong

    def warm(self):
        pass

    def __getattr__(self, name):
        return lambda *args: self._wrong()


def hang():
    sleep(3)


def surprise():
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        *((name, surprise) for name in ("diary", "agree", "note", "last")),
        *((name, surprise) for name in ("keep_bookmark", "read_bookmark")),
        *((name, hang) for name in ("diary", "note", "last", "summary")),
    ],
)
def test_a_store_gone_wrong_costs_a_second_and_no_more(name, wrong):
    began = perf_counter()
    outcome = do(tasks_with(Broken(wrong)), Person(api_endpoint=""), name)
    assert outcome["status"] == "unavailable"
    assert perf_counter() - began < 1.3


def test_a_locked_file_loses_nothing(tmp_path, tasks, store, person):
    do(tasks, person, "note", cause="sneezing")
    with closing(sqlite3.connect(tmp_path / "diary.sqlite")) as other:
        other.execute("begin immediate")
        began = perf_counter()
        outcome = do(tasks, replace(person, request_id="r2"), "note", cause="bending")
        assert outcome["status"] == "unavailable"
        assert perf_counter() - began < 1.3
    assert [spasm.cause for spasm in kept(store, person)] == ["sneezing"]
    assert do(tasks, replace(person, request_id="r2"), "note", cause="bending") == DONE


def test_a_file_that_is_none_is_said_and_left_as_it_is(tmp_path, person):
    path = tmp_path / "diary.sqlite"
    path.write_bytes(b"this was never a database" * 100)
    tasks = tasks_with(tasks_store(tmp_path))
    assert do(tasks, person, "note")["status"] == "unavailable"
    assert do(tasks, person, "summary", period="week")["status"] == "unavailable"
    assert path.read_bytes() == b"this was never a database" * 100


def test_a_folder_that_cannot_be_made_is_said(tmp_path, person):
    (tmp_path / "file").touch()
    tasks = tasks_with(tasks_store(tmp_path / "file"))
    assert do(tasks, person, "note")["status"] == "unavailable"


KILLED = """
import os, sys
from pathlib import Path
from spasm_guide.storage.sqlite import SqliteStore
from spasm_guide.storage.store import Owner, Spasm
store = SqliteStore(Path(sys.argv[1]))
for number in range(50):
    store.note(Owner("a", ""), Spasm(number, "sneezing"), f"r{number}", 0)
os._exit(9)
"""


def test_a_process_killed_in_the_middle_loses_nothing_that_was_noted(tmp_path):
    from spasm_guide.storage.store import Owner

    path = tmp_path / "diary.sqlite"
    here = Path(__file__).parents[2] / "lambda"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=here, check=False)
    store = tasks_store(tmp_path)
    assert len(store.entries(Owner("a", ""), 0)) == 50
    store.close()


def test_a_summary_of_five_thousand_takes_a_tenth_of_a_second(tasks, store, person):
    whose, now = owner(PEPPER, person.user, ""), int(NOON.timestamp())
    causes = ("sneezing", "bending down", "i sneezed", "getting out of the car", None)
    with store._open() as file:
        file.executemany(
            "insert into spasm values (?, ?, ?, ?, ?, ?, ?)",
            [
                (whose.account, "", f"r{n}", now - 6000 * n, causes[n % 5], n % 11, now + 9)
                for n in range(5000)
            ],
        )
    times = []
    for _ in range(5):
        began = perf_counter()
        found = do(tasks, person, "summary", period="month")
        times.append(perf_counter() - began)
    assert found["summary"]["count"] == 432
    assert min(times) < 0.1, times


def test_what_is_logged_tells_nothing_of_the_person(tasks, logged, person):
    do(tasks, person, "agree", what="diary")
    do(tasks, person, "note", cause="sneezing", severity=7)
    do(tasks, person, "summary", period="month")
    do(tasks, person, "timer", what="ice_timer", minutes=15)
    do(tasks_with(Broken(surprise), logged), person, "note", cause="sneezing")
    assert {record["task"] for record in logged} == {"agree", "note", "summary", "timer"}
    assert all(
        set(record) <= {"event", "task", "status", "error", "expected", "ms"} for record in logged
    )
    said = repr(logged)
    for secret in ("sneezing", "amzn1", person.api_token, "127.0.0.1", PEPPER):
        assert secret not in said
