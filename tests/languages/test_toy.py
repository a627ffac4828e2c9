"""docs/a-new-language.md, tried: a toy language and an overlay, put beside a copy of the skill."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LANGUAGE = ROOT / "lambda" / "spasm_guide" / "languages" / "en"

REGIONS = {
    "varieties": {"toy": {name: f"{name}o" for name in ("belly", "doctor", "er", "physio")}},
    "regions": {
        "xt-XT": {
            "variety": "toy",
            "words": {},
            "emergency": {"number": "77", "source": "a toy", "date": "2026-11-28"},
            "same_day_line": None,
            "crisis_line": {"said": "Kriza {number}", "number": "78", "how": "Kriza {number}"},
        }
    },
    "elsewhere": {
        "variety": "toy",
        "words": {},
        "emergency": {"said": "la numero"},
        "same_day_line": None,
        "crisis_line": {"said": "la krizo"},
    },
}
WORDS = {
    "persons": {
        who: {"you": "vi", "your": "via", "you_are": "vi estas"}
        for who in ("self", "someone", "child")
    },
    "carriers": {"carriers": {"TellMyIntent": "mia"}},
    "causes": {"fillers": ["la"], "endings": ["as"]},
    "durations": {"seconds": {}},
    "regions": REGIONS,
}
TEMPLATES = {
    "menu/menu.j2": {"welcome": "Saluton.", "ask": "Cxu kontroli?", "again": "Cxu?"},
    "anywhere/unclear.j2": {"say": "Mi ne komprenas."},
    "crisis/crisis.j2": {"first": "Voku {{ crisis_how }}."},
    "crisis/danger.j2": {"ask": "Cxu dangxero?", "again": "Cxu?"},
    "anywhere/trouble.j2": {"say": "Pardonu. Cxu denove?"},
}
TURNS = """
import json, sys
from datetime import UTC, datetime
from spasm_guide.bootstrap import build
from simulator.envelopes import Account, envelope, launch, intent, slot

def listen(text, asking, locale):
    from spasm_guide.conversation.heard import Heard
    return Heard("crisis", details={"heard": f"{locale}: {text}"})

told = []
skill = build(read=listen, log=told.append, observe=lambda heard, *rest: told.append(heard.details))
for locale in sys.argv[1:]:
    session, said = {"new": True, "sessionId": "s"}, []
    for request in (launch(), intent("TellMyIntent", {"query": slot("query", "dorso")})):
        event = envelope(Account(locale), request, datetime.now(UTC), session)
        answer = skill(event, None)
        session = {"new": False, "sessionId": "s", "attributes": answer["sessionAttributes"]}
        said.append(answer["response"]["outputSpeech"]["ssml"])
    print(json.dumps({"said": said, "told": [dict(each) for each in told]}))
    told.clear()
"""


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A copy to add languages to, as a person would."""
    root = tmp_path_factory.mktemp("product")
    for part in ("lambda", "templates"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    folder = root / "lambda/spasm_guide/languages/xt"
    folder.mkdir()
    for name, content in WORDS.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    for path, blocks in TEMPLATES.items():
        add(root, "xt", path, blocks)
    add(root, "en-AU", "menu/menu.j2", {"welcome": "Spasm Guide here, mate."})
    return root


def add(root, layer, path, blocks):
    file = root / "templates" / layer / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{{% block {n} %}}{s}{{% endblock %}}" for n, s in blocks.items()))


def turns(product, *locales):
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", TURNS, *locales],
        env={"PYTHONPATH": f"{product / 'lambda'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_folder_of_words_and_one_of_templates_is_a_language(product):
    toy, elsewhere, unknown, australian, british = turns(
        product, "xt-XT", "xt-ZZ", "de-DE", "en-AU", "en-GB"
    )
    opened, crisis = toy["said"]
    assert opened == "<speak>Saluton. Cxu kontroli?</speak>"
    assert '<say-as interpret-as="digits">78</say-as>' in crisis
    assert {"heard": "xt-XT: mia dorso"} in toy["told"], "the reader gets the locale and its words"
    assert [e["locale"] for e in toy["told"] if e.get("event") == "turn"] == ["xt-XT", "xt-XT"]
    assert elsewhere["said"][0] == opened
    assert elsewhere["said"][1].startswith("<speak>Voku la krizo.")
    assert unknown["said"][0].startswith("<speak>Spasm Guide here. ")
    assert australian["said"][0].startswith("<speak>Spasm Guide here, mate. ")
    assert australian["said"][0].partition("mate.")[2] == british["said"][0].partition("here.")[2]


def test_the_steps_name_every_file_of_a_language():
    """A file that is added to English is a step for whoever adds a language."""
    page = (ROOT / "docs" / "a-new-language.md").read_text(encoding="utf-8")
    for file in LANGUAGE.iterdir():
        assert f"`{file.name}" in page, file.name
