"""What `pip install` gives somebody who has no checkout."""

import json
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from spasm_guide import __version__

ROOT = Path(__file__).parents[2]
NEEDED = ("pyproject.toml", "README.md", "LICENSE")
FOLDERS = ("lambda", "simulator", "templates", "interaction_model/skill-package")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "*.egg-info")
DATA = {
    "lambda/spasm_guide": ("spasm_guide", {".py", ".json", ".safetensors", ".txt", ".typed"}),
    "templates": ("spasm_guide/templates", {".j2", ".json"}),
    "simulator": ("spasm_guide_simulator", {".py", ".j2", ".html", ".css", ".js", ".svg"}),
}
DEVELOPERS = ("package.json", "package-lock.json", "check-documents.mjs")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy: setuptools leaves folders behind, and takes what it left the last time."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in NEEDED:
        shutil.copy(ROOT / name, copy)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
    pip(["wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", copy / "out", copy])
    (built,) = copy.glob("out/*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel):
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment with nothing in it but the wheel and what the wheel says that it needs."""
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=False)
    (packages,) = home.glob("lib/python*/site-packages")
    pip(["install", "--no-deps", "--no-index", wheel], f"--python={home / 'bin/python'}")
    for part in {part for name in needs("spasm-guide") for part in parts(name)}:
        (packages / part.name).symlink_to(part)
    return home / "bin"


def pip(words, *before):
    command = [sys.executable, "-m", "pip", *before, *words, "-qq", "--disable-pip-version-check"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


def needs(name, seen=()):
    """The names of all that a package needs, and what these need."""
    found = set()
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        if wanted.name not in seen and (not wanted.marker or wanted.marker.evaluate({"extra": ""})):
            found |= {wanted.name, *needs(wanted.name, (*seen, wanted.name))}
    return found


def parts(name):
    """The files and folders of a package beside each other in this environment."""
    whole = distribution(name)
    for top in {file.parts[0] for file in whole.files or () if file.parts[0] != ".."}:
        if top != "__pycache__":
            yield Path(str(whole.locate_file(top)))


def test_it_claims_only_names_of_its_own(names):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "spasm_guide",
        "spasm_guide_simulator",
    }


@pytest.mark.parametrize("folder", DATA)
def test_it_holds_all_that_runs(names, folder):
    place, kinds = DATA[folder]
    files = [f for f in (ROOT / folder).rglob("*") if f.suffix in kinds or f.name == "py.typed"]
    ours = [f for f in files if "node_modules" not in f.parts and f.name not in DEVELOPERS]
    wanted = {f"{place}/{file.relative_to(ROOT / folder).as_posix()}" for file in ours}
    assert len(wanted) > 20
    assert not wanted - set(names)


def test_it_ships_what_developers_alone_need_to_nobody(names):
    assert not [n for n in names if "node_modules" in n or n.endswith((*DEVELOPERS, ".pyc"))]


def test_its_version_is_the_one_that_the_skill_logs(wheel):
    assert wheel.name.split("-")[1] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {__version__}" in changes


def test_a_conversation_can_be_had_where_nothing_else_is_installed(installed, tmp_path):
    run = subprocess.run(
        [installed / "spasm-guide", "talk", "--json", "--device", "show", "--data-dir", tmp_path],
        input="/open\nyes\nno\nmy left leg has gone weak\n",
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": ""},
    )
    assert run.returncode == 0, run.stderr
    turns = [json.loads(line) for line in run.stdout.splitlines()]
    assert [turn["asking"] for turn in turns[:2]] == ["menu", "screen:life"]
    assert all(turn["speech"] for turn in turns)
    assert turns[0]["screen"] and turns[-1]["answers"]["weakness"] == "yes"


@pytest.mark.parametrize("command", ["understand", "assess", "diary", "serve"])
def test_every_other_command_starts_there_too(installed, tmp_path, command):
    run = subprocess.run(
        [installed / "spasm-guide", command, "--help"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": ""},
    )
    assert run.returncode == 0, run.stderr
