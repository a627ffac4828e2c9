"""`make mutate`: does any test notice when the code is wrong?

Each fault of faults.py is put into a copy of the project, one after the other, and the tests that
can notice it run against it, nearest first. One that nobody notices is explained in survivors.toml,
or gets a test. A process is forked for each, with the libraries loaded and our code not.
"""

import argparse
import importlib
import os
import random
import resource
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import hypothesis
import pytest

from build_tools.faults import Fault, faults

ROOT: Final = Path(__file__).resolve().parents[1]
TREE: Final = ROOT / "build/mutate"
CODE: Final = Path("lambda/spasm_guide")
EXPLAINED: Final = Path(__file__).with_name("survivors.toml")

TESTS: Final = {
    "clinical": ("tests/clinical", "tests/safety"),
    "content": ("tests/content", "tests/conversation"),
    "conversation": ("tests/conversation", "tests/safety/test_locks.py"),
    "conversation/display": ("tests/display",),
    "languages": ("tests/speech", "tests/safety/test_lines.py"),
    "reading": ("tests/reading",),
    "speech": ("tests/speech", "tests/conversation/test_conversations.py"),
    "alexa": ("tests/alexa", "tests/display", "tests/certification"),
    "services": ("tests/services",),
    "storage": ("tests/storage", "tests/services"),
    "bootstrap": ("tests/alexa/test_bootstrap.py", "tests/services", "tests/certification"),
}
"""What can notice a fault in a room, or a part of one, besides the tests of its module's name."""

OPTIONS: Final = (
    *("-x", "-q", "-p", "no:cacheprovider"),
    "-Wignore::pytest.PytestAssertRewriteWarning",  # of hypothesis, which is loaded already
)
SLOW: Final = (
    "--ignore=tests/conversation/test_every_state.py",
    "--deselect=tests/storage/test_stores.py::test_eight_writers_a_thousand_spasms_each_sent_twice",
    "--deselect=tests/services/test_diary.py::test_a_summary_of_five_thousand_takes_a_tenth_of_a_second",
)
"""Left out: a fault must cost seconds, and no busy machine must look like one that noticed."""

ELSEWHERE: Final = ("clinical", "reader", "reading")
"""Rooms that a sample leaves out: the first is tried whole, the reader has its own measure."""

LIBRARIES: Final = (
    "ask_sdk_core.skill_builder", "boto3", "flask", "hypothesis.strategies", "jinja2", "moto",
)  # fmt: skip
SECONDS: Final = 120
"""Of processor time: after that it runs for ever, which counts as noticed."""


def room(file: Path) -> str:
    return file.relative_to(CODE).with_suffix("").parts[0]


def able(file: Path) -> tuple[str, ...]:
    """What can notice a fault there."""
    inside = file.relative_to(CODE).with_suffix("")
    return next(TESTS[str(place)] for place in (inside, *inside.parents) if str(place) in TESTS)


def nearest(file: Path) -> tuple[str, ...]:
    """The test of the module's name, or the folder of its part of the room."""
    part = "tests" / file.parent.relative_to(CODE)
    named = (folder / f"test_{file.stem}.py" for folder in (part, *part.parents))
    for place in (*named, part):
        if (TREE / place).exists() and len(place.parts) > 2:
            return (str(place),)
    return ()


def all_faults(rooms: Iterable[str]) -> list[Fault]:
    return [
        fault
        for file in sorted(path.relative_to(ROOT) for path in (ROOT / CODE).rglob("*.py"))
        if room(file) in rooms
        for fault in faults(file, (ROOT / file).read_text(encoding="utf-8"))
    ]


def copy_project() -> None:
    shutil.rmtree(TREE, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name)


def passes(tests: Sequence[str], loud: bool = False) -> bool:
    """In a process of its own."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    if not loud:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    os.chdir(TREE)
    sys.path[:] = [path for path in sys.path if Path(path or ".").resolve() not in (ROOT, TREE)]
    for name in [name for name in sys.modules if name.startswith("build_tools")]:
        del sys.modules[name]
    code = 1
    try:
        code = pytest.main([*OPTIONS, f"--rootdir={TREE}", *SLOW, *tests])
    finally:
        sys.stdout.flush()
        os._exit(code)


def noticed(fault: Fault) -> bool:
    file = TREE / fault.file
    whole = file.read_text(encoding="utf-8")
    write(file, fault.put_into(whole))
    try:
        near = nearest(fault.file)
        return bool(near and not passes(near)) or not passes(able(fault.file))
    finally:
        write(file, whole)


def write(file: Path, source: str) -> None:
    """Without its bytecode: two versions within a second could be taken for one."""
    file.write_text(source, encoding="utf-8")
    for compiled in file.parent.glob(f"__pycache__/{file.stem}.*.pyc"):
        compiled.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(TESTS)}; all of them")
    parser.add_argument("--shard", default="1/1", help="such as 2/5: the second of five parts")
    parser.add_argument("--sample", type=int, help="so many, at random, outside " + str(ELSEWHERE))
    parser.add_argument("--seed", type=int, default=20261128)
    given = parser.parse_args()
    rooms = given.rooms or [
        name for name in TESTS if "/" not in name and not (given.sample and name in ELSEWHERE)
    ]
    found = all_faults(rooms)
    if given.sample:
        found = random.Random(given.seed).sample(found, given.sample)
    part, parts = map(int, given.shard.split("/"))
    found = found[part - 1 :: parts]
    get_ready()
    if not passes(sorted({test for fault in found for test in able(fault.file)}), loud=True):
        sys.exit("The tests fail without any fault.")
    sys.exit(report(found))


def get_ready() -> None:
    copy_project()
    for name in LIBRARIES:
        importlib.import_module(name)
    hypothesis.settings.register_profile(
        "faults", derandomize=True, database=None, phases=(hypothesis.Phase.generate,)
    )
    hypothesis.settings.load_profile("faults")


def report(found: Sequence[Fault]) -> bool:
    """Whether one is unexplained."""
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    known = unknown = 0
    for number, fault in enumerate(found, 1):
        began = time.monotonic()
        if not noticed(fault):
            module = str(fault.file.relative_to(CODE).with_suffix(""))
            name = fault.name((ROOT / fault.file).read_text(encoding="utf-8"))
            reason = explained.get(module, {}).get(name)
            known, unknown = known + bool(reason), unknown + (not reason)
            print(f"{module}\n    {name}\n    {reason or 'UNEXPLAINED'}", flush=True)
        print(f"{number}/{len(found)} {time.monotonic() - began:.1f} s", file=sys.stderr)
    print(f"{len(found) - known - unknown} of {len(found)} noticed, {known} explained")
    return unknown > 0


if __name__ == "__main__":
    main()
