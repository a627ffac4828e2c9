from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from build_tools.conversations import all_requests
from spasm_guide.bootstrap import build

UNAVAILABLE = "unavailable"
"""Of every task: what is sent here must reach nobody outside."""


class Remembered(list[dict[str, Any]]):
    def __repr__(self):
        return f"{len(self)} sessions"


@dataclass
class Skill:
    """The whole skill in this process, with its log kept."""

    log: list[Mapping[str, Any]] = field(default_factory=list)

    def __post_init__(self):
        self.handler = build(log=self.log.append, tasks=lambda task, context: UNAVAILABLE)

    def __call__(self, event):
        return self.handler(event, None)


@pytest.fixture(scope="session")
def skill():
    return Skill()


@pytest.fixture(scope="session")
def sessions(skill):
    """Session attributes from every point of the readable conversations."""
    found = Remembered()
    for conversation in all_requests():
        attributes: dict[str, Any] = {}
        for event in conversation:
            event = {**event, "session": {**event["session"], "attributes": attributes}}
            attributes = skill(event)["sessionAttributes"]
            found.append(attributes)
    return found
