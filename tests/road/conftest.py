"""A fresh clone, and what a new user does in it. `make road` runs this, as `.ci/run` does."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
OF_NODE = ("npm", "npx", "node", "nodejs")


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    said: str
    """On standard error: what make and its recipes tell the person."""
    seconds: float


class Clone:
    def __init__(self, folder: Path, path: str) -> None:
        self.folder = folder
        hidden = {"VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL"}
        hidden |= {"ARGS", "PORT", "LOCALE", "DEVICE", "PYTHON"}
        self.env = {name: value for name, value in os.environ.items() if name not in hidden}
        self.env["PATH"] = path

    def make(self, *words: str, told: str = "", **env: str) -> Done:
        began = time.monotonic()
        done = subprocess.run(
            ["make", *words],
            cwd=self.folder,
            env={**self.env, **env},
            input=told,
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr, time.monotonic() - began)

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["make", "-s", *words],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def asked(command: list[str], folder: Path, answers: dict[str, str]) -> tuple[list[str], str]:
    """What a program asks on a terminal, Enter being the answer where there is no other; and all
    that it wrote."""
    signed_out = {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
    quiet = {"AWS_EC2_METADATA_DISABLED": "true", "SAM_CLI_TELEMETRY": "0", "HOME": str(folder)}
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(command[0], command, {"PATH": os.environ["PATH"], **signed_out, **quiet})
    wrote, prompts, seen = "", [], 0
    while select.select([terminal], [], [], 60)[0]:
        try:
            wrote += COLOUR.sub("", os.read(terminal, 4096).decode(errors="replace"))
        except OSError:  # The program has ended.
            break
        if wrote.endswith(": ") and "]: " in wrote[seen:]:
            prompt = wrote[seen:].strip().rsplit("\n", 1)[-1].strip()
            prompts.append(prompt)
            said = next((said for name, said in answers.items() if name in prompt), "")
            os.write(terminal, f"{said}\n".encode())
            seen = len(wrote)
    os.close(terminal)  # Ends a program that still waits.
    os.waitpid(pid, 0)
    return prompts, wrote


@pytest.fixture(scope="session", autouse=True)
def wanted():
    if os.environ.get("ROAD") != "required":
        pytest.skip("takes a minute or two: make road")
    if not (ROOT / ".git").exists():
        pytest.skip("no repository to clone")


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    """All commands of this computer but Node's."""
    tools = tmp_path_factory.mktemp("tools")
    for folder in os.environ["PATH"].split(os.pathsep):
        if ".venv" in folder or not Path(folder).is_dir():
            continue
        for tool in Path(folder).iterdir():
            if tool.name not in OF_NODE and not (tools / tool.name).is_symlink():
                (tools / tool.name).symlink_to(tool)
    assert shutil.which("npm", path=str(tools)) is None
    return str(tools)


def cloned(folder, path):
    subprocess.run(["git", "clone", "--quiet", "--shared", str(ROOT), str(folder)], check=True)
    return Clone(folder, path)


@pytest.fixture(scope="session")
def clone(tmp_path_factory, path):
    return cloned(tmp_path_factory.mktemp("clone") / "spasm-guide", path)


@pytest.fixture(scope="session")
def another(tmp_path_factory, path):
    """One in which nothing has been set up."""
    return cloned(tmp_path_factory.mktemp("another") / "spasm-guide", path)
