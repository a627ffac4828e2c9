"""Is it said, denied or doubted: how far a *no*, a *not sure* or a *what if* reaches."""

from collections.abc import Sequence
from typing import Final

from spasm_guide.reader.clauses import Clause
from spasm_guide.reader.lexicon import Mention

SAID, DENIED, DOUBTED, SUPPOSED = "yes", "no", "unsure", "supposed"

_GRAMMAR: Final = frozenset(
    ("not", "none", "block", "unsure", "supposed", "but", "fix", "when", "well", "hedge", "self",
     "someone", "child", "animal", "yes", "no", "just", "void", "old", "again")
)  # fmt: skip
_SUBJECTS: Final = frozenset(
    ("i", "it", "he", "she", "they", "we", "there", "that", "this", "my", "his", "her", "the",
     "just", "only", "nothing", "never", "not", "no", "none", "both", "thank", "thanks", "sorry",
     "neither", "but", "you", "its", "all", "yes", "okay", "because", "for", "everything")
)  # fmt: skip
_VERBS: Final = frozenset(
    ("am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "can", "could",
     "will", "would", "'s", "been", "feel", "feels", "go", "goes", "gone", "got", "gets")
)  # fmt: skip


_PREPOSITIONS: Final = frozenset(
    (
        "in",
        "of",
        "on",
        "down",
        "with",
        "from",
        "to",
        "at",
        "for",
        "by",
        "into",
        "and",
        "or",
        "round",
    )
)
_ASKING: Final = frozenset(
    ("is", "are", "does", "do", "can", "could", "how", "what", "why", "which", "would", "should")
)
_TELLING: Final = frozenset(
    ("not", "getting", "going", "still", "very", "really", "so", "just", "hardly", "barely", "only")
)
_OWN: Final = frozenset(("i", "my", "me", "mine", "his", "her", "he", "she", "this"))


class Polarity:
    """The sense of every word of one utterance."""

    def __init__(
        self, tokens: Sequence[str], mentions: Sequence[Mention], clauses: Sequence[Clause]
    ) -> None:
        self._tokens = tokens
        self._clauses = clauses
        self._content = [m for m in mentions if m.concept not in _GRAMMAR]
        self._negated = {
            m.start
            for m in self._content
            if m.end - m.start > 1 and tokens[m.start] in ("no", "not")
        }
        """Where something begins that says *no* itself: *no feeling*."""
        self.flips = [0] * len(tokens)
        """How many denials reach a word; *not without* makes two."""
        self.doubted = [False] * len(tokens)
        self.supposed = [False] * len(tokens)
        stops = {m.start for m in mentions if m.concept == "just"}
        deniers = [m for m in mentions if m.concept in ("not", "none")]
        agreed = [m.start for m in mentions if m.concept == "yes"]
        self._listed: set[int] = set()
        """Where a *no* is one of several answers: *tingling no, pain yes*."""
        self.answering = {m.start for m in deniers if self._answers(m, agreed)}
        """Where a *no* answers and denies nothing after it."""
        for number, denier in enumerate(deniers):
            if self._undone(number, deniers):
                continue
            if denier.start in self.answering:
                self._deny_before(denier, mentions)
                continue
            later = deniers[number + 1] if number + 1 < len(deniers) else None
            self._deny_after(denier, later, stops)
        for mention in mentions:
            if mention.concept == "unsure":
                self._spread(mention, self.doubted, stops)
            elif mention.concept == "supposed":
                self._spread(mention, self.supposed, ())
        for clause in clauses:
            if self._asks(clause):
                self.supposed[clause.start : clause.end] = [True] * (clause.end - clause.start)

    def of(self, mention: Mention) -> str:
        at = mention.start
        if self.supposed[at]:
            return SUPPOSED
        if self.doubted[at]:
            return DOUBTED
        return DENIED if self.flips[at] % 2 and at not in self._negated else SAID

    def _end(self, at: int) -> int:
        return next(c.end for c in self._clauses if c.start <= at < c.end)

    def _asks(self, clause: Clause) -> bool:
        """*Are pins and needles dangerous*; not *why has my leg gone numb*."""
        words = self._tokens[clause.start : clause.end]
        return (
            len(words) > 2
            and words[0] in _ASKING
            and words[1] not in _TELLING
            and not _OWN.intersection(words)
        )

    def _undone(self, number: int, deniers: Sequence[Mention]) -> bool:
        """*Can't cough without yelping*: neither word denies."""
        near = deniers[max(0, number - 1) : number + 2]
        with_out = [d for d in near if self._tokens[d.start] == "without"]
        return len(near) > 1 and any(
            self._end(d.start) == self._end(deniers[number].start)
            and (d.start > near[0].start and d.start >= deniers[number].start)
            for d in with_out
        )

    def _answers(self, denier: Mention, agreed: Sequence[int]) -> bool:
        """A bare *no* that answers, rather than the *no* of *no numbness*."""
        if self._tokens[denier.start : denier.end] not in (("no",), ("none",), ("never",)):
            return False
        if denier.end == len(self._tokens):
            return True
        if self._tokens[denier.start] != "no":
            return False
        clause = next(c for c in self._clauses if c.start <= denier.start < c.end)
        named = any(clause.start <= m.start < denier.start for m in self._content)
        listed = named and any(denier.end < start < clause.end for start in agreed)
        if listed:
            self._listed.add(denier.start)
        denies = any(denier.end <= m.start < clause.end for m in self._content)
        return listed or not denies or self._tokens[denier.end] in _SUBJECTS

    def _deny_before(self, denier: Mention, mentions: Sequence[Mention]) -> None:
        """*Numbness no*: a denial may follow what it denies, if that is no statement."""
        ends = denier.end == len(self._tokens) or self._tokens[denier.end] in _SUBJECTS
        if not (ends or denier.start in self._listed):
            return
        clause = next(c for c in self._clauses if c.start <= denier.start < c.end)
        answered = [
            m.end
            for m in mentions
            if m.concept in ("yes", "no", "not", "none") and clause.start <= m.start < denier.start
        ]
        before = range(max([clause.start, *answered]), denier.start)
        named = [m for m in self._content if m.start in before]
        if not named or any(self._tokens[i] in _VERBS for i in before):
            return
        for i in before:
            self.flips[i] = max(self.flips[i], 1)

    def _deny_after(self, denier: Mention, later: Mention | None, stops: set[int]) -> None:
        determiner = denier.concept == "none"
        end = self._end(denier.start)
        concord = False
        if later is not None and later.start < end:
            between = range(denier.end, later.start)
            if determiner or any(m.start in between for m in self._content):
                end = later.start
            elif later.concept == "none":
                concord = True
        named = [m.start for m in self._content if denier.end <= m.start < end]
        for i in range(denier.end, end):
            if named and named[0] < i and self._renews(denier.end, i):
                break
            if determiner and i in self._negated:
                break
            if i in stops and i > denier.end:
                break
            if determiner and i > denier.end and self._tokens[i] in _VERBS - {"been"}:
                break
            if concord and later is not None and i >= later.start:
                break
            self.flips[i] += 1

    def _renews(self, first: int, at: int) -> bool:
        """*Not the fever, the crash*."""
        the = self._tokens[first] == self._tokens[at] == "the"
        return the and self._tokens[at - 1] not in _PREPOSITIONS

    def _spread(self, mention: Mention, marks: list[bool], stops: set[int] | tuple[()]) -> None:
        end = self._end(mention.start)
        if mention.end == end and end < len(self._tokens):
            following = next(c for c in self._clauses if c.start == end)
            if following.link == "" or self._tokens[mention.end - 1] in ("if", "whether"):
                end = following.end
        named = any(mention.end <= m.start < end for m in self._content)
        start = mention.end if named or end != len(self._tokens) else self._start(mention.start)
        for i in range(start, end):
            if i in stops and i > mention.end:
                break
            marks[i] = True

    def _start(self, at: int) -> int:
        return next(c.start for c in self._clauses if c.start <= at < c.end)
