import json
import subprocess
from pathlib import Path
from typing import Any

from build_tools.conversations import Requests

SCRIPT = Path(__file__).with_name("answering.py")


def answers(built: Any, conversations: list[Requests]) -> tuple[list[dict[str, Any]], list[str]]:
    """What the artifact says to each request, and the modules that are loaded in the end."""
    run = subprocess.run(
        [built.python, "-B", "-W", "ignore", str(SCRIPT)],
        cwd=built.folder,
        input="".join(json.dumps(each) + "\n" for each in conversations),
        capture_output=True,
        text=True,
        check=True,
    )
    *said, modules = map(json.loads, run.stdout.splitlines())
    return said, modules
