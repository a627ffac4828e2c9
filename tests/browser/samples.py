"""The screens to look at: of each kind and number of buttons those with the most words."""

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
from tests.conversation.test_every_state import QUESTIONS, standing
from tests.display.test_reachable import screens

WIDEST_LOCALE = "en-GB"
EACH = 2


@cache
def screens_to_look_at() -> dict[str, Any]:
    found: dict[tuple[str, int], dict[str, tuple[int, Any]]] = {}
    for asking in QUESTIONS:
        for tier in (None, "SELF_CARE", "SOON", "URGENT"):
            for meaning in MEANINGS:
                sign = "numbness_tingling" if meaning == "explain_sign" else None
                heard = Heard(meaning, sign=sign)
                turn = advance(standing(asking, tier), heard, {"summary": SUMMARY})
                keep(found, *turn)
    for findings in MANY_FINDINGS:
        keep(
            found, *advance(Session(asking="menu"), Heard("report", dict.fromkeys(findings, "yes")))
        )
    return {
        f"{name}-{buttons}-{n}": directive
        for (name, buttons), kept in sorted(found.items())
        for n, (_, directive) in enumerate(most(kept))
    }


MANY_FINDINGS = (
    ("serious_accident", "weakness", "blood_thinners", "worsening_fast"),
    ("cauda_equina", "chest_or_abdominal", "cancer_or_weight_loss"),
)


def keep(found, session, reply):
    if reply.display is None or reply.display.name == "stretch":
        return
    directive = screens().show(reply.display, "t", words(WIDEST_LOCALE, session.subject))
    data = directive["datasources"]["screen"]
    letters = sum(data["letters"].values())
    found.setdefault((data["name"], len(data["buttons"])), {})[str(data["text"])] = (
        letters,
        directive,
    )


def most(kept):
    return sorted(kept.values(), key=lambda each: each[0], reverse=True)[:EACH]


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
