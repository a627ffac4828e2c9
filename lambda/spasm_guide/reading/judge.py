"""All that the model holds likely, weighed: one meaning, the findings told, and what is doubted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import ANSWERS, FINDINGS, Answer
from spasm_guide.content.questions import WHICH
from spasm_guide.conversation.heard import MEANINGS, Heard, Subject
from spasm_guide.reading import thresholds
from spasm_guide.reading.asked import Asked, Kind
from spasm_guide.reading.caution import Looks
from spasm_guide.reading.policy import MILD, counts
from spasm_guide.reading.scores import Likely, Scores
from spasm_guide.reading.spasm import LOGS

IMPLIED: Final = {
    "serious_accident": "after_injury",
    "pregnancy_danger": "pregnancy",
    "over_75": "over_55",
}
"""What the one is, the other is too."""
TELLING: Final = ("yes", "no", "unsure", "report", "correct", "none", "partly")
"""Meanings that tell something; all others want something of the skill."""
AT_STAKE: Final = ("crisis", "other_emergency")
GENERAL: Final = ("relief", "medical_treatment", "lifestyle", "when_to_see_doctor", "out_of_scope")
"""What is answered at large; a topic of its own answers on point."""
BEGINNING: Final = "screen:start"
"""Asks what began it: an innocent cause denies all that it asks."""
NONE: Final = "none"
CHECKING: Final[tuple[Kind, ...]] = ("danger", "check", "age")
SUBJECTS: Final[tuple[Subject, ...]] = ("self", "someone", "child")


def judge(scores: Scores, asked: Asked, looks: Looks) -> Heard:
    meaning = scores.meaning
    wanted = max((m for m in meaning if m not in TELLING), key=meaning.__getitem__)
    clear = max((p for topic, p in scores.topic.items() if topic != NONE), default=0.0)
    near = meaning["question"] >= thresholds.LEANING
    if wanted in GENERAL and near and clear >= thresholds.ON_POINT:
        wanted = "question"
    answers, likely = findings(scores, looks)
    if stake := at_stake(scores, asked, looks):
        return wish(stake, scores, looks)
    told = sum(meaning.get(name, 0) for name in TELLING)
    grave = any(a == "yes" and f not in MILD for f, a in answers.items())
    clearly = looks.noting and meaning[LOGS] >= thresholds.LOGGED
    tale = wanted == LOGS and (looks.unwished or (asked.kind == "open" and not clearly))
    if told < 0.5 and not tale and not (grave and meaning[wanted] < thresholds.WANTED):
        if (
            wanted in thresholds.ENDING
            and asked.kind in CHECKING
            and meaning[wanted] < thresholds.ENDING[wanted]
        ):
            return Heard("unclear", likely=likely, subject=whose(scores))
        return wish(wanted, scores, looks)
    return telling(scores, asked, looks, answers, likely)


def at_stake(scores: Scores, asked: Asked, looks: Looks) -> str | None:
    """A life: as the model hears it, else as words alone tell; in a crisis they are an answer."""
    likely = {name: scores.meaning.get(name, 0.0) for name in AT_STAKE}
    likelier = max(likely, key=likely.__getitem__)
    if sum(likely.values()) >= thresholds.AT_STAKE[likelier]:
        return "crisis" if looks.dying else likelier
    if (asked.name or "").startswith("crisis"):
        return None
    return "crisis" if looks.dying else "other_emergency" if looks.taken else None


def findings(
    scores: Scores, looks: Looks, least: float = 0
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """What is set, and what is asked about; `least` where more must speak for a yes."""
    answers: dict[str, Answer] = {}
    likely = []
    for finding in (f for f in FINDINGS if f in scores.findings):
        how = scores.findings[finding]
        grade = "mild" if finding in MILD else "grave"
        if how["yes"] >= max(thresholds.SET[grade], least):
            answers[finding] = "yes"
        elif grade == "grave" and how["yes"] >= max(thresholds.ASK, least / 2):
            likely.append(finding)
        elif least:
            continue
        elif how["no"] >= thresholds.PASS[grade]:
            if looks.reversed and grade == "grave":
                likely.append(finding)
            elif not (looks.question or looks.exception):
                answers[finding] = "no"
        elif how["unsure"] >= thresholds.LEANING and how["unsure"] > how["absent"]:
            answers[finding] = "unsure"
    answers |= {IMPLIED[f]: "yes" for f in IMPLIED.keys() & answers.keys() if answers[f] == "yes"}
    return answers, tuple(f for f in likely if f not in answers)


def wish(meaning: str, scores: Scores, looks: Looks) -> Heard:
    """It clears nothing. What is told in the same words is kept: of a note any danger."""
    least = thresholds.ASK if meaning == LOGS else thresholds.IN_A_QUESTION
    answers, likely = findings(scores, looks, least)
    heard = Heard(
        meaning if meaning in MEANINGS else "unclear",
        answers=answers,
        likely=likely,
        sign=best(scores.sign) if meaning == "explain_sign" else None,
        stretch=best(scores.stretch) if meaning == "start_stretch" else None,
        topic=best(scores.topic) if meaning == "question" else None,
        subject=whose(scores),
    )
    if meaning == "crisis" and scores.meaning[meaning] < thresholds.MEANT:
        return replace(heard, details={"doubted": True})
    if heard.topic and scores.topic[heard.topic] < thresholds.LEANING:
        nearest = sorted(scores.topic.keys() - {NONE}, key=scores.topic.__getitem__)[:-3:-1]
        near = sum(scores.topic[name] for name in nearest) >= thresholds.NEAR
        return replace(heard, topic=None, details={"nearest": nearest} if near else {})
    return heard


def telling(
    scores: Scores,
    asked: Asked,
    looks: Looks,
    answers: dict[str, Answer],
    likely: tuple[str, ...],
) -> Heard:
    subject = whose(scores)
    if asked.name and asked.name.startswith("diary"):  # What set one spasm off is for the diary.
        answers = {finding: a for finding, a in answers.items() if finding not in MILD}
    if scores.meaning.get("correct", 0) >= thresholds.LEANING and not asked.single:
        return Heard("correct", answers=answers, likely=likely, subject=subject)
    answers = {f: a for f, a in answers.items() if a != "no" or not doubtful(f, asked, looks)}
    answer = answer_to(scores, asked, looks, answers, likely)
    if answer == "no" and set(asked.findings).intersection(likely):
        answer = None
    if asked.single:
        answers = {f: a for f, a in answers.items() if f != asked.single}
        answers |= {asked.single: answer} if answer else {}
        likely = tuple(f for f in likely if f != asked.single or not answer)
    others = any(a == "yes" for f, a in answers.items() if f != asked.single)
    meaning = answer if answer and not others else "report" if answers else "unclear"
    if not answer and asked.kind == "open":
        meaning = "report"
    details: dict[str, object] = {}
    if meaning == "unclear" and looks.denied:
        details["denied"] = looks.denied
    elif meaning == "unclear" and scores.meaning.get("partly", 0) >= thresholds.LEANING:
        details["some"] = True
    if some := sorted(f for f in looks.partly if answers.get(f) == "no"):
        details["partly"] = some
    return Heard(meaning, answers=answers, likely=likely, subject=subject, details=details)


def answer_to(
    scores: Scores,
    asked: Asked,
    looks: Looks,
    answers: Mapping[str, Answer],
    likely: Sequence[str],
) -> Answer | None:
    """The one answer that counts; a danger named among those asked about is for the findings."""
    likelihoods = {name: scores.meaning.get(name, 0.0) for name in ANSWERS}
    told = scores.meaning.get("report", 0.0)
    if looks.bare and not (asked.name or "").endswith(WHICH):
        looks = replace(looks, total=True, denied=())
    if told > likelihoods["no"]:  # *No, nothing's easing my chest*
        looks = replace(looks, several=False)
    if looks.several or (asked.kind == "check" and likelihoods["no"] >= thresholds.ALL):
        looks = replace(looks, denied=())
    elsewhere = answers.keys() - {*asked.findings}
    milder = asked.kind == "check" and not looks.denied and not elsewhere
    innocent = asked.name == BEGINNING and not looks.denying
    whole = looks.total or len(asked.items) == 1 or milder or innocent
    partly = 0.0 if of_another(scores, asked) else scores.meaning.get("partly", 0.0)
    likelihoods["no"] += partly if whole else partly * thresholds.DENIES
    if asked.single in scores.findings:
        own = scores.findings[asked.single or ""]
        others = any(finding != asked.single for finding in answers)
        if others:  # A report of those is no half of this answer.
            likelihoods = {name: own[name] for name in ANSWERS}
        else:
            likelihoods = {name: (likelihoods[name] + told + own[name]) / 2 for name in ANSWERS}
    elif any(answers.get(finding) == "yes" for finding in asked.findings):
        return None
    elif not answers and not likely and asked.items:
        innocent_only: tuple[Answer, ...] = ("no",) if asked.name == BEGINNING else ()
        for name in innocent_only if asked.kind == "danger" else ANSWERS:
            if likelihoods[name] > thresholds.OF_ITSELF:
                likelihoods[name] /= 1 - told
    found = max(likelihoods, key=likelihoods.__getitem__)
    if found == "no" and looks.cannot and asked.single and asked.single not in MILD:
        return "unsure"
    return found if counts(found, likelihoods[found], asked, looks) else None


def of_another(scores: Scores, asked: Asked) -> bool:
    """*I'm not hot or anything*, asked about the legs: what is denied was not asked about."""
    denied = max(scores.findings, key=lambda f: scores.findings[f]["no"], default="")
    return bool(asked.items) and (
        denied not in asked.findings and scores.findings[denied]["no"] >= thresholds.ELSEWHERE
    )


def doubtful(finding: str, asked: Asked, looks: Looks) -> bool:
    """Whether it is asked about, and the denial was of another part, or had an exception."""
    if asked.kind not in CHECKING or finding not in asked.findings:
        return False
    parts = {item.name for item in asked.items if item.finding == finding}
    return looks.exception or bool(looks.denied and not parts <= set(looks.denied))


def whose(scores: Scores) -> Subject | None:
    return next((who for who in SUBJECTS if scores.whose.get(who, 0) >= 0.5), None)


def best(likely: Likely) -> str | None:
    found = max(likely, key=likely.__getitem__)
    return None if found == "none" else found
