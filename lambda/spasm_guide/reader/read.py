"""Words and the open question to what they mean: what the rules found, weighed with the model."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.details import details
from spasm_guide.reader.features import features, numbered
from spasm_guide.reader.mentions import Mentions, find
from spasm_guide.reader.model import Scores, model
from spasm_guide.reader.normalise import words

TOLD: Final = ("yes", "no", "unsure", "report", "correct", "none")
"""Meanings that tell something; all others want something of the skill."""
BARE: Final[tuple[Answer, ...]] = ("yes", "no", "unsure")
MILD: Final = {"persistent", "everyday_trigger", "morning_stiffness", "interferes_daily_life"}

SURE: Final = 0.9
LIKELY: Final = 0.5
VAGUE: Final = 0.2


def read(text: str, asking: str | None) -> Heard:
    tokens = words(text)
    if not tokens:
        return Heard("unclear")
    mentions = find(tokens, asking)
    scores = model().probabilities(numbered(features(tokens, asking, mentions)))
    heard = combine(asking, mentions, scores)
    return replace(heard, details={**heard.details, **details(text, asking, heard.meaning)})


def combine(asking: str | None, mentions: Mentions, scores: Mapping[str, Scores]) -> Heard:
    meanings = scores["meaning"]
    told = sum(meanings[name] for name in TOLD if name in meanings)
    answers = settle(mentions, scores)
    likely = suspected(mentions, scores, answers)
    wanted = max((m for m in meanings if m not in TOLD), key=meanings.__getitem__)
    grave = any(v == "yes" and f not in MILD for f, v in answers.items())
    if told < 0.5 and not (grave and meanings[wanted] < SURE):
        return wish(wanted, answers, likely, mentions, scores)
    return telling(asking, answers, likely, mentions, meanings)


def settle(mentions: Mentions, scores: Mapping[str, Scores]) -> dict[str, Answer]:
    answers = dict(mentions.answers)
    for finding in FINDINGS:
        if finding not in answers and scores[f"{finding} yes"]["it"] > SURE:
            answers[finding] = "yes"
    return answers


def suspected(
    mentions: Mentions, scores: Mapping[str, Scores], answers: Mapping[str, Answer]
) -> tuple[str, ...]:
    return tuple(
        finding
        for finding in FINDINGS
        if finding not in answers
        and finding not in MILD
        and (finding in mentions.likely or scores[f"{finding} yes"]["it"] > LIKELY)
    )


def wish(
    meaning: str,
    answers: Mapping[str, Answer],
    likely: tuple[str, ...],
    mentions: Mentions,
    scores: Mapping[str, Scores],
) -> Heard:
    sign = best(scores["sign"]) if meaning == "explain_sign" else None
    stretch = best(scores["stretch"]) if meaning == "start_stretch" else None
    return Heard(
        meaning,
        answers={f: a for f, a in answers.items() if f in MILD and a == "yes"},
        sign=sign,
        stretch=None if stretch == "none" else stretch,
        likely=likely,
        subject=mentions.subject,
    )


def telling(
    asking: str | None,
    answers: dict[str, Answer],
    likely: tuple[str, ...],
    mentions: Mentions,
    meanings: Scores,
) -> Heard:
    kind, _, open_finding = (asking or "").partition(":")
    meaning = "report"
    if kind == "sign":
        answer = answers.get(open_finding) or mentions.leaning or leaning(meanings)
        if answer:
            answers[open_finding] = answer
            if len(answers) == 1:
                meaning = answer
    elif not any(v == "yes" for v in answers.values()):
        answer = mentions.leaning or leaning(meanings)
        if answer and asking:
            meaning = answer
    return Heard(meaning, answers=answers, likely=likely, subject=mentions.subject)


def leaning(meanings: Scores) -> Answer | None:
    answer = max(BARE, key=lambda name: meanings[name])
    return answer if meanings[answer] > VAGUE else None


def best(scores: Scores) -> str:
    return max(scores, key=scores.__getitem__)
