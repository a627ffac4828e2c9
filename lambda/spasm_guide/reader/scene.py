"""One utterance taken apart: what each clause mentions, said or denied, of which body part."""

from collections.abc import Iterable, Sequence
from typing import Final

from spasm_guide.reader import amounts, times
from spasm_guide.reader.clauses import Clause, split
from spasm_guide.reader.lexicon import Mention, lexicon
from spasm_guide.reader.polarity import DENIED, DOUBTED, SAID, SUPPOSED, Polarity

PLACES: Final = frozenset(
    (
        "back",
        "leg",
        "legs",
        "shank",
        "buttock",
        "saddle",
        "elsewhere",
        "chest",
        "belly",
        "head",
        "both",
        "one_side",
    )
)
_SYMPTOMS: Final = ("pain", "numb", "weak", "weak_leg", "travel", "spasm", "stiff")
_SIDES: Final = frozenset(("both", "one_side"))
_EXCUSES: Final = frozenset(
    (
        "ice",
        "posture_numb",
        "exertion",
        "weather",
        "other_reason",
        "emotion",
        "tired",
        "old",
        "weak",
        "weak_leg",
    )
)
"""What explains something away, as far as it is said to."""
_COPULAS: Final = frozenset(
    ("is", "'s", "are", "was", "has", "have", "had", "feel", "feels", "felt", "goes", "go", "gone",
     "went", "keeps", "gets", "got", "that", "does", "do", "am", "were", "can", "could", "will",
     "would", "did")
)  # fmt: skip
_ORDER: Final = (SAID, DOUBTED, DENIED, SUPPOSED)


class Scene:
    def __init__(self, tokens: Sequence[str], asked: Iterable[str] = ()) -> None:
        self.tokens = tuple(tokens)
        self._asked = frozenset(asked)
        """What the open question asks, as concepts: `asking_weakness`, `asking_leg`."""
        found = lexicon().mentions(self.tokens)
        phrases = [m for m in found if m.concept in ("void", "new", "old", "ease", "constant")]
        spans = [
            t
            for t in (*times.find(self.tokens), *amounts.find(self.tokens))
            if not any(p.start <= t.start and t.end <= p.end and p[:2] != t[:2] for p in phrases)
        ]
        heights = [m for m in spans if m.concept == "height"]
        feet = [m for m in found if any(h.start < m.start < h.end for h in heights)]
        self.mentions: list[Mention] = sorted({*found, *spans} - set(feet))
        self.clauses: list[Clause] = split(self.tokens, self.mentions)
        self._polarity = Polarity(self.tokens, self.mentions, self.clauses)
        self.within: list[dict[str, list[Mention]]] = [{} for _ in self.clauses]
        for mention in self.mentions:
            self.within[self.clause_of(mention)].setdefault(mention.concept, []).append(mention)
        self._carried = self._carry()

    def clause_of(self, mention: Mention) -> int:
        return next(
            n for n, clause in enumerate(self.clauses) if clause.start <= mention.start < clause.end
        )

    def sense(self, mention: Mention) -> str:
        return self._polarity.of(mention)

    def answers(self, mention: Mention) -> bool:
        """Is this *no* an answer, and not the *no* of *no numbness*?"""
        return mention.start in self._polarity.answering

    def denies(self, at: int) -> bool:
        """Does a denial begin with this word?"""
        return any(m.start == at and m.concept == "not" for m in self.mentions)

    def has(self, clause: int, concepts: Iterable[str]) -> bool:
        here = self.within[clause]
        return any(c in here or c in self._carried[clause] for c in concepts)

    def says(self, clause: int, concepts: Iterable[str]) -> bool:
        """The same, of what is not denied, or of what the next clause names as the reason."""
        here = self.within[clause]
        if any(
            c in self._carried[clause] or any(self.sense(m) != DENIED for m in here.get(c, ()))
            for c in concepts
        ):
            return True
        reason = clause + 1
        return (
            reason < len(self.clauses)
            and self._explains(reason)
            and any(c in self.within[reason] and c in _EXCUSES for c in concepts)
        )

    def _explains(self, clause: int) -> bool:
        """*But that's the ice*, *it's only the weather*, *because my leg gave way*."""
        start, end, _ = self.clauses[clause]
        opening = [t for t in self.tokens[start : min(end, start + 4)] if t not in ("but", "and")]
        return opening[:1] == ["because"] or (
            opening[:1] in (["that"], ["it"], ["from"])
            and opening[1:2] in (["is"], ["was"], ["'s"], ["of"], ["the"])
        )

    def around(self, clause: int, concepts: Iterable[str]) -> bool:
        near = range(max(0, clause - 1), min(len(self.clauses), clause + 2))
        return any(self.has(n, concepts) for n in near)

    def anywhere(self, concepts: Iterable[str]) -> bool:
        return any(c in self._asked or any(c in here for here in self.within) for c in concepts)

    def joined(self, head: Mention, concepts: Iterable[str]) -> str | None:
        """The strongest sense in which one of these is said of the head, in its clause."""
        clause = self.clause_of(head)
        mentions = [m for c in concepts for m in self.within[clause].get(c, ())]
        if mentions and mentions[0].concept in PLACES:
            mentions = self._own_places(head, clause, mentions)
        if not mentions and any(c in self._carried[clause] for c in concepts):
            return SAID
        return min((self.sense(m) for m in mentions), key=_ORDER.index, default=None)

    def _own_places(self, head: Mention, clause: int, places: list[Mention]) -> list[Mention]:
        """*Pain in the chest and a numb foot*: no pain in the foot."""
        here = self.within[clause]
        reach = self._reach(head, here)
        parts = [m for c in PLACES - _SIDES for m in here.get(c, ())]
        touching = [m for m in parts if m.end == head.start]
        return [
            m
            for m in places
            if m.concept in _SIDES
            or head.start <= m.start < reach
            or (m in touching if touching else m.end <= head.start and self._subject(m, head))
        ]

    def _reach(self, head: Mention, here: dict[str, list[Mention]]) -> int:
        """Up to the next symptom, but *numbness weakness and pain in my leg* share the leg."""
        at = head.end
        later = (m for c in _SYMPTOMS for m in here.get(c, ()) if m.start >= head.end)
        for rival in sorted(later):
            if rival.start - at > 1:
                return rival.start
            at = max(at, rival.end)
        return len(self.tokens)

    def _subject(self, place: Mention, head: Mention) -> bool:
        """*My leg is numb*, *my leg hurts*."""
        between = self.tokens[place.end : head.start]
        return len(between) < 3 or any(token in _COPULAS for token in between)

    def impaired(self, mention: Mention) -> bool | None:
        """Of something a body can do: is it lost (True), well (False), or only spoken of (None)?"""
        here = self.within[self.clause_of(mention)]
        blocks = here.get("block", ())
        if any(self.sense(m) == DENIED for m in blocks):
            return False
        flips = self._polarity.flips[mention.start]
        flips += sum(1 for m in blocks if m.start < mention.start)
        well = [self.sense(m) for m in here.get("well", ())]
        if (
            flips % 2
            or DENIED in well
            or any(self.sense(m) == SAID for m in here.get("ruined", ()))
        ):
            return True
        able = any(self.tokens[m.end : m.end + 1] != ("not",) for m in here.get("can", ()))
        return False if SAID in well or flips == 2 or able else None

    def _carry(self) -> list[frozenset[str]]:
        """A clause that names no body part speaks of the part named before it; else nowhere."""
        carried: list[frozenset[str]] = []
        last: frozenset[str] = frozenset()
        for here in self.within:
            named = PLACES & here.keys()
            if named:
                last = frozenset(named - {"legs"})
                carried.append(frozenset())
            else:
                carried.append(last or frozenset(("nowhere",)))
        return [
            parts | {"elliptic"} if self._elliptic(clause) else parts
            for parts, clause in zip(carried, self.clauses, strict=True)
        ]

    def _elliptic(self, clause: Clause) -> bool:
        """*The left cheek*, *down my leg*: no more than a part is named."""
        return not _COPULAS.intersection(self.tokens[clause.start : clause.end])
