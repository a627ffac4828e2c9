"""Words and the open question to what they mean: what the rules found, weighed with the model."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.reader import certainty
from spasm_guide.reader.caution import MILD, others_history, with_caution
from spasm_guide.reader.features import features, numbered
from spasm_guide.reader.mentions import Mentions, find
from spasm_guide.reader.model import Scores, model
from spasm_guide.reader.normalise import words

TOLD: Final = ("yes", "no", "unsure", "report", "correct", "none")
"""Meanings that tell something; all others want something of the skill."""
BARE: Final[tuple[Answer, ...]] = ("yes", "no", "unsure")

ENDING: Final = ("stop", "help_already_here")
"""End the session: in the middle of the check only where that is sure."""
LIFE: Final = ("crisis", "other_emergency")
DANGERS: Final = {"screen:life": "chest_or_abdominal", "screen:nerves": "cauda_equina"}
"""A yes to these ends in an emergency: one that is only guessed is asked about."""
UNLEARNT: Final[Scores] = {"it": 0.0}
"""Of a finding that the model does not know yet: it is not heard, and breaks nothing."""
BESIDE: Final = ("weakness", "numbness_tingling", "radiating")
"""Signs that are mostly told in the same words as cauda_equina, and so need less to be heard."""


def read(text: str, asking: str | None) -> Heard:
    tokens = words(text)
    if not tokens:
        return Heard("unclear")
    mentions = find(tokens, asking)
    seen = numbered(features(tokens, asking, mentions))
    scores = model().probabilities(seen, tokens)
    heard = combine(asking, mentions, scores)
    return with_caution(heard, tokens, asking)


def combine(asking: str | None, mentions: Mentions, scores: Mapping[str, Scores]) -> Heard:
    meanings = scores["meaning"]
    told = sum(meanings[name] for name in TOLD if name in meanings)
    answers, likely = weighed(mentions, scores)
    answers, likely = others_history(asking, mentions, answers, likely)
    wanted = max((m for m in meanings if m not in TOLD), key=meanings.__getitem__)
    at_stake = max(LIFE, key=meanings.__getitem__)
    if meanings[at_stake] > certainty.SUSPECTED:
        return wish(at_stake, answers, likely, mentions, scores)
    grave = any(v == "yes" and f not in MILD for f, v in answers.items())
    if told < 0.5 and not (grave and meanings[wanted] < certainty.WANTED):
        checking = asking is not None and asking.startswith(("screen", "sign", "confirm"))
        if wanted in ENDING and checking and meanings[wanted] < certainty.WANTED:
            return Heard("unclear", likely=likely, subject=mentions.subject)
        return wish(wanted, answers, likely, mentions, scores)
    return telling(asking, answers, likely, mentions, scores)


def weighed(
    mentions: Mentions, scores: Mapping[str, Scores]
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    answers: dict[str, Answer] = {}
    likely = []
    for finding in FINDINGS:
        rule = mentions.answers.get(finding)
        yes = scores.get(f"{finding} yes", UNLEARNT)["it"]
        no = scores.get(f"{finding} no", UNLEARNT)["it"]
        disputed = rule == "no" and no < certainty.DISPUTED and yes > certainty.HARDLY
        suspected = rule == "yes" or yes > certainty.LIKELY or finding in mentions.likely
        if yes > certainty.TOLD[rule]:
            answers[finding] = "yes"
        elif (suspected or disputed) and finding not in MILD:
            likely.append(finding)
        elif rule == "unsure":
            answers[finding] = "unsure"
        elif no > certainty.DENIED[rule] and yes < certainty.DOUBT:
            answers[finding] = "no"
    if answers.get("serious_accident") == "yes":
        answers["after_injury"] = "yes"
    if answers.get("cauda_equina") == "yes":
        near = [f for f in BESIDE if scores[f"{f} yes"]["it"] > certainty.BESIDE]
        answers.update(dict.fromkeys(near, "yes"))
    return answers, tuple(f for f in likely if f not in answers)


def wish(
    meaning: str,
    answers: Mapping[str, Answer],
    likely: tuple[str, ...],
    mentions: Mentions,
    scores: Mapping[str, Scores],
) -> Heard:
    """What is told beside it and matters is asked about after."""
    told = tuple(f for f, answer in answers.items() if answer == "yes" and f not in MILD)
    sign = best(scores["sign"]) if meaning == "explain_sign" else None
    stretch = best(scores["stretch"]) if meaning == "start_stretch" else None
    return Heard(
        meaning,
        answers={f: a for f, a in answers.items() if f in MILD and a == "yes"},
        sign=sign,
        stretch=None if stretch == "none" else stretch,
        likely=(*told, *likely),
        subject=mentions.subject,
    )


def telling(
    asking: str | None,
    answers: dict[str, Answer],
    likely: tuple[str, ...],
    mentions: Mentions,
    scores: Mapping[str, Scores],
) -> Heard:
    """An answer to the open question, or findings told beside it."""
    kind, _, thing = (asking or "").partition(":")
    meanings = scores["meaning"]
    meaning: str = "report"
    if kind == "diary":  # What set one spasm off is for the diary.
        answers = {f: answer for f, answer in answers.items() if f not in MILD}
    told_yes = any(answer == "yes" for answer in answers.values())
    if kind == "sign":
        meaning, answers = at_sign(thing, answers, likely, mentions, meanings)
    elif kind == "confirm":
        answer = leaning(mentions, meanings, kind)
        meaning = answer or "report"
        if answer and thing in FINDINGS:
            answers = {**answers, thing: answer}
    elif kind not in ("", "menu") and not told_yes:
        meaning = leaning(mentions, meanings, kind) or "report"
        danger = DANGERS.get(asking or "")
        guessed = meanings["yes"] < (
            certainty.AGREED if mentions.leaning == "yes" else certainty.SURE
        )
        if danger and meaning == "yes" and guessed:
            meaning, likely = "report", (danger, *likely)
    open_ = tuple(finding for finding in likely if finding not in answers)
    return Heard(meaning, answers=answers, likely=open_, subject=mentions.subject)


def at_sign(
    sign: str,
    answers: dict[str, Answer],
    likely: tuple[str, ...],
    mentions: Mentions,
    meanings: Scores,
) -> tuple[str, dict[str, Answer]]:
    """A no that may be a yes is neither; a sign of the milder kind needs more to be doubted."""
    answer = answers.get(sign) or leaning(mentions, meanings, "sign")
    doubt = certainty.EVEN if sign in MILD else certainty.DOUBT
    if answer == "no" and meanings["yes"] > doubt:
        answer = "yes" if meanings["yes"] > meanings["no"] else "unsure"
    guessed = mentions.leaning != answer and sign not in answers
    doubted = answer == "no" and sign in likely
    vague = answer == "yes" and guessed and meanings["yes"] < certainty.GUESSED
    if not answer or doubted or vague:
        return "report", answers
    answers = {**answers, sign: answer}
    return (answer if len(answers) == 1 else "report"), answers


def leaning(mentions: Mentions, meanings: Scores, kind: str) -> Answer | None:
    """To a question of the check, a no must be far likelier than other answers."""
    answer = max(BARE, key=lambda name: meanings[name])
    least = certainty.ANSWERED
    if answer == "no":
        least = certainty.NO_TO.get(kind, {}).get(mentions.leaning, least)
    if meanings[answer] > least:
        return answer
    disputed = kind == "screen" and answer == mentions.leaning == "no"
    return None if disputed else mentions.leaning


def best(scores: Scores) -> str:
    return max(scores, key=scores.__getitem__)
