"""Every screen that a conversation comes to, once for each wording that it can have."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.display.choose import displayed
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching.book import book
from spasm_guide.conversation.stretching.playing import play
from spasm_guide.speech.words import words
from tests.conversation.acting import SUMMARY, advance
from tests.conversation.speaking import LOCALES
from tests.conversation.test_every_state import QUESTIONS, standing
from tests.display.test_reachable import screens


@cache
def screens_to_look_at() -> dict[str, Any]:
    """Of each kind, number of buttons and region those with most asked, and with most told."""
    displays: dict[str, Any] = {}
    for asking in QUESTIONS:
        for tier in (None, "SELF_CARE", "SOON", "URGENT"):
            for meaning in MEANINGS:
                sign = "numbness_tingling" if meaning == "explain_sign" else None
                heard = Heard(meaning, sign=sign)
                keep(displays, *advance(standing(asking, tier), heard, {"summary": SUMMARY}))
    for findings in TOLD:
        for session, reply in walk(findings):
            keep(displays, session, reply)
    kinds: dict[str, dict[str, Any]] = {}
    for display, subject in displays.values():
        for locale in LOCALES:
            directive = screens().show(display, "t", words(locale, subject))
            data = directive["datasources"]["screen"]
            labels = [button["label"] for button in data["buttons"]]
            kind = (data["name"], data.get("tier"), labels if len(labels) > 3 else len(labels))
            kinds.setdefault(shape(*kind), {})[shape(data)] = directive
    found = [each for kind in kinds.values() for each in most(kind.values())]
    return {f"{each['datasources']['screen']['name']}-{n}": each for n, each in enumerate(found)}


ASKED_FOR = os.environ.get("SCREENS", "2")
EACH = sys.maxsize if ASKED_FOR == "all" else int(ASKED_FOR)
"""Of each kind; SCREENS=20 looks at more and takes longer, SCREENS=all half an hour."""
NUMBER = re.compile(r"(?<!\d)(911|999|000|112)(?!\d)")


def shape(*parts: Any) -> str:
    """Regions that differ only in a number of three digits look alike."""
    return NUMBER.sub("000", str(parts))


def most(directives: Iterable[Any]) -> list[Any]:
    def letters(directive: Any, part: str) -> int:
        return int(directive["datasources"]["screen"]["letters"].get(part, 0))

    asked = sorted(directives, key=lambda each: letters(each, "ask"), reverse=True)
    told = sorted(asked, key=lambda each: letters(each, "said"), reverse=True)
    return list({id(each): each for each in (*asked[:EACH], *told[:EACH])}.values())


TOLD: tuple[tuple[str, ...], ...] = (
    (),
    ("persistent",),
    ("persistent", "interferes_daily_life", "morning_stiffness"),
    ("radiating",),
    ("weakness",),
    ("weakness", "blood_thinners", "numbness_tingling"),
    ("recent_spine_procedure", "numbness_tingling"),
    ("pregnancy",),
    ("fever_or_unwell", "cancer_or_weight_loss", "osteoporosis_or_steroids"),
    ("under_18", "persistent"),
    ("serious_accident", "weakness", "blood_thinners", "worsening_fast"),
    ("cauda_equina", "chest_or_abdominal", "cancer_or_weight_loss"),
)
LONGEST_CHECK = 24


def walk(findings: tuple[str, ...]) -> Iterator[tuple[Session, Any]]:
    """A whole check in which this is told first, and all that is asked is answered with no."""
    first = Heard("report", dict.fromkeys(findings, "yes")) if findings else Heard("start_check")
    session, reply = advance(Session(asking="menu"), first)
    for _ in range(LONGEST_CHECK):
        yield session, reply
        if reply.display and reply.display.name == "verdict":
            return
        session, reply = advance(session, Heard("no"))
    raise AssertionError(f"no verdict for {findings}")


def keep(displays: dict[str, Any], session: Session, reply: Any) -> None:
    if reply.display and reply.display.name != "stretch":
        displays[str((reply.display, session.subject))] = reply.display, session.subject


@cache
def stretches_to_look_at() -> dict[str, Any]:
    """Each at the moment when the most words are shown, in a version that differs each time."""
    films = {}
    names = tuple(book())
    for index, name in enumerate(names):
        for place in PLACES:
            session, reply = play(Session(), Routine(names, place, index, state="held"))
            shown = screens().show(displayed(session, reply), "t", words("en-US"))
            captions = shown["datasources"]["screen"]["captions"]
            longest = max(captions, key=lambda caption: len(caption["text"]))
            films[f"{name}-{place}"] = shown, longest["at"] / 1000 + 0.5
    return films
