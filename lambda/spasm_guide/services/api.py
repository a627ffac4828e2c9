"""Alexa's own web services, at the address and with the token that came with the request."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

AMAZONS: Final = ".amazonalexa.com"
THIS_COMPUTER: Final = ("127.0.0.1", "localhost")
MOST_READ: Final = 100_000
"""Bytes of an answer; theirs have a few hundred."""


class ApiFailed(Exception):
    """No usable answer came."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any


def call(
    endpoint: str, token: str, method: str, path: str, timeout: float, body: Any = None
) -> Answer:
    """One request, no redirects: the token goes nowhere else."""
    import http.client

    sent = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection = _connection(endpoint, timeout)
    try:
        connection.request(method, path, sent, headers)
        response = connection.getresponse()
        said = response.read(MOST_READ)
        return Answer(response.status, json.loads(said) if said else None)
    except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
        raise ApiFailed from error
    finally:
        connection.close()


def code(answer: Answer) -> str:
    """What Alexa calls the fault, in capitals; empty where she says nothing of the kind."""
    body = answer.body if isinstance(answer.body, Mapping) else {}
    return str(body.get("code") or "").upper()


def _connection(endpoint: str, timeout: float) -> Any:
    """Raise ApiFailed for an address that is not Amazon's, nor this computer's."""
    from http.client import HTTPConnection, HTTPSConnection

    try:
        address = urlsplit(endpoint)
        host, port = address.hostname or "", address.port
    except ValueError as error:
        raise ApiFailed from error
    if address.scheme == "https" and host.endswith(AMAZONS):
        return HTTPSConnection(host, port, timeout=timeout)
    if address.scheme == "http" and host in THIS_COMPUTER:
        return HTTPConnection(host, port, timeout=timeout)
    raise ApiFailed
