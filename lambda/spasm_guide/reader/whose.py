"""Whose back is spoken of, and which clauses are about somebody else's ills."""

from typing import Final, NamedTuple

from spasm_guide.conversation.heard import Subject
from spasm_guide.reader.scene import Scene


class About(NamedTuple):
    subject: Subject | None
    others: frozenset[int]
    """Clauses about a person or an animal whose back is not the matter."""


_COMPLAINT: Final = ("pain", "spasm", "numb", "weak", "back", "stiff", "injury", "travel", "leg")


def about(scene: Scene) -> About:
    own = [n for n, here in enumerate(scene.within) if "self" in here or "mine" in here]
    people = [n for n, here in enumerate(scene.within) if here.keys() & {"someone", "child"}]
    animals = [n for n, here in enumerate(scene.within) if "animal" in here]
    others = {n for n in animals if "self" not in scene.within[n]}
    if animals and not own and not people:
        others = set(range(len(scene.clauses)))
    mine = any("mine" in scene.within[n] or _complains(scene, n) for n in own)
    theirs = [n for n in people if "self" not in scene.within[n]]
    if mine and theirs:
        others |= {n for n in theirs if not _complains(scene, n)}
    subject: Subject | None = None
    if theirs and not mine:
        child = any("child" in scene.within[n] for n in theirs)
        subject = "child" if child else "someone"
    elif own:
        subject = "self"
    return About(subject, frozenset(others))


def _complains(scene: Scene, clause: int) -> bool:
    return any(c in scene.within[clause] for c in _COMPLAINT)
