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


@pytest.fixture(scope="session")
def artifact(tmp_path_factory, python) -> Built:
    folder = build(tmp_path_factory.mktemp("lean") / "lambda", python, host_machine())
    return Built(folder, python)


@pytest.fixture(scope="session")
def plain(tmp_path_factory, python) -> Built:
    """The same with every package as it came."""
    folder = tmp_path_factory.mktemp("plain") / "lambda"
    return Built(build(folder, python, host_machine(), lean=False), python)


@pytest.fixture(scope="session")
def emulated(tmp_path_factory, artifact):
    """Opens a fresh runtime with the artifact in it; its first request is a cold start."""
    if why := emulator.missing():
        pytest.skip(why)
    client = emulator.runtime_client(artifact.python, tmp_path_factory.mktemp("client") / "lib")
    return lambda **variables: emulator.running(artifact.folder, artifact.python, client, variables)
