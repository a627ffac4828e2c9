"""The one table of questions (questions.json): what is asked, in which order, and what it settles.

Conversation, reader, display, the clinician's page and the tests read it; nothing copies it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.content.load import ContentFault, load

WHICH: Final = "_which"
LISTS: Final = ("follows", "then", "next")
KEYS: Final = ("name", "items", "danger", "settles", "which", "told", "alone", "whole", *LISTS)


class Item(NamedTuple):
    """One of the things that a question names."""

    name: str
    finding: str
    """What a yes to it sets."""
    beside: tuple[str, ...] = ()
    """Put only where one of these findings is present or doubted; always where empty."""
    anew: bool = False
    """Put even where its finding was denied: that was asked about in other words."""


class Question(NamedTuple):
    name: str
    items: tuple[Item, ...]
    """In the order in which they are spoken: "the third one" is `items[2]`."""
    danger: bool = False
    """Passed only by a clear denial; a *not sure* is asked once more before the cautious reading
    is taken."""
    follows: tuple[str, ...] = ()
    """Put only where one of these findings is present or doubted."""
    settles: bool = True
    """Put until every finding is known; False: one of them is enough."""
    asks_which: bool = False
    """A yes that does not say which item was meant is asked about, as `<name>_which`."""
    which_beside: tuple[str, ...] = ()
    """Only where one of these findings is present or doubted; always where empty."""
    told: bool = False
    """A bare yes counts for all that was asked, as a doubt, and is spoken as what was asked."""
    alone: bool = False
    """*Not sure*: each item is put once more, alone."""
    whole: bool = False
    """Never put in part."""
    then: tuple[str, ...] = ()
    """After a bare yes: the questions put next, one by one, or a goal that takes its place."""
    next: tuple[str, ...] = ()
    """Put next, whatever is answered."""

    @property
    def findings(self) -> tuple[str, ...]:
        """What its answer settles."""
        return tuple(dict.fromkeys(item.finding for item in self.items))

    @property
    def which(self) -> str | None:
        return f"{self.name}{WHICH}" if self.asks_which else None


@cache
def questions() -> Mapping[str, Question]:
    """By name. Raise ContentFault for anything that names what does not exist."""
    found: dict[str, Question] = {}
    for row in load("questions")["questions"]:
        try:
            q = _question(row)
        except (TypeError, KeyError) as fault:
            raise ContentFault(f"questions.json: {row.get('name')}: {fault}") from fault
        named = {*q.findings, *q.follows, *q.which_beside, *(f for i in q.items for f in i.beside)}
        unknown = named.difference(FINDINGS) | (row.keys() - set(KEYS))
        if q.name in found or not q.items or unknown:
            raise ContentFault(f"questions.json: {q.name}: twice, empty, or {sorted(unknown)}")
        found[q.name] = q
    opened = {name for q in found.values() for name in (*q.then, *q.next)}
    missing = opened.difference(found, load("questions")["goals"])
    if missing:
        raise ContentFault(f"questions.json: then: no question or goal {sorted(missing)}")
    return found


@cache
def goals() -> Mapping[str, tuple[Question, ...]]:
    """The questions that lead to each goal, in the order in which they are put."""
    known = questions()
    try:
        return {
            goal: tuple(known[name] for name in names)
            for goal, names in load("questions")["goals"].items()
        }
    except KeyError as fault:
        raise ContentFault(f"questions.json: goals: no question {fault}") from fault


def question(name: str | None) -> Question | None:
    """By the name of the open question; a `_which` question belongs to the one it follows."""
    return questions().get((name or "").removesuffix(WHICH))


def names() -> Iterator[str]:
    """Of every question that can be open, each followed by its `_which`."""
    for q in questions().values():
        yield q.name
        if q.which:
            yield q.which


def asked_about(name: str | None) -> tuple[str, ...]:
    """The findings that an open question asks about; of `confirm:` it is the one it names."""
    kind, _, finding = (name or "").partition(":")
    if kind == "confirm":
        return (finding,)
    q = question(name)
    return q.findings if q else ()


def _question(row: Mapping[str, Any]) -> Question:
    which = row.get("which", False)
    return Question(
        name=row["name"],
        items=tuple(_item(**item) for item in row["items"]),
        danger=row.get("danger", False),
        settles=row.get("settles", True),
        asks_which=bool(which),
        which_beside=() if isinstance(which, bool) else tuple(which),
        told=row.get("told", False),
        alone=row.get("alone", False),
        whole=row.get("whole", False),
        **{name: tuple(row.get(name, ())) for name in LISTS},
    )


def _item(name: str, finding: str, beside: Sequence[str] = (), anew: bool = False) -> Item:
    return Item(name, finding, tuple(beside), anew)
