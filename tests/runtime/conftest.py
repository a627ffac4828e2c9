import fcntl
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools import emulator, interpreter
from build_tools.artifact import build, host_machine


@dataclass(frozen=True)
class Built:
    folder: Path
    python: str


@pytest.fixture(scope="session")
def python() -> str:
    """Lambda's version where this machine has it; bytecode and wheels are made for the same."""
    try:
        return interpreter.find()
    except interpreter.NoInterpreter:
        return sys.executable


def built_once(tmp_path_factory, python, lean) -> Built:
    """By whichever worker wants it first; the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / f"lean-{lean}", shared / f"lean-{lean}.built"
    with (shared / f"lean-{lean}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(folder / "lambda", python, host_machine(), lean=lean)
            done.touch()
    return Built(folder / "lambda", python)


@pytest.fixture(scope="session")
def artifact(tmp_path_factory, python) -> Built:
    return built_once(tmp_path_factory, python, lean=True)


@pytest.fixture(scope="session")
def plain(tmp_path_factory, python) -> Built:
    """The same with every package as it came."""
    return built_once(tmp_path_factory, python, lean=False)


@pytest.fixture(scope="session")
def emulated(tmp_path_factory, artifact):
    """Opens a fresh runtime with the artifact in it; its first request is a cold start."""
    if why := emulator.missing():
        pytest.skip(why)
    client = emulator.runtime_client(artifact.python, tmp_path_factory.mktemp("client") / "lib")
    return lambda **variables: emulator.running(artifact.folder, artifact.python, client, variables)
