"""The profiling tool from end to end, with a stand-in for the ASK command line."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from interaction_model.profiling import ask as asking
from interaction_model.profiling.__main__ import main
from interaction_model.profiling.phrases import asked
from interaction_model.profiling.report import lost

ROOT = Path(__file__).parents[2]
STAND_IN = f"""#!{sys.executable} -ISB
import json, sys
from pathlib import Path
here = Path(__file__).parent
options = dict(zip(sys.argv[3::2], sys.argv[4::2]))
assert sys.argv[1:3] == ["smapi", "profile-nlu"], sys.argv
assert options["--skill-id"] == "amzn1.ask.skill.ours" and options["--stage"] == "development"
text = options["--utterance"]
with (here / "asked").open("a") as file:
    file.write(text + "\\n")
orders = json.loads((here / "orders").read_text())
if orders:
    order = orders.pop(0)
    (here / "orders").write_text(json.dumps(orders))
    if order == "throttled":
        print("[Error]: TooManyRequestsException", file=sys.stderr)
        sys.exit(0)
    if order == "broken":
        print("{{}}")
        sys.exit(0)
intent, slots = json.loads((here / "own").read_text()).get(text), {{}}
if not intent and text.startswith("my "):
    intent, slots = "TellMyIntent", {{"query": text.split(" ", 2)[-1]}}
if not intent:
    intent, slots = "FreeSpeechIntent", {{"speech": text}}
slots = {{name: {{"name": name, "value": value}} for name, value in slots.items()}}
chosen = {{"name": intent, "confirmationStatus": "NONE", "slots": slots}}
print(json.dumps({{"sessionEnded": False, "selectedIntent": chosen,
    "consideredIntents": [{{"name": "AMAZON.FallbackIntent"}}]}}))
"""
"""It robs Amazon's own intents of one word, and cuts a word behind a carrier."""


@pytest.fixture
def cli(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "ask").write_text(STAND_IN)
    (folder / "ask").chmod(0o755)
    (folder / "orders").write_text("[]")
    own = {each.text: each.own for each in asked("en-US") if each.own and each.text != "pause"}
    (folder / "own").write_text(json.dumps(own))
    (folder / "asked").touch()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "PAUSES", (0.0, 0.0))
    return folder


def run(tmp_path, most, *more):
    out = ["--out", str(tmp_path / "out")]
    return main(["amzn1.ask.skill.ours", "--most", str(most), *out, *more])


def test_from_the_first_phrase_to_the_report(cli, tmp_path, capsys):
    (cli / "orders").write_text(json.dumps(["throttled", "", "broken", ""]))
    assert run(tmp_path, 60) == 0
    text = capsys.readouterr().out
    assert (tmp_path / "out/en-US.md").read_text() == text
    assert text.startswith("# What Alexa hands over, en-US\n\n60 phrases")
    assert "| free_speech |" in text
    assert "Taken from Amazon's own intents: 1.\n\n- *pause*: FreeSpeechIntent" in text
    meant, of = re.search(r"^Read as meant: (\d+) of (\d+)\.$", text, re.MULTILINE).groups()
    assert 0 < int(meant) <= int(of)
    assert " 0 read as no." in text
    cut = int(re.search(r"^Words cut: (\d+)\.$", text, re.MULTILINE)[1])
    carried = [each for each in (cli / "asked").read_text().split("\n") if each.startswith("my ")]
    assert cut == len(set(carried)) > 0
    assert len((cli / "asked").read_text().splitlines()) == 62


def test_a_run_that_was_ended_is_gone_on_with_and_nothing_asked_twice(cli, tmp_path, capsys):
    (cli / "orders").write_text(json.dumps([*[""] * 9, *["throttled"] * 3]))
    assert run(tmp_path, 12) == 1
    assert "9 of 12: [Error]: TooManyRequestsException" in capsys.readouterr().err
    kept = tmp_path / "out/en-US.jsonl"
    kept.write_text(kept.read_text() + '{"text": "cut o')
    (cli / "asked").write_text("")
    assert run(tmp_path, 12) == 0
    assert len((cli / "asked").read_text().splitlines()) == 3
    assert run(tmp_path, 12) == 0
    assert len((cli / "asked").read_text().splitlines()) == 3


def test_without_the_command_line_that_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(tmp_path, 3) == 1
    assert "no `ask` found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("handed_over", "which"),
    [
        ("my left leg is numb", "whole"),
        ("left leg is numb", "first"),
        ("my left leg", "last"),
        ("left leg is", "both"),
        ("eleven", "other"),
    ],
)
def test_what_became_of_the_words(handed_over, which):
    assert lost("my left leg is numb", handed_over) == which


def test_the_first_part_of_what_is_asked_is_a_fair_sample():
    everything = asked("en-US")
    assert len(everything) > 500
    assert len({each.text for each in everything}) == len(everything)
    own = [each for each in everything if each.kind == "own"]
    assert everything[: len(own)] == own
    said = everything[len(own) :]
    for part in (said[:200], said):
        share = sum(each.kind == "long" for each in part) / len(part)
        assert 0.5 < share < 0.99
