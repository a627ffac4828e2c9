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
    animals = [n for n in range(len(scene.clauses)) if _of_an_animal(scene, n)]
    others = set(animals)
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


def _of_an_animal(scene: Scene, clause: int) -> bool:
    """*The dog's leg is weak*, but not *the dog pulled me over* or *i tripped over the dog*."""
    animals = scene.within[clause].get("animal", ())
    start, end, _ = scene.clauses[clause]
    people = ("i", "me", "she", "he", "him", "we", "us")
    return any(
        animal.start - start <= 2 and not any(t in people for t in scene.tokens[start:end])
        for animal in animals
    )
