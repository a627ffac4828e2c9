"""What answers the skill's own questions: a device that knows only listed values gets through."""

from collections.abc import Iterator
from typing import Final

from interaction_model.source import LANGUAGE, table
from spasm_guide.languages.load import load

ANSWERS: Final = ("yes", "agree", "no", "unsure", "both", "all")
AGES: Final = range(1, 111)
SEVERITIES: Final = range(11)
MINUTES: Final = (5, 10, 15, 20)


def own_answers() -> Iterator[str]:
    """Plain answers, items by name and number, ages, places, times, causes, how bad it was."""
    exact, frames = load(LANGUAGE, "reading/exact"), table("answers.yaml")
    for name in ANSWERS:
        yield from exact[name]
    for ordinal in exact["ordinals"]:
        yield from (ordinal, f"the {ordinal} one", f"the {ordinal}")
    items = load(LANGUAGE, "reading/items").values()
    words = dict.fromkeys(word for named in items for word in named)
    yield from (frame.format(item=word) for frame in frames["items"] for word in words)
    spoken = load(LANGUAGE, "reading/numbers")["spoken"]
    for name, numbers in (("ages", AGES), ("severities", SEVERITIES), ("minutes", MINUTES)):
        yield from (f.format(n=spoken[str(n)]) for f in frames[name] for n in numbers)
    yield from frames["whole"]
