"""A built artifact in AWS's runtime interface emulator: Lambda's own loader, without Docker."""

import json
import os
import platform
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from build_tools.artifact import ROOT, host_machine, install_wheels

_ARCHITECTURE: Final = {"x86_64": "x86_64", "aarch64": "arm64"}
EMULATOR: Final = ROOT / (
    "build/emulator/samcli/local/rapid/aws-lambda-rie-"
    + _ARCHITECTURE.get(host_machine(), host_machine())
)
_INIT: Final = re.compile(r"INIT REPORT\(durationMs: ([\d.]+)\)")
_INVOKE: Final = re.compile(r"INVOKE RTDONE\(.*?duration: ([\d.]+)ms\)")
_PATIENCE: Final = 30.0


def missing() -> str | None:
    """Why this machine cannot run it, or None."""
    if platform.system() != "Linux":
        return "AWS's runtime interface emulator runs on Linux only"
    return (
        None
        if EMULATOR.exists()
        else f"no {EMULATOR.name}: `make build/emulator/.ready` fetches it"
    )


def runtime_client(python: str, folder: Path) -> Path:
    """awslambdaric for that Python, as Lambda has it beside the code."""
    if not folder.exists():
        install_wheels(ROOT / "requirements/runtime.txt", folder, python, host_machine())
        subprocess.run([python, "-W", "ignore", "-m", "compileall", "-q", str(folder)], check=True)
    return folder


@dataclass(frozen=True, slots=True)
class Running:
    url: str
    log: Path

    def invoke(self, event: Mapping[str, Any] | bytes) -> Any:
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=_PATIENCE) as response:
            return json.load(response)

    def init_ms(self) -> float:
        (first, *_) = self._reported(_INIT)
        return first

    def invoke_ms(self) -> list[float]:
        return self._reported(_INVOKE)

    def _reported(self, line: re.Pattern[str]) -> list[float]:
        return [float(found) for found in line.findall(self.log.read_text(errors="replace"))]


@contextmanager
def running(
    artifact: Path, python: str, client: Path, variables: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """A fresh runtime; its first invocation is the cold start."""
    front, back = _free_ports()
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [
                    *(str(EMULATOR), "--runtime-api-address", f"127.0.0.1:{back}"),
                    *("--runtime-interface-emulator-address", f"127.0.0.1:{front}"),
                    *(python, "-m", "awslambdaric", "lambda_function.handler"),
                ],
                cwd=artifact,
                env={
                    **inherited,
                    "PYTHONPATH": str(client),
                    "PYTHONDONTWRITEBYTECODE": "1",
                    "AWS_LAMBDA_FUNCTION_TIMEOUT": "8",
                    **(variables or {}),
                },
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            _wait_for(front)
            yield Running(
                f"http://127.0.0.1:{front}/2015-03-31/functions/function/invocations", log
            )
        finally:
            os.killpg(process.pid, 9)
            process.wait()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError("the emulator does not answer")
