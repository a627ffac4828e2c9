"""The diary, timers and forgetting through the whole skill, as Alexa would send it."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest

from simulator.alexa_api import Alerts, AlexaApi
from simulator.device import Device
from simulator.envelopes import Account
from simulator.recogniser import load
from simulator.skill import Skill
from simulator.talk import device_for
from tests.services.test_diary import Broken, hang, surprise

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def say(device, *lines):
    for line in lines:
        turn = device.say(line)
    assert not device.faults()
    return turn


def test_logged_in_one_process_and_summed_up_in_another(tmp_path):
    turn = say(device_for("en-US", "speaker", data=tmp_path), "log a spasm", "yes", "sneezing", "8")
    assert "Noted" in turn.speech
    turn = say(device_for("en-US", "speaker", data=tmp_path), "how many spasms did i have")
    assert "1 spasm" in turn.speech
    assert "sneezing" in turn.card["text"]
    turn = say(device_for("en-US", "speaker", data=tmp_path), "forget me", "yes")
    assert "deleted" in turn.speech
    assert not any(b"sneezing" in file.read_bytes() for file in tmp_path.iterdir())


def test_refused_consent_writes_nothing(tmp_path):
    device = device_for("en-US", "speaker", data=tmp_path)
    turn = say(device, "log a spasm", "no")
    assert "keep nothing" in turn.speech
    assert turn.ended
    assert say(device, "log a spasm").asking == "consent:diary"
    rows = (tmp_path / "diary.sqlite").read_bytes()
    assert b"yes" not in rows


def test_a_check_writes_nothing_at_all(tmp_path):
    device = device_for("en-US", "speaker", data=tmp_path / "data")
    say(device, "check my back", "my foot feels numb", "no", "no", "no", "stop")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("wrong", [hang, surprise])
def test_a_store_that_fails_in_mid_conversation_is_said_within_a_second(wrong, monkeypatch):
    monkeypatch.setattr("simulator.stores.open_diary", lambda folder: (Broken(wrong), "pepper"))
    device = Device(Skill(data=Path("nowhere")), load("en-US"), Account(), NOON)
    began = perf_counter()
    turn = device.say("log a spasm")
    assert "couldn't note it" in turn.speech
    assert perf_counter() - began < 1.5


def test_a_permission_asked_for_and_given_sets_the_timer():
    device = device_for("en-US", "speaker", asks_permission=True)
    turn = say(device, "set an ice timer", "yes")
    assert turn.directives == ("Connections.SendRequest",)
    assert "permission" in turn.speech
    turn = say(device, "i approve")
    assert turn.request == "Connections.Response"
    assert turn.alerts == ("timer, 15 minutes: cool pack",)
    assert "starting now" in turn.speech


@pytest.mark.parametrize("words", ["no", "the weather"])
def test_a_permission_not_given_says_a_way_on(words):
    device = device_for("en-US", "speaker", asks_permission=True)
    turn = say(device, "set a heat timer", "yes", words)
    assert turn.alerts == ()
    assert "set a timer for 20 minutes" in turn.speech


def test_a_reminder_has_a_neutral_label():
    alerts = Alerts()
    api = AlexaApi(alerts)
    device = Device(Skill(), load("en-US"), Account(api=api.endpoint), NOON, alerts)
    say(device, "remind me to switch to heat tomorrow", "yes")
    (reminder,) = alerts.reminders
    text = reminder["alertInfo"]["spokenInfo"]["content"][0]["text"]
    assert not {"spasm", "pain", "back"} & set(text.split())
    api.close()


QUIET = """
import sys
from spasm_guide.bootstrap import build
from simulator.envelopes import Account, envelope, intent, launch
from simulator.recogniser import load
from datetime import UTC, datetime
skill = build(diary=lambda: 1 / 0, log=lambda record: None)
session = {"new": True, "sessionId": "s", "attributes": {}}
ears = load("en-US")
for words in ("", "check my back", "no", "my leg is weak", "set an ice timer", "stop"):
    heard = ears.recognise(words) if words else None
    request = intent(heard.intent, heard.slots) if heard else launch()
    answer = skill(envelope(Account(), request, datetime.now(UTC), session), None)
    session = {**session, "new": False, "attributes": answer["sessionAttributes"]}
loaded = {"boto3", "botocore", "sqlite3", "spasm_guide.services.tasks"} & set(sys.modules)
print(*loaded)
"""


def test_a_session_that_stores_nothing_loads_nothing_that_stores():
    path = {"PYTHONPATH": f"{ROOT / 'lambda'}:{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", QUIET], env=path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_nothing_of_the_person_is_in_the_log(tmp_path, monkeypatch):
    logged = []
    monkeypatch.setattr(Skill, "_note", lambda self, record: logged.append(record))
    device = device_for("en-US", "speaker", data=tmp_path)
    said = (
        *("log a spasm", "yes", "sneezing violently", "seven", "read me my diary"),
        *("set an ice timer", "yes", "my foot feels numb", "forget me", "stop"),
    )
    for words in said:
        device.say(words)
    assert len(logged) > len(said)
    written = repr(logged)
    for secret in ("sneez", "violently", "numb", "amzn1", "seven", "127.0.0.1", "token"):
        assert secret not in written
