"""What follows in each state on each meaning, as a table: a change of the conversation shows there.

`python -m tests.conversation.what_follows` writes it anew; what changed is then read, row by row.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session
from tests.conversation.acting import SUMMARY, advance
from tests.conversation.test_every_state import QUESTIONS, standing

TABLE: Final = Path(__file__).with_name("what_follows.tsv")
ALIKE: Final = ("screen", "confirm")
"""States whose questions are put by one piece of code: a few of them stand for all."""
CHOSEN: Final = (
    *("life", "nerves", "start", "start_which", "limbs", "age", "age_band", "both_legs"),
    *("sitting", "gate", "caution", "recent", "pattern", "health"),
    *("weakness", "provider", "correction", "change"),
)
AFTER: Final = ("menu", "offer", "relief", "confirm", "crisis")
"""States that are looked at after a verdict too."""
OUTCOMES: Final = {"summarize": SUMMARY}
TOLD: Final = ("persistent", "radiating", "after_injury", "cauda_equina")
"""Findings of each tier, and one that opens a question."""
LEFT_OUT: Final = ("version", "said", "asking")
PLACES: Final = ("floor", "chair")


def starts() -> Iterator[tuple[str, Session]]:
    """By a name that tells where and, after a verdict, which."""
    for asking in QUESTIONS:
        state, _, thing = (asking or "menu").partition(":")
        if state in ALIKE and thing not in CHOSEN:
            continue
        for tier in (None, "SOON") if state in AFTER else (None,):
            yield f"{asking or 'nothing'} {tier or ''}".strip(), standing(asking, tier)
    cleared = Session(answers=dict.fromkeys(FINDINGS, "no"), tier="SELF_CARE")
    for minutes in (None, 5):
        asked, _ = advance(cleared, Heard("start_stretch", details={"minutes": minutes}))
        yield f"{asked.asking} {minutes or ''}".strip(), asked
        for place in PLACES:
            playing, _ = advance(asked, Heard("yes", details={"place": place}))
            yield f"{playing.asking} {minutes or 'all'} {place}", playing
            held, _ = advance(playing, Heard("pause", elapsed=40))
            yield f"{playing.asking} {minutes or 'all'} {place}, paused", held


def follows(before: Session, meaning: str) -> str:
    """Of one of the meanings, or of a finding that is told."""
    sign = "radiating" if meaning == "explain_sign" else None
    elapsed = 200.0 if before.routine else None
    heard = Heard(meaning, sign=sign, elapsed=elapsed)
    if meaning in TOLD:
        heard = Heard("report", {meaning: "yes"}, elapsed=elapsed)
    session, reply = advance(before, heard, OUTCOMES)
    said = " ".join(_said(reply))
    return f"{session.asking or '-'} | {said} | {_changed(before, session)}"


def _said(reply: Reply) -> list[str]:
    card = [f"card {reply.card.name}"] if reply.card else []
    task = [f"task {reply.task.name}"] if reply.task else []
    return [*(line.name for line in reply.lines), *task, *card]


def _changed(before: Session, after: Session) -> str:
    """What is remembered otherwise; of what was said and asked the table tells anyway."""
    old, new = before.to_attributes(), replace(after, said=()).to_attributes()
    names = sorted(n for n in {*old, *new}.difference(LEFT_OUT) if old.get(n) != new.get(n))
    return " ".join(f"{n}={json.dumps(new.get(n), separators=(',', ':'))}" for n in names)


def rows() -> dict[str, list[str]]:
    """By start: a row for each outcome, with the meanings that lead to it."""
    found = {}
    for name, session in starts():
        meanings: dict[str, list[str]] = {}
        for meaning in (*MEANINGS, *TOLD):
            meanings.setdefault(follows(session, meaning), []).append(meaning)
        found[name] = [f"{','.join(said)}\t{outcome}" for outcome, said in meanings.items()]
    return found


def written() -> str:
    return "".join(f"{name}\t{row}\n" for name, them in rows().items() for row in them)


if __name__ == "__main__":
    TABLE.write_text(written(), encoding="utf-8")
