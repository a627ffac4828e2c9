"""Facts beside the findings: what set a spasm off, how bad, when; hours and periods asked for."""

from collections.abc import Sequence
from typing import Any, Final

from spasm_guide.reader.clock import Span, hour, number
from spasm_guide.reader.occasion import occasion

WANTS_TIME: Final = ("relief:when", "diary:when", "diary:cause", "diary:severity")
LOGS: Final = "log_spasm"
REMINDS: Final = ("remind_heat", "remind_stretch")
SUMS_UP: Final = "diary_summary"

PLACES: Final = {
    "chair": "chair", "armchair": "chair", "seat": "chair", "stool": "chair", "wheelchair": "chair",
    "seated": "chair", "sitting": "chair", "bed": "bed", "mattress": "bed", "couch": "bed",
    "sofa": "bed", "settee": "bed", "floor": "floor", "ground": "floor", "mat": "floor",
    "carpet": "floor", "rug": "floor",
}  # fmt: skip
GRADES: Final = {
    "painless": 0, "mild": 3, "slight": 2, "little": 3, "moderate": 5,
    "medium": 5, "middling": 5, "half": 5, "severe": 8, "terrible": 9, "awful": 9, "horrible": 9,
    "excruciating": 10, "unbearable": 10, "worst": 10, "agony": 10, "max": 10, "maximum": 10,
}  # fmt: skip
SCALE: Final = ("out of", "of", "over", "from", "on")
"""What stands between a number and its ten."""
NAMES_OF_SCALE: Final = frozenset(("level", "severity", "intensity", "pain", "score"))
SKIPS: Final = frozenset(
    ("skip", "pass", "nothing", "none", "dunno", "nope", "no idea", "no clue", "not sure", "unsure",
     "nothing in particular", "nothing really", "nothing special", "nothing at all", "who knows",
     "i don't know", "don't know", "i do not know", "i have no idea", "no particular reason",
     "no reason", "can't say", "couldn't say", "couldn't tell you", "skip it", "skip that",
     "skip this", "next", "out of nowhere", "out of the blue", "not that i know")
)  # fmt: skip
OPENINGS: Final = (
    "i think it was", "i think", "it was probably", "it was", "it's", "it is", "probably", "maybe",
    "because of", "because i was", "because i", "because", "when i was", "when i", "while i was",
    "while i", "i was just", "i was", "from", "after", "by", "just", "well", "um", "uh", "and",
    "that was", "set off by", "triggered by", "caused by", "brought on by", "due to", "while",
    "when", "with",
)  # fmt: skip
MARKERS: Final = frozenset(("from", "after", "when", "while", "because", "by", "due", "since"))
POLITE: Final = frozenset(("please", "really", "sorry", "um", "uh"))
DENIALS: Final = frozenset(("no", "not", "nah", "never", "nope"))
_OF_THE_COMMAND: Final = """
a add added an and another at back bad be book can could diary do doctor down dr enter entry episode
for gp had have i i'd i'm i've in into it jot just keep like list log make mark me my need new note
now of on one or please pop put record register save so some spasm spasms start started stick tell
that the this to today track up want was we went which with would write you
"""
OF_THE_COMMAND: Final = frozenset(_OF_THE_COMMAND.split())


def details(text: str, asking: str | None, meaning: str) -> dict[str, Any]:
    tokens = text.lower().replace(",", " ").replace("\u2019", "'").split()
    state, _, topic = (asking or "").partition(":")
    if meaning == SUMS_UP:
        return period(tokens)
    if meaning in REMINDS or (state == "consent" and topic in REMINDS):
        found = hour(tokens)
        return {} if found is None else {"hour": found.value}
    if state == "stretch":
        return place(tokens)
    if meaning != LOGS and asking not in WANTS_TIME:
        return {}
    spans: list[Span] = []
    facts = occasion(tokens, spans)
    if meaning == LOGS or state == "diary":
        grade = severity(tokens, asked=asking == "diary:severity")
        if grade:
            spans.append(grade)
            facts["severity"] = grade.value
    if state == "diary" and not facts and (skips(tokens) or denies(tokens)):
        return {"skip": True}
    if asking == "diary:cause" or meaning == LOGS:
        words = cause(remaining(tokens, spans), asked=meaning != LOGS)
        if words:
            facts["cause"] = words
    return facts


def severity(tokens: Sequence[str], asked: bool) -> Span | None:
    """*Seven out of ten* always; a number or a word for it where it was asked for."""
    for i, token in enumerate(tokens):
        value = number(token)
        if value is None:
            continue
        for between in SCALE:
            size = len(between.split())
            if tokens[i + 1 : i + 1 + size] == between.split() and tokens[
                i + 1 + size : i + 2 + size
            ] in (["ten"], ["10"]):
                return Span(i, i + 2 + size, min(value, 10))
        if i and tokens[i - 1] in NAMES_OF_SCALE:
            return Span(i - 1, i + 1, min(value, 10))
    if not asked:
        return None
    numbers = [(i, value) for i, token in enumerate(tokens) if (value := number(token)) is not None]
    if numbers:
        return Span(numbers[0][0], numbers[-1][0] + 1, min(max(v for _, v in numbers), 10))
    graded = [(i, GRADES[token]) for i, token in enumerate(tokens) if token in GRADES]
    return Span(graded[0][0], graded[0][0] + 1, graded[0][1]) if graded else None


def remaining(tokens: Sequence[str], spans: Sequence[Span]) -> list[str]:
    taken = {i for span in spans for i in range(span.start, span.end)}
    return [token for i, token in enumerate(tokens) if i not in taken]


def cause(tokens: list[str], asked: bool) -> str | None:
    """The person's own words for it, without those that only lead up to it."""
    if not asked:
        tokens = after_the_command(tokens)
    words = " ".join(tokens)
    shorter = True
    while shorter:
        shorter = False
        for opening in OPENINGS:
            if words.startswith(f"{opening} "):
                words, shorter = words.removeprefix(f"{opening} "), True
    words = words.removesuffix(" please").strip()
    nothing = not words or words in OPENINGS or skips(words.split())
    return None if nothing or words in ("yes", "ok", "okay") else words


def after_the_command(tokens: list[str]) -> list[str]:
    for i, token in enumerate(tokens):
        if token in MARKERS:
            return tokens[i:]
    while tokens and tokens[0] in OF_THE_COMMAND:
        tokens = tokens[1:]
    while tokens and tokens[-1] in OF_THE_COMMAND:
        tokens = tokens[:-1]
    return tokens


def skips(tokens: Sequence[str]) -> bool:
    return " ".join(t for t in tokens if t not in POLITE) in SKIPS


def denies(tokens: Sequence[str]) -> bool:
    """*Not really*, *no nothing*; not *no sleep at all last night*."""
    return len(tokens) <= 3 and tokens[0] in DENIALS


def place(tokens: Sequence[str]) -> dict[str, Any]:
    """Where somebody stretches; *not the floor*, *no chair* names none."""
    for i, token in enumerate(tokens):
        found = PLACES.get(token)
        if found and not DENIALS.intersection(tokens[max(0, i - 3) : i]):
            return {"place": found}
    return {}


def period(tokens: Sequence[str]) -> dict[str, Any]:
    said = set(tokens)
    if said & {"visit", "appointment"} or ("since" in said and said & {"doctor", "gp", "last"}):
        return {"period": "visit"}
    if said & {"week", "week's", "weekly", "seven"}:
        return {"period": "week"}
    return {"period": "month"}
