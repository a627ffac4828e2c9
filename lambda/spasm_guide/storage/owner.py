"""Who somebody is to the store: a keyed hash, so that the table alone tells nobody's name."""

import hmac
from typing import Final

from spasm_guide.storage.store import Owner

LENGTH: Final = 40
"""Hexadecimal digits: 160 bits."""


def owner(pepper: str, account: str, person: str) -> Owner:
    return Owner(keyed(pepper, account), keyed(pepper, person) if person else "")


def keyed(pepper: str, identifier: str) -> str:
    return hmac.digest(pepper.encode(), identifier.encode(), "sha256").hex()[:LENGTH]
