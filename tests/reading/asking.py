"""The interview's questions, for tests of what may count as an answer to them."""

import json
from pathlib import Path

from spasm_guide.content.questions import Item
from spasm_guide.reading.asked import Asked

EN = "en"


def itemised():
    table = json.loads(Path(__file__).with_name("questions.json").read_text("utf-8"))
    return [
        Asked(
            name,
            "danger" if row["danger"] else "check",
            tuple(Item(item, finding) for item, finding in row["items"].items()),
        )
        for name, row in table.items()
    ]


ITEMISED = itemised()
DANGERS = [asked for asked in ITEMISED if asked.kind == "danger"]


def names(values):
    return [value.name for value in values]
