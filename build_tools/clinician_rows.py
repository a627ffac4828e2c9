"""Rows of the page to sign: what is said, with room for a yes and a remark."""

from collections.abc import Iterator
from typing import Final

from spasm_guide.content.answers import CONDITIONS, topics
from spasm_guide.content.load import load
from spasm_guide.conversation.answers.article import STAY
from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer, sources
from spasm_guide.speech.words import words

RENDERER: Final = Renderer()
AMERICAN: Final = "en-US"
BRITISH: Final = "en-GB"
SAMPLE: Final[dict[str, object]] = {
    "minutes": 15,
    "look": 5,
    "capped": True,
    "day": "tomorrow",
    "part": "back",
    "minute": 0,
    "hour": 9,
    "side": "right",
    "n": 2,
    "of": 3,
    "other": 2,
    "seconds": 1.0,
    "left": 3,
    "reasons": ["radiating"],
    "findings": ["radiating"],
}
"""Stands for what a block is given; an example each time."""
HEADING: Final = ("| what | said | yes | remark |", "| --- | --- | --- | --- |")


def row(what: str, said: str) -> str:
    return f"| {what} | {said.replace('|', '/')} | | |"


def say(name: str, locale: str, **data: object) -> str:
    line = Line(name, data)
    return ssml.listen(ssml.speak([RENDERER.render(line, words(locale))])).text


def both(name: str, **data: object) -> str:
    american, british = (say(name, locale, **data) for locale in (AMERICAN, BRITISH))
    return american if american == british else f"{american} *(British: {british})*"


def blocks_of(path: str) -> Iterator[str]:
    for block in RENDERER.blocks(path):
        yield row(f"`{block}`", both(f"{path}:{block}", **SAMPLE))


def folder(name: str) -> Iterator[str]:
    for file in sorted((sources() / name).glob("*.j2")):
        yield from section(f"`{file.stem}`", *blocks_of(f"{name}/{file.stem}"))


def section(title: str, *rows: str) -> Iterator[str]:
    yield from ("", f"### {title}", "", *HEADING, *rows)


def chapter(title: str, version: str = "") -> Iterator[str]:
    yield from ("", f"## {title}")
    if version:
        yield from ("", f"Version {version}.")


def answers() -> Iterator[str]:
    yield from chapter("Answers to questions asked beside the check", load("answers")["version"])
    yield ""
    yield (
        "The most cautious that fits is said: by tier, by what was told, `so_far` before the "
        "verdict, `none` where nothing is known. Conditions, and the findings they follow from, "
        "doubts included:"
    )
    yield ""
    yield from (f"- `{name}`: {', '.join(found)}" for name, found in CONDITIONS.items())
    for topic in topics().values():
        yield from section(f"`{topic.name}`", *blocks_of(f"answer/{topic.name}"))
    yield from section("what to tell the doctor", *_script())


def _script() -> Iterator[str]:
    for block in RENDERER.blocks("answer/script"):
        if block not in ("title", "text"):
            example = {**SAMPLE, "findings": ["weakness"]}
            yield row(f"`{block}`", both(f"answer/script:{block}", **example))


def stretches() -> Iterator[str]:
    table = load("stretches")
    yield from chapter("Stretches, and who must not", table["version"])
    for name, facts in table["stretches"].items():
        never = ", ".join(facts.get("never_with", ())) or "nobody beyond the rule"
        rows = blocks_of(f"stretch/{name}")
        yield from section(f"`{name}`", row("not offered with", never), *rows)
    yield from section("before, between and after them", *blocks_of("stretch/stretch"))
    yield from section("who gets none at all, and why", *blocks_of("stretch/refuse"))


def cold_and_heat() -> Iterator[str]:
    yield from chapter("Ice, heat and ways to ease it", load("relief")["version"])
    yield from folder("relief")
    for name in ("ice_timer", "heat_timer", "remind_heat"):
        yield from section(f"`{name}`", *blocks_of(f"consent/{name}"))


def getting_up() -> Iterator[str]:
    yield from chapter("Getting up from the floor")
    stay = row("told to stay with", ", ".join(STAY))
    yield from section("`get_up`", stay, *blocks_of("answer/get_up"))


def crisis() -> Iterator[str]:
    yield from chapter("A crisis, another emergency, and after one")
    for block in ("first", "child"):
        rows = (row(locale, say(f"crisis/crisis:{block}", locale)) for locale in locales())
        yield from section(f"`{block}`, by region", *rows)
    yield from folder("crisis")
    for path in ("help_reached/help_reached", "anywhere/other_emergency", "anywhere/child"):
        yield from section(f"`{path.rpartition('/')[2]}`", *blocks_of(path))
