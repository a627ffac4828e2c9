import io
import json
import sys

import pytest

from simulator import cli
from simulator.cli import main
from spasm_guide.clinical.rule import VERSION
from spasm_guide.languages.load import locales


@pytest.fixture
def run(monkeypatch, capsys):
    """The exit code, the JSON objects written and the complaints, for some lines of input."""

    def run(arguments, *lines):
        text = "".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in lines)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err.splitlines()

    return run


def case(text, state="launch"):
    return {"state": state, "text": text}


def test_the_rule_answers_for_each_line(run):
    code, found, complaints = run(
        ["assess", "--json"], {"answers": {"weakness": "yes"}}, {"answers": {}}
    )
    assert (code, complaints) == (0, [])
    assert found[0] == {
        "tier": "URGENT",
        "rule": "weakness",
        "reasons": ["weakness"],
        "stretches": "no",
        "version": VERSION,
    }
    assert (found[1]["tier"], found[1]["stretches"]) == ("SELF_CARE", "gate")


BAD_CASES: tuple[object, ...] = (
    "",
    "weakness",
    "[]",
    "{}",
    {"answers": []},
    {"answers": {"headache": "yes"}},
    {"answers": {"weakness": "maybe"}},
    {"answers": {"weakness": ["yes"]}},
)


def test_a_bad_line_is_complained_about_and_the_next_one_answered(run):
    code, found, complaints = run(["assess", "--json"], *BAD_CASES, {"answers": {}})
    assert code == 1
    assert [each["tier"] for each in found] == ["SELF_CARE"]
    numbers = [line.split(":")[1].strip() for line in complaints]
    assert numbers == [f"line {n}" for n in range(1, len(BAD_CASES) + 1)]


def test_a_phrase_is_understood_in_its_state(run):
    code, found, _ = run(
        ["understand", "--json", "--locale", "en-GB"],
        case("yes", "sign:weakness"),
        case("no", "sign:after_injury"),
        case("child's pose", "advice"),
        case("stop", "stretch"),
        case("yes", None),
    )
    assert code == 0
    assert found[0] == {
        "state": "sign:weakness",
        "text": "yes",
        "intent": "AMAZON.YesIntent",
        "slots": {},
        "meaning": "yes",
        "answers": {"weakness": "yes"},
        "sign": None,
        "stretch": None,
        "topic": None,
    }
    assert found[1]["answers"] == {"after_injury": "no"}
    assert (found[2]["meaning"], found[2]["stretch"]) == ("start_stretch", "childs_pose")
    assert found[3]["meaning"] == "stop"
    assert (found[4]["state"], found[4]["answers"]) == (None, {})


def test_words_and_carriers_reach_the_same_reader(run):
    _, found, _ = run(
        ["understand", "--json"], case("my left leg is weak"), case("left leg is weak")
    )
    assert [each["intent"] for each in found] == ["TellMyIntent", "FreeSpeechIntent"]
    assert [each["answers"].get("weakness") for each in found] == ["yes", "yes"]


def test_a_state_or_phrase_that_is_none_is_complained_about(run):
    bad: tuple[object, ...] = (
        case("yes", "sign:headache"),
        case("yes", "kitchen"),
        case("yes", 5),
        case(" "),
        {},
    )
    code, found, complaints = run(["understand", "--json"], *bad, case("yes"))
    assert (code, len(found), len(complaints)) == (1, 1, len(bad))


def test_an_unknown_locale_names_the_known_ones(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["talk", "--locale", "xx-XX"])
    assert stopped.value.code == 2
    assert all(locale in capsys.readouterr().err for locale in ["en-IN"])


KEYS = {
    *("heard", "request", "intent", "slots", "meaning", "topic"),
    *("speech", "ssml", "reprompt", "seconds", "asking", "listening", "ended"),
    *("answers", "tier", "rule", "reasons", "card", "screen", "directives", "ms"),
}


def test_a_conversation_is_one_object_a_line(run):
    code, turns, complaints = run(
        ["talk", "--json"], "/open", "check my back", "no", "/silence", "/wait 2", "stop"
    )
    assert (code, complaints) == (0, [])
    assert [set(turn) for turn in turns] == [KEYS] * 6
    opened, check, asked, again, waited, stopped = turns
    assert (opened["request"], opened["listening"]) == ("LaunchRequest", True)
    assert check["meaning"] == "start_check"
    assert asked["answers"]
    assert (again["request"], again["speech"]) == (None, asked["reprompt"])
    assert (waited["speech"], waited["asking"]) == ("", asked["asking"])
    assert (stopped["ended"], stopped["listening"]) == (True, False)


def test_the_first_words_may_already_say_what_is_wrong(run):
    _, turns, _ = run(["talk", "--json"], "i fell off a ladder and both my legs are numb")
    assert turns[0]["request"] == "IntentRequest"
    assert (turns[0]["tier"], turns[0]["ended"]) == ("EMERGENCY", True)
    assert "911" in turns[0]["speech"]


@pytest.mark.parametrize("bad", ["", "/dance", "/wait", "/wait long", "/wait -1", "/wait nan"])
def test_a_line_that_means_nothing_leaves_the_conversation_where_it_was(run, bad):
    code, turns, complaints = run(["talk", "--json"], "/open", "check my back", bad, "no")
    assert (code, len(complaints)) == (1, 1)
    assert turns[2]["asking"] == turns[1]["asking"] != turns[3]["asking"]
    assert turns[2]["speech"] == ""


@pytest.mark.parametrize("locale", locales())
def test_anybody_can_ask_for_help(run, locale):
    _, turns, _ = run(["talk", "--json", "--locale", locale], "/open", "help")
    assert turns[1]["speech"].endswith("?")


def test_the_terminal_tells_who_speaks_and_sets_the_verdict_apart(monkeypatch, capsys):
    lines = b"i fell off a ladder and both my legs are numb\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(["talk"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("You      i fell off a ladder")
    assert "\nAlexa    " in out
    assert "EMERGENCY by rule" in out
    assert "\x1b" not in out


def test_what_the_python_lacks_is_named_with_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(cli, "NEEDED", ("jinja2", "nowhere_to_be_found"))
    assert cli.main(["understand", "stop"]) == 1
    told = capsys.readouterr().err
    assert "nowhere_to_be_found" in told and "jinja2" not in told and "make setup" in told
