"""Ice and heat: how long, and never on skin that is numb."""

from typing import Any, Final

from spasm_guide.content.load import load
from spasm_guide.conversation.session import Session

NO_PACK_WITH: Final = ("numbness_tingling", "cauda_equina")
"""Skin that is numb cannot tell when ice or heat harms it."""


def no_pack(session: Session) -> bool:
    return any(session.answers.get(finding) in ("yes", "unsure") for finding in NO_PACK_WITH)


def most(pack: str) -> int:
    """Minutes that it may stay on."""
    return int(load("relief")["most"][pack])


def minutes(pack: str) -> dict[str, Any]:
    """How long, and after how long to look at the skin; empty where it is neither ice nor heat."""
    known = load("relief")["minutes"]
    return {"minutes": known[pack], "look": known["look"]} if pack in known else {}
