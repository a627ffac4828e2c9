"""The reasons of a verdict, as what the person told: worst first, and a doubt stays a doubt."""

from collections.abc import Iterable
from typing import Any

from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line


def why(session: Session) -> tuple[Line, ...]:
    """All the reasons of the verdict that was spoken; none where nothing was told."""
    names = named(session)
    return (line("verdict/reasons:say", **told(session, names)),) if names else ()


def named(session: Session) -> list[str]:
    """Worst first; one yes to several things is one reason."""
    facts, said = session.facts, dict[str, str]()
    for finding in session.reasons:
        item = facts[finding].item if finding in facts else ""
        said.setdefault(item if ":" in item else finding, finding)
    return list(said.values())


def doubted(session: Session, name: str) -> bool:
    """Not where one yes was to several things: that is told as what was asked."""
    return session.answers.get(name) == "unsure" and name not in session.facts


def told(session: Session, names: Iterable[str]) -> dict[str, Any]:
    """The data of a line that says these reasons: each with what is known of it."""
    reasons = list(names)
    return {
        "reasons": reasons,
        "unsure": [name for name in reasons if doubted(session, name)],
        "facts": {n: _known(session.facts[n]) for n in reasons if n in session.facts},
    }


def _known(fact: Any) -> dict[str, Any]:
    known = {"item": fact.item, "words": fact.words}
    ago = {"ago": {"n": fact.n, "unit": fact.unit}} if fact.n else {}
    return {**{name: each for name, each in known.items() if each}, **ago}
