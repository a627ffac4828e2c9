"""Has tasks carried out, as the edge does, with whatever outcome a test wants."""

from dataclasses import replace
from typing import Any

from spasm_guide.conversation import table
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session

FAILED = {"status": "unavailable"}
SUMMARY: dict[str, Any] = {
    "status": "done",
    "summary": {
        "count": 3,
        "days": 30,
        "period": "month",
        "part": "morning",
        "set_off": ["sneezing"],
        "average": 5,
        "worst": 8,
        "trend": "fewer",
    },
    "card": {
        "first": "2026-10-26",
        "last": "2026-11-24",
        "before": 4,
        "parts": [["morning", 3]],
        "causes": [["sneezing", 2]],
        "latest": [{"at": "2026-11-24 08:10", "severity": 8, "cause": "sneezing"}],
    },
}


def advance(session, heard, outcomes=None) -> tuple[Session, Reply]:
    """`outcomes` by task; everything fails that is not named there."""
    session, reply = table.advance(session, heard)
    while reply.task and not reply.task.silent:
        outcome = (outcomes or {}).get(reply.task.name, FAILED)
        back = Heard("outcome", details={"task": reply.task.name, "outcome": outcome})
        lines = reply.lines
        session, reply = table.advance(session, back)
        reply = replace(reply, lines=(*lines, *reply.lines))
    return session, reply
