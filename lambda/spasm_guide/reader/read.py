"""Words and the open question to what they mean: what the rules found, weighed with the model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.features import features, kind_of, numbered
from spasm_guide.reader.mentions import Mentions, find
from spasm_guide.reader.model import Scores, model
from spasm_guide.reader.normalise import words
from spasm_guide.reader.senses import senses

TOLD: Final = ("yes", "no", "unsure", "report", "correct", "none")
"""Meanings that tell something; all others want something of the skill."""
BARE: Final[tuple[Answer, ...]] = ("yes", "no", "unsure")
MILD: Final = {"persistent", "everyday_trigger", "morning_stiffness", "interferes_daily_life"}

SURE: Final = 0.9
SAID: Final = 0.7
DENIED: Final = 0.5
LIKELY: Final = 0.3
REFUTED: Final = 0.01
VAGUE: Final = 0.15
BOTH: Final = 0.25


def read(text: str, asking: str | None) -> Heard:
    tokens = words(text)
    if not tokens:
        return Heard("unclear")
    mentions = find(tokens, asking)
    seen = numbered(features(tokens, asking, mentions))
    scores = model().probabilities(seen, senses().of(tokens))
    return combine(asking, mentions, scores)


def combine(asking: str | None, mentions: Mentions, scores: Mapping[str, Scores]) -> Heard:
    meanings = scores["meaning"]
    told = sum(meanings[name] for name in TOLD if name in meanings)
    answers, likely = weighed(mentions, scores)
    wanted = max((m for m in meanings if m not in TOLD), key=meanings.__getitem__)
    grave = any(v == "yes" and f not in MILD for f, v in answers.items())
    if told < 0.5 and not (grave and meanings[wanted] < SURE):
        return wish(wanted, answers, likely, mentions, scores)
    return telling(asking, answers, likely, mentions, scores)


def weighed(
    mentions: Mentions, scores: Mapping[str, Scores]
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    answers: dict[str, Answer] = {}
    likely = []
    for finding in FINDINGS:
        yes = scores[f"{finding} yes"]["it"]
        no = scores[f"{finding} no"]["it"]
        rule = mentions.answers.get(finding)
        if rule == "yes":
            if yes > REFUTED:
                answers[finding] = "yes"
            elif finding not in MILD:
                likely.append(finding)
        elif yes > SAID:
            answers[finding] = "yes"
        elif yes > LIKELY and finding not in MILD:
            likely.append(finding)
        elif rule is not None:
            answers[finding] = rule
        elif no > DENIED:
            answers[finding] = "no"
        elif finding in mentions.likely:
            likely.append(finding)
    return answers, tuple(likely)


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
    scores: Mapping[str, Scores],
) -> Heard:
    kind, _, thing = (asking or "").partition(":")
    meanings = scores["meaning"]
    meaning = "report"
    if kind == "sign":
        answer = answers.get(thing) or leaning(mentions, meanings)
        if answer == "no" and meanings["yes"] > BOTH:
            answer = "yes" if meanings["yes"] > meanings["no"] else "unsure"
        if answer:
            answers[thing] = answer
            if len(answers) == 1:
                meaning = answer
    elif kind in ("", "menu"):
        pass
    elif kind == "confirm":
        meaning = leaning(mentions, meanings) or "report"
        if meaning != "report" and thing in FINDINGS:
            answers[thing] = meaning
    elif not any(v == "yes" for v in answers.values()):
        meaning = leaning(mentions, meanings) or "report"
    return Heard(meaning, answers=answers, likely=likely, subject=mentions.subject)


def leaning(mentions: Mentions, meanings: Scores) -> Answer | None:
    answer = max(BARE, key=lambda name: meanings[name])
    if meanings[answer] > VAGUE:
        return answer
    return mentions.leaning


def best(scores: Scores) -> str:
    return max(scores, key=scores.__getitem__)
