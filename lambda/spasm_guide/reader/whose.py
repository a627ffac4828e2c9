"""Whose back is spoken of, and which clauses are about somebody else's ills."""

from typing import Final, NamedTuple

from spasm_guide.conversation.heard import Subject
from spasm_guide.reader.scene import Scene


class About(NamedTuple):
    subject: Subject | None
    others: frozenset[int]
    """Clauses about a person or an animal whose back is not the matter."""


_PEOPLE: Final = frozenset(("someone", "child", "acquaintance"))
_COMPLAINT: Final = (
    "pain", "spasm", "numb", "weak", "weak_leg", "back", "stiff", "hurt_event", "fall", "travel",
    "leg", "bladder_trouble",
)  # fmt: skip


def about(scene: Scene) -> About:
    clauses = range(len(scene.clauses))
    own = [n for n in clauses if scene.within[n].keys() & {"i", "mine"}]
    theirs = [n for n in clauses if n not in own and scene.within[n].keys() & _PEOPLE]
    animals = [n for n in clauses if _of_an_animal(scene, n)]
    others = set(clauses) if animals and not own and not theirs else set(animals)
    mine = any(_complains(scene, n) for n in own)
    idle = [n for n in theirs if not _complains(scene, n)]
    if mine:
        others.update(idle)
    elif not any(_complains(scene, n) for n in clauses):
        others.update(n for n in idle if "acquaintance" in scene.within[n])
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
