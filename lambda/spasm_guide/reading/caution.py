"""What the words look like, for the policy: each look is there for one hazard, named with it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from spasm_guide.content.questions import Item, questions
from spasm_guide.languages.load import load
from spasm_guide.reading.asked import Asked
from spasm_guide.reading.exact import items_in
from spasm_guide.reading.patterns import figures, first, times
from spasm_guide.reading.words import Words, places


@dataclass(frozen=True, slots=True)
class Looks:
    question: bool = False
    """*Can I lift weights*, and *that's a no, said the judge*: pass for a no otherwise."""
    denied: tuple[str, ...] = ()
    """*No chest pain*, asked for four things: the items that alone are denied."""
    denying: bool = False
    """A word that denies. *Sneezed*, to what began it, denies without one, and all of it."""
    several: bool = False
    """*Breathing's easy, no sweats and my belly's fine*: denied more often than items are known."""
    one_thing: bool = False
    """*My knees are fine*: of whatever it is, it is one thing and not all."""
    partly: frozenset[str] = frozenset()
    """The same of any finding that several things make: *no bladder trouble* leaves the legs."""
    unwilling: bool = False
    """*No thanks, I don't want questions*: a no to being asked, not to what is asked."""
    number: bool = False
    """*Forty five*, to a question that no number answers, passes for a no."""
    exception: bool = False
    """*None apart from the legs*, *all normal bar the tingling*: that one is told, not denied."""
    total: bool = False
    """*None of that*: a denial of a part is one of all."""
    bare: bool = False
    """*Nope, no chest pain*: a no to the question, and then to a part of it."""
    reversed: bool = False
    """*Fine before and now it won't*, *I wish I could say no*: easily the wrong way round."""
    cannot: bool = False
    """*No, can't stand*, asked whether standing is impossible: which of them answers?"""
    contrary: bool = False
    """*Yeah, I'm fine*, asked about danger: yes to which?"""
    noting: bool = False
    """A word of writing down. Without one, who tells of a spasm wants it looked at."""
    unwished: bool = False
    """*Don't log that*: of a diary, but no wish to write in it."""
    dying: bool = False
    """Words of a wish to die: asked about even where the model hears none of it."""
    taken: bool = False
    """*Took the whole packet*: an emergency, whatever else was said."""
    agreeing: bool = False
    """A word that agrees. Without one anything passes for consent, *tuesday market* too."""


PLAIN: Final = (
    "question",
    "denying",
    "one_thing",
    "exception",
    "unwilling",
    "total",
    "bare",
    "reversed",
    "cannot",
    "contrary",
    "noting",
    "unwished",
    "dying",
    "taken",
    "agreeing",
)


def looks(tokens: Words, asked: Asked, language: str) -> Looks:
    text = " ".join(tokens)
    plain = {name: first(text, name, language) is not None for name in PLAIN}
    some = plain["denying"] and not plain["total"]
    numbers = named(tokens, asked, language) if some and asked.items else frozenset()
    told = first(text, "told_after_no", language) and times(text, "denials", language) == 1
    plain["reversed"] |= bool(numbers and told)  # *No, I passed out once*
    if plain["reversed"]:  # *Chest is fine, belly not so good*: which of them is denied?
        numbers = frozenset()
    if numbers and covers(numbers, asked):
        plain["total"], numbers = True, frozenset()
    plain["number"] = first(figures(tokens, language), "number", language) is not None
    plain["contrary"] &= bool(asked.items)
    plain["one_thing"] &= len(asked.items) > 1 and not plain["total"]
    return Looks(
        several=len(asked.items) > 1 and denials(text, language, numbers) > max(1, len(numbers)),
        denied=tuple(item.name for n, item in enumerate(asked.items) if n in numbers),
        partly=partly(tokens, asked, language) if some else frozenset(),
        **plain,
    )


def denials(text: str, language: str, items: Collection[int]) -> int:
    """*No, I was reaching for the kettle* denies what was asked, and then tells."""
    told = not items and first(text, "by_itself", language) is not None
    return times(text, "denials", language) + told


def named(tokens: Words, asked: Asked, language: str) -> frozenset[int]:
    """Items of the question that are named beside a denial."""
    return frozenset(n for *_, n in items_in(tokens, asked, language))


def covers(numbers: Collection[int], asked: Asked) -> bool:
    """Whether a denial of these items is one of all: of every finding asked about at least one
    and, where it is about danger, of more than half of what was named."""
    every = {asked.items[number].finding for number in numbers} == {*asked.findings}
    return every and (2 * len(numbers) > len(asked.items) or asked.kind != "danger")


def partly(tokens: Words, asked: Asked, language: str) -> frozenset[str]:
    found = set()
    for items in (asked.items, *(q.items for q in questions().values())):
        for finding, names in parts(items, language).items():
            named = {names[said] for *_, said in places(tokens, names)}
            if 0 < len(named) < len(set(names.values())):
                found.add(finding)
    return frozenset(found)


@cache
def parts(items: tuple[Item, ...], language: str) -> dict[str, dict[Words, str]]:
    """By finding that several of the items make: the words for each of them."""
    words, found = load(language, "reading/items"), dict[str, dict[Words, str]]()
    for item in items:
        names = {tuple(phrase.split()): item.name for phrase in words.get(item.name, ())}
        found[item.finding] = found.get(item.finding, {}) | names
    return {finding: names for finding, names in found.items() if len(set(names.values())) > 1}
