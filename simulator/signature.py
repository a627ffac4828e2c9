"""Whether a request really comes from Alexa: URL, certificate chain, body signature, age.

In place of the SDK's own verifier, whose chain check needs oscrypto, and that cannot be imported
where OpenSSL's patch version has two digits: current Debian and Ubuntu. There is no switch to
turn it off.
"""

import base64
import binascii
import json
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

URL_HEADER: Final = "SignatureCertChainUrl"
SIGNATURE_HEADER: Final = "Signature-256"
HOST: Final = "s3.amazonaws.com"
PATH: Final = re.compile(r"/echo\.api/[\w./-]+", re.ASCII)
"""Without percent signs: what they hide has not been normalised."""
SIGNER: Final = "echo-api.amazon.com"
LONGEST_URL: Final = 300
TOLERANCE: Final = 150.0
EVENT_TOLERANCE: Final = 3600.0
"""Skill events are sent again for up to an hour."""

Clock = Callable[[], datetime]
Fetch = Callable[[str], bytes]
"""The PEM chain behind a URL; raises OSError where it cannot be had."""


class Refused(Exception):
    """The request is not to be answered; the message is one word that names the check."""


class Signature:
    """One instance serves all requests: `check` raises Refused, or returns the parsed body."""

    def __init__(
        self,
        roots: list[x509.Certificate],
        fetch: Fetch,
        skill_id: str | None,
        clock: Clock = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._fetch, self._skill_id, self._clock = Store(roots), fetch, skill_id, clock

    def check(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """The signature first: nothing of an unsigned body is parsed."""
        url = chain_url(headers.get(URL_HEADER))
        signature = _decoded(headers.get(SIGNATURE_HEADER))
        try:
            chain = x509.load_pem_x509_certificates(self._fetch(url))
        except (OSError, ValueError) as fault:
            raise Refused("chain") from fault
        key = self._key_of_signer(chain)
        try:
            key.verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature as fault:
            raise Refused("signature") from fault
        return self._fresh_and_ours(body)

    def _key_of_signer(self, chain: Sequence[x509.Certificate]) -> RSAPublicKey:
        leaf, *between = chain
        policy = PolicyBuilder().store(self._store).time(self._clock())
        try:
            verifier = policy.build_server_verifier(x509.DNSName(SIGNER))
            verifier.verify(leaf, between)
            names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        except (VerificationError, x509.ExtensionNotFound, ValueError) as fault:
            raise Refused("chain") from fault
        # The policy would take a wildcard for the name.
        if SIGNER not in names.get_values_for_type(x509.DNSName):
            raise Refused("signer")
        key = leaf.public_key()
        if not isinstance(key, RSAPublicKey):
            raise Refused("key")
        return key

    def _fresh_and_ours(self, body: bytes) -> dict[str, Any]:
        try:
            event = json.loads(body.decode())  # as text: a mark of byte order is no JSON
            request = event["request"]
            sent = datetime.fromisoformat(request["timestamp"])
            age = abs((self._clock() - sent).total_seconds())
            kind = str(request["type"])
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as fault:
            raise Refused("malformed") from fault
        if age > (EVENT_TOLERANCE if kind.startswith("AlexaSkillEvent.") else TOLERANCE):
            raise Refused("timestamp")
        if not self._skill_id or _application_of(event) != self._skill_id:
            raise Refused("skill_id")
        return dict(event)


def chain_url(url: str | None) -> str:
    """The URL as it may be fetched, made anew from its path alone."""
    if not url or len(url) > LONGEST_URL:
        raise Refused("url")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise Refused("url") from fault
    path = posixpath.normpath(parts.path)
    known = parts.scheme == "https" and parts.hostname == HOST and port in (None, 443)
    extras = parts.query or parts.fragment or parts.username or parts.password
    if not known or extras or not PATH.fullmatch(path):
        raise Refused("url")
    return f"https://{HOST}{path}"


def _decoded(signature: str | None) -> bytes:
    try:
        return base64.b64decode(signature or "", validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Refused("signature") from fault


def _application_of(event: Mapping[str, Any]) -> str:
    try:
        application = event["context"]["System"]["application"]["applicationId"]
    except (KeyError, TypeError):
        raise Refused("skill_id") from None
    return str(application)
