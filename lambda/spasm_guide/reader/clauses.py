"""Where one statement ends and the next begins: a recogniser writes no commas."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from spasm_guide.reader.lexicon import Mention


class Clause(NamedTuple):
    start: int
    end: int
    link: str
    """What opens it: `but`, `fix` (a correction), `and`, `if`, or `` for a fresh subject."""


_SUBJECTS: Final = frozenset(("i", "it", "he", "she", "they", "we", "there", "that", "this", "you"))
_ACTORS: Final = frozenset(("i", "he", "she", "we", "they"))
_NO_VERBS: Final = frozenset(
    ("and", "or", "but", "to", "of", "in", "on", "at", "with", "no", "so", "the", "my", "yes", "if")
)
_OWNERS: Final = frozenset(
    ("my", "the", "his", "her", "their", "our", "me", "left", "right", "both", "one", "that",
     "this", "these", "neither", "feeling", "everything", "nothing", "toes", "legs", "leg", "foot")
)  # fmt: skip
_VERBS: Final = frozenset(
    ("am", "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will",
     "would", "can", "could", "should", "might", "may", "must", "'s", "just", "only", "never",
     "also", "still", "always", "keep", "keeps", "kept", "go", "goes", "went", "gets", "get",
     "got", "feel", "feels", "felt", "hurts", "hurt", "come", "comes", "came", "started",
     "starts", "lasts", "lasted", "gives", "gave", "runs", "shoots", "stays", "wakes", "woke",
     "fell", "slipped", "tripped", "seems", "locks", "locked", "seized", "takes", "took", "need",
     "needs", "want", "hit", "bent", "sneeze", "sneezed", "cough", "coughed", "bend", "wake",
     "sleep", "slept", "walk", "stand", "sit", "take", "think", "thought", "know", "say", "says",
     "said", "hardly", "barely", "really", "usually", "sometimes", "sort", "kind", "tingles",
     "drags", "aches", "spasms", "grabs", "catches", "eases", "settles", "makes", "made", "lost",
     "wet", "weigh", "used", "sat", "lifted", "tried", "noticed", "swear", "reckon", "mean",
     "meant", "like", "look", "turn", "turned", "work", "works", "worked", "doing", "cant",
     "dropped", "been", "passed", "fainted", "travels", "travel", "radiates", "spreads", "moves",
     "burns", "burn", "throbs", "improves", "returns", "stops", "stopped", "lets", "won",
     "seizes", "falls", "became", "become", "becomes", "happens", "happened", "increases",
     "swells", "feeling", "told", "collapsed", "ended", "sets", "shake", "shook", "passes",
     "broke")
)  # fmt: skip
_HOLDING: Final = frozenset(
    ("that", "when", "whenever", "if", "as", "until", "till", "what", "where", "how", "think",
     "thought", "say", "says", "said", "know", "mean", "guess", "like", "time", "before",
     "after", "than", "once", "the", "sure", "swear", "reckon", "way", "every", "moment",
     "minute", "second", "is", "was", "do", "does", "did", "can", "could", "have", "has",
     "should", "will", "would", "unless", "a", "while", "not", "and", "but", "so", "because",
     "or", "then", "whether", "suppose", "hope", "are", "were", "all", "only", "each", "cause",
     "since", "far", "believe", "even", "though", "although", "am", "except", "first", "plus")
)  # fmt: skip
_BEFORE_NOUN: Final = frozenset(
    ("in", "of", "on", "down", "with", "from", "to", "into", "through", "at", "up", "by", "for",
     "about", "around", "round", "across", "under", "over", "off", "along", "between", "behind",
     "near", "below", "above", "past", "inside", "out", "and", "or", "a", "the", "my", "his",
     "her", "feel", "lift", "move", "not", "no", "when", "if", "that", "but", "is", "was",
     "like", "hurt", "then", "so", "because", "since", "as", "have", "got", "get", "lost", "can",
     "do", "does", "did", "are", "were", "has", "hit", "'s", "both", "me", "other", "think",
     "till", "until", "before", "after", "while", "whenever", "than", "just", "only", "even",
     "all", "touch", "our", "neither", "nor", "nothing", "never", "without", "any", "either",
     "left", "right", "one", "big", "back", "whole", "lower", "same", "this", "these", "each",
     "your", "their", "rub", "where", "how", "why", "what", "control", "hold", "bend", "bent")
)  # fmt: skip
_WHEN: Final = frozenset(
    ("each", "every", "morning", "mornings", "first", "thing", "yesterday", "today", "last",
     "night", "some", "most", "day", "days", "at", "in", "the", "on", "lately", "sometimes",
     "now", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week",
     "often", "usually", "and", "since", "tonight", "evening", "afternoon", "noon", "by",
     "mostly", "just", "so")
)  # fmt: skip
_BEFORE_BEEN: Final = frozenset(
    ("have", "has", "had", "not", "never", "ever", "always", "just", "only", "also", "all",
     "well", "really", "is", "'s", "i", "it", "was", "having", "already", "both", "would",
     "might", "to", "what", "and", "but", "because", "long", "legs", "leg", "back", "there",
     "recently", "he", "she")
)  # fmt: skip
_COMPLAINTS: Final = frozenset(
    ("pain", "pains", "numbness", "tingling", "weakness", "stiffness", "spasm", "spasms", "fever")
)
_JOINS: Final = frozenset(("and", "then", "so", "because", "plus", "also", "now", "which", "or"))


def split(tokens: Sequence[str], mentions: Sequence[Mention]) -> list[Clause]:
    opens: dict[int, str] = {0: ""}
    for mention in mentions:
        if mention.concept in ("but", "fix"):
            opens[mention.start] = mention.concept
            if mention.concept == "fix" and mention.end < len(tokens):
                opens[mention.end] = "fix"
    for i in range(1, len(tokens)):
        start = max(opens)
        if i not in opens and _fresh(tokens, i) and not _leads_in(tokens[start:i]):
            joined = tokens[i - 1] in _JOINS
            opens[i - 1 if joined and i - 1 not in opens else i] = "and" if joined else ""
    starts = sorted(opens)
    ends = [*starts[1:], len(tokens)]
    return [Clause(s, e, opens[s]) for s, e in zip(starts, ends, strict=True) if e > s]


def _fresh(tokens: Sequence[str], i: int) -> bool:
    """A subject with its verb begins here, and nothing before it holds on to it."""
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1 : i + 6]
    joined = before in _JOINS
    if token == "been" and before not in _BEFORE_BEEN:
        return True
    if token == "can" and after[:1] == ("not",) and before not in (*_SUBJECTS, "and", "or"):
        return "not" in tokens[max(0, i - 4) : i]
    if token in _SUBJECTS and after[:1]:
        acts = after[0] not in _NO_VERBS if token in _ACTORS else after[0] in _VERBS
        if acts and (joined or before not in _HOLDING):
            return True
    if joined and token in _COMPLAINTS and after[:1] and after[0] in _VERBS:
        return True
    if before == "and" and token in ("my", "his", "her") and after[1:] and after[1] != "and":
        return True
    if token in _OWNERS and before != "or" and (joined or not _holds_noun(before)):
        for word in after:
            if word in _SUBJECTS or word in ("and", "but", "no", "not", "or"):
                return False
            if word in _VERBS:
                return True
    return False


def _leads_in(words: Sequence[str]) -> bool:
    """*Each morning*, *first thing*: a time alone is no statement."""
    return all(word in _WHEN for word in words)


def _holds_noun(before: str) -> bool:
    return before in _BEFORE_NOUN or before in _VERBS or before.endswith("ing")
