"""Certificate chains fetched from Amazon and kept, so that a flood of requests fetches little."""

import ssl
import threading
import time
import urllib.request
import warnings
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any, Final

import certifi
from cryptography import x509

SECONDS: Final = 3.0
MOST_BYTES: Final = 65_536
MOST_KEPT: Final = 16
KEPT_FOR: Final = 24 * 3600.0
FAILURE_KEPT_FOR: Final = 60.0
MOST_DOWNLOADS: Final = 8
"""At one time; beyond that the request is refused rather than kept waiting."""

END: Final = b"-----END CERTIFICATE-----"

_Kept = OrderedDict[str, tuple[float, bytes]]


class NoChain(OSError):
    """The chain could not be had, now or a moment ago."""


class Chains:
    def __init__(
        self,
        download: Callable[[str], bytes] | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._download, self._seconds = download or fetch, seconds
        self._good: _Kept = OrderedDict()
        self._bad: _Kept = OrderedDict()
        """Apart from the good ones, so that made-up URLs cannot push those out."""
        self._free = threading.BoundedSemaphore(MOST_DOWNLOADS)

    def __call__(self, url: str) -> bytes:
        for kept in (self._good, self._bad):
            until, chain = kept.get(url, (0.0, b""))
            if until > self._seconds():
                return _some(chain)
        if not self._free.acquire(blocking=False):
            raise NoChain
        try:
            chain = self._download(url)
        except (OSError, HTTPException):
            chain = b""
        finally:
            self._free.release()
        kept, for_seconds = (self._good, KEPT_FOR) if chain else (self._bad, FAILURE_KEPT_FOR)
        kept[url] = (self._seconds() + for_seconds, chain)
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
        return _some(chain)


def _some(chain: bytes) -> bytes:
    if not chain:
        raise NoChain
    return chain


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could lead anywhere."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        raise NoChain


def fetch(url: str) -> bytes:
    trusted = urllib.request.HTTPSHandler(
        context=ssl.create_default_context(cafile=certifi.where())
    )
    with urllib.request.build_opener(trusted, _NoRedirect).open(url, timeout=SECONDS) as response:
        chain: Any = response.read(MOST_BYTES + 1)
    if len(chain) > MOST_BYTES:
        raise NoChain
    return bytes(chain)


def trusted_roots() -> list[x509.Certificate]:
    """The public roots, without the few that break today's rules."""
    blocks = Path(certifi.where()).read_bytes().split(END)
    roots = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for block in blocks[:-1]:
            with suppress(ValueError, Warning):
                roots.append(x509.load_pem_x509_certificate(block + END))
    return roots
