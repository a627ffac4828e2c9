"""The readable conversations of tests/conversations as the requests that Alexa would send."""

import copy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from simulator.device import Device
from simulator.envelopes import Account
from simulator.recogniser import load
from simulator.skill import Skill

FOLDER: Final = Path(__file__).resolve().parents[1] / "tests/conversations"
Requests = list[dict[str, Any]]


@dataclass
class Recorder(Skill):
    """The skill, and all that it was asked."""

    requests: Requests = field(default_factory=list)

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        self.requests.append(copy.deepcopy(request))
        return super().__call__(request)


def requests(script: str) -> Requests:
    """Only what is said and done: what a conversation expects is for the tests."""
    lines = [line for line in script.splitlines() if not line.startswith("#")]
    steps = [(key.strip(), value.strip()) for key, _, value in (x.partition(":") for x in lines)]
    settings = dict(steps)
    locale = settings.get("locale", "en-US")
    skill = Recorder()
    device = Device(skill, load(locale), Account(locale, settings.get("device") == "show"))
    for key, value in steps:
        if key == "open":
            device.open()
        elif key == "you":
            device.say(value)
        elif key == "silence":
            device.silence()
        elif key == "wait":
            device.wait(float(value))
    return skill.requests


@cache
def all_requests() -> list[Requests]:
    """Each conversation's, longest first: the first request of the first is a plain launch."""
    found = [requests(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*/*.txt"))]
    return sorted(filter(None, found), key=lambda each: (-len(each), str(each[0]["request"])))
