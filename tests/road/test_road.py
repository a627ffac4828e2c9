"""README.md and docs/deploy.md, command by command, as far as they need no account."""

import json
import os
import re
import signal
import socket
import urllib.request

import pytest

from tests.road.conftest import ROOT, asked

README = (ROOT / "README.md").read_text("utf-8")
DEPLOY = (ROOT / "docs/deploy.md").read_text("utf-8")
MAKE = re.compile(r"(?:`|^)make (?:-s )?([a-z-]+)", re.MULTILINE)
ASK = re.compile(r"`ask ([a-z-]+(?: [a-z-]+)?)|&& ask ([a-z-]+)")
ASK_CLI = {
    *("configure", "deploy", "new", "init", "dialog", "run", "util", "help"),
    *(
        f"smapi {name}"
        for name in (
            *("profile-nlu", "submit-skill-validation", "get-skill-validations"),
            *("import-skill-package", "get-skill-status", "simulate-skill"),
        )
    ),
}
"""Commands of ask-cli 2.30.7 (docs/deploy.md says where that was read)."""
TWO_MINUTES = 120
NOBODY = "http://127.0.0.1:9/"


def typed():
    """What the README has a person type at `make talk`."""
    (lines,) = re.findall(r"```\n(/open\n.+?)```", README, re.DOTALL)
    return lines


def test_make_alone_lists_every_command_that_the_pages_name(clone):
    done = clone.make()
    listed = set(re.findall(r"^  make ([a-z-]+)", done.out, re.MULTILINE))
    assert done.code == 0
    assert set(MAKE.findall(README + DEPLOY)) <= listed


def test_the_first_answer_is_heard_within_two_minutes_of_the_clone(clone):
    done = clone.make("-s", "talk", told=typed())
    assert done.code == 0, done.said
    assert "chest pain" in done.out
    assert "weakness" in done.out
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert done.seconds < TWO_MINUTES * busy


def test_another_country_with_a_screen_is_heard_as_well(clone):
    done = clone.make("-s", "talk", "LOCALE=en-GB", "DEVICE=show", told="i have chest pain\n")
    assert "999" in done.out
    assert done.code == 0


def test_what_the_alexa_console_imports_is_made(clone):
    done = clone.make("package-skill")
    assert done.code == 0, done.said
    package = clone.folder / "build/skill-package"
    manifest = json.loads((package / "skill.json").read_text("utf-8"))["manifest"]
    assert "endpoint" not in manifest["apis"]["custom"]
    wanted = json.loads((clone.folder / "ask-resources.json").read_text())
    assert package == clone.folder / wanted["profiles"]["default"]["skillMetadata"]["src"]


def test_an_address_that_alexa_cannot_reach_is_refused_with_its_reason(clone):
    done = clone.make(
        "package-skill", "ENDPOINT=arn:aws:lambda:eu-central-1:123456789012:function:x"
    )
    assert done.code != 0
    assert "no Lambda function that Alexa can reach" in done.out + done.said


def test_what_runs_on_lambda_is_made_or_it_says_which_python_to_install(clone):
    done = clone.make("build")
    assert (clone.folder / "build/lambda.zip").is_file() or "3.13" in done.said, done.said
    assert (done.code == 0) == (clone.folder / "build/lambda.zip").is_file()


def test_sam_asks_only_for_the_skill_and_then_for_an_account(clone):
    sam = ROOT / "build/sam-venv/bin/sam"
    if not sam.is_file():
        pytest.skip("the SAM command line is not installed: make check")
    clone.make("build")
    skill = {"Parameter SkillId": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"}
    prompts, wrote = asked([str(sam), "deploy", "--guided"], clone.folder, skill)
    about = [prompt.split()[1] for prompt in prompts if prompt.startswith("Parameter")]
    rows = re.findall(r"^\| `(\w+)` \|", DEPLOY, re.MULTILINE)
    assert sorted(about) == sorted(rows)
    assert "Parameter Diary [off]:" in prompts
    assert wrote.rstrip().endswith("Unable to locate credentials"), wrote


@pytest.mark.parametrize("page", [README, DEPLOY], ids=["README.md", "docs/deploy.md"])
def test_the_ask_commands_that_are_named_exist(page):
    named = {" ".join(filter(None, found)) for found in ASK.findall(page)}
    assert {name for name in named if name not in ASK_CLI} == set()


def free():
    with socket.create_server(("127.0.0.1", 0)) as here:
        return here.getsockname()[1]


def test_the_page_is_there_and_without_npm_it_says_what_is_lacking(clone):
    port = free()
    serving = clone.start("serve", f"PORT={port}")
    try:
        first = serving.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in first, serving.stderr.read()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/about", timeout=20) as answer:
            assert json.load(answer)["renderer"] is False
        taken = clone.make("-s", "serve", f"PORT={port}")
        assert taken.code != 0
        assert f"port {port} cannot be used; try" in taken.said
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        said = serving.communicate()[1]
    assert "Node.js" in said


@pytest.mark.parametrize(("port", "told"), [("99999", "cannot be used; try"), ("x", "invalid int")])
def test_an_impossible_port_is_named(clone, port, told):
    done = clone.make("-s", "serve", f"PORT={port}")
    assert done.code != 0
    assert told in done.said


def test_without_a_python_it_says_which_to_install(another):
    done = another.make("talk", "PYTHON=")
    assert done.code != 0
    assert "apt-get install python3" in done.said


def test_without_a_network_it_says_what_to_do(another):
    """And works once there is one: nothing half made is taken for whole."""
    offline = {"PIP_INDEX_URL": NOBODY, "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    done = another.make("talk", PIP_FIND_LINKS="", PIP_EXTRA_INDEX_URL="", **offline)
    assert done.code != 0
    assert "the package registry cannot be reached" in done.said
    assert not (another.folder / ".venv/.talk").exists()
