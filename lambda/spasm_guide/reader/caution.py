"""Readings that are easily the wrong way round: no denial stands, and what is doubtful is asked."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.mentions import Mentions

MILD: Final = {"persistent", "everyday_trigger", "morning_stiffness", "interferes_daily_life"}
"""Signs of which one more or less never makes an emergency."""
HISTORY: Final = {
    *("cancer_or_weight_loss", "osteoporosis_or_steroids", "blood_thinners", "pregnancy"),
    *("weak_immunity", "recent_spine_procedure"),
}
"""What is told of a person without any pain."""
CONTRAST: Final = frozenset(("but", "except", "apart", "although", "though"))
"""After a no, more was told than was understood: it stands, but not as a plain no."""
SAYING_NO: Final = {("say", "no"), ("said", "no"), ("saying", "no")}
PRETENCE: Final = frozenset(("lying", "lie", "liar", "if", "wish"))
PAST: Final = frozenset(("was", "were", "could", "used", "before", "earlier", "yesterday", "had"))


def with_caution(heard: Heard, tokens: Sequence[str], asking: str | None) -> Heard:
    if then_and_now(tokens) or not_meant(tokens):
        return asked_again(heard)
    if twice_denied(heard, tokens, asking):
        return replace(heard, meaning="unsure", answers={})
    checking = (asking or "").startswith(("screen", "sign"))
    if heard.meaning == "no" and checking and CONTRAST.intersection(tokens):
        return replace(heard, meaning="report")
    return heard


def then_and_now(tokens: Sequence[str]) -> bool:
    """*It was fine at breakfast and now it won't move.*"""
    return "now" in tokens and bool(PAST.intersection(tokens[: tokens.index("now")]))


def not_meant(tokens: Sequence[str]) -> bool:
    """*I'd be lying if I said no.*"""
    said_no = any(pair in SAYING_NO for pair in pairwise(tokens))
    return said_no and bool(PRETENCE.intersection(tokens))


def twice_denied(heard: Heard, tokens: Sequence[str], asking: str | None) -> bool:
    """*No, can't stand*, asked whether standing is impossible: does the no answer, or the can't?"""
    confirming = (asking or "").startswith("confirm")
    return confirming and heard.meaning == "no" and ("can", "not") in pairwise(tokens)


def asked_again(heard: Heard) -> Heard:
    """What was so and is no more is easily read the wrong way round: no denial stands."""
    denied = [finding for finding, answer in heard.answers.items() if answer == "no"]
    kept = {finding: answer for finding, answer in heard.answers.items() if answer != "no"}
    likely = tuple(dict.fromkeys((*heard.likely, *(f for f in denied if f not in MILD))))
    meaning = "report" if heard.meaning == "no" else heard.meaning
    return replace(heard, meaning=meaning, answers=kept, likely=likely)


def others_history(
    asking: str | None,
    mentions: Mentions,
    answers: dict[str, Answer],
    likely: tuple[str, ...],
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """Another's cancer or tablets, told without a word of a back, are asked about."""
    told = {f for f, answer in answers.items() if answer == "yes"}
    spoken_of = mentions.subject in ("someone", "child") and not asking
    if not told or not spoken_of or told - HISTORY:
        return answers, likely
    kept = {f: answer for f, answer in answers.items() if f not in told}
    return kept, (*(f for f in FINDINGS if f in told), *likely)
