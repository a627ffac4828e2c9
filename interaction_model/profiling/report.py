"""Which net caught what, which words were lost on the way, and what became of the warning signs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Final

from interaction_model.judging import fate, right
from interaction_model.phrases import asking
from interaction_model.profiling.ask import Profiled
from interaction_model.profiling.phrases import Asked
from spasm_guide.alexa.intents import meaning_of, net_of, spoken_words
from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.listen import listen

NETS: Final = ("free_speech", "carrier", "fallback", "no_words")
KINDS: Final = ("own", "short", "long")
EXAMPLES: Final = 12


@dataclass(frozen=True, slots=True)
class Caught:
    asked: Asked
    found: Profiled
    net: str
    words: str
    """As the skill would hear them."""
    heard: tuple[tuple[str, Heard], ...]
    """In each state where the phrase is measured."""

    @property
    def lost(self) -> str:
        """`whole`, `first`, `last`, `both`, `other`; empty where no words came."""
        return lost(self.asked.text, self.words) if self.words else ""


def caught(asked: Asked, found: Profiled, locale: str) -> Caught:
    slots = {name: SimpleNamespace(value=value) for name, value in found.slots.items()}
    intent = SimpleNamespace(name=found.intent, slots=slots)
    words = spoken_words(intent, locale)
    heard = []
    for state in {state for phrase in asked.phrases for state in phrase.states}:
        open_question = asking(state)
        read = listen(words, open_question, locale) if words else meaning_of(intent, open_question)
        heard.append((state, read))
    return Caught(asked, found, net_of(intent), words, tuple(heard))


def lost(said: str, handed_over: str) -> str:
    if handed_over == said:
        return "whole"
    if said.endswith(" " + handed_over):
        return "first"
    if said.startswith(handed_over + " "):
        return "last"
    return "both" if f" {handed_over} " in said else "other"


def report(all_caught: Sequence[Caught], locale: str) -> Iterator[str]:
    yield f"# What Alexa hands over, {locale}"
    yield ""
    yield f"{len(all_caught)} phrases of the corpus' measuring part and of Amazon's own intents."
    yield ""
    yield from _table("caught by", NETS, all_caught, lambda each: each.net)
    fates = ("whole", "first", "last", "both", "other", "")
    yield from _table("words handed over", fates, all_caught, lambda each: each.lost or "")
    robbed = [each for each in all_caught if each.asked.own not in ("", each.found.intent)]
    yield f"Taken from Amazon's own intents: {len(robbed)}."
    yield from _examples(robbed)
    yield from _readings(all_caught)
    cut = [each for each in all_caught if each.lost not in ("", "whole")]
    yield f"Words cut: {len(cut)}."
    yield from _examples(cut)
    empty = [each for each in all_caught if each.asked.kind == "long" and not each.words]
    yield f"Long, and no words at all: {len(empty)}."
    yield from _examples(empty)


def _table(what, names, all_caught, of) -> Iterator[str]:  # type: ignore[no-untyped-def]
    counts = Counter((of(each), each.asked.kind) for each in all_caught)
    yield f"| {what} | Amazon's own words | short | long |"
    yield "| --- | --- | --- | --- |"
    for name in names:
        cells = (str(counts[name, kind]) for kind in KINDS)
        yield f"| {name or 'none'} | {' | '.join(cells)} |"
    yield ""


def _readings(all_caught: Iterable[Caught]) -> Iterator[str]:
    """As `make evaluate` judges them, but with the words that came."""
    meant, signs = [0, 0], Counter[str]()
    denied = []
    for each in all_caught:
        for phrase in each.asked.phrases:
            for state, heard in each.heard:
                if state in phrase.states:
                    meant[0] += right(phrase, state, heard)
                    meant[1] += 1
                    became = fate(phrase, state, heard)
                    signs[became or ""] += 1
                    if became == "denied":
                        denied.append(each)
    yield f"Read as meant: {meant[0]} of {meant[1]}."
    yield (
        f"Signs said with yes: {signs['caught']} caught, {signs['missed']} missed, "
        f"{signs['denied']} read as no."
    )
    yield from _examples(denied)


def _examples(some: Sequence[Caught]) -> Iterator[str]:
    yield ""
    for each in some[:EXAMPLES]:
        yield f"- *{each.asked.text}*: {each.found.intent}, “{each.words}”"
    if some:
        yield ""
