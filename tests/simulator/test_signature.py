"""Only what Alexa signed is answered: every way to forge a request is refused, nothing is run."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from flask import Flask

from simulator.chains import FAILURE_KEPT_FOR, MOST_KEPT, Chains, NoChain, trusted_roots
from simulator.endpoint import mount
from simulator.signature import Refused, Signature, chain_url
from spasm_guide.alexa.guard import EventFailed

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
SKILL = "amzn1.ask.skill.ours"
DAY = timedelta(days=1)


class Authority:
    """A certificate authority of one's own: root, one in between, and what they sign."""

    def __init__(self, name="Test"):
        self.root_key, self.key = ec.generate_private_key(ec.SECP256R1()), _rsa()
        self.root = _certificate(f"{name} root", self.root_key, self.root_key, f"{name} root", ca=1)
        self.between = _certificate(f"{name} CA", self.key, self.root_key, f"{name} root", ca=0)

    def chain(self, key, *names, start=-DAY, end=DAY):
        leaf = _certificate(
            names[0], key, self.key, self.between.subject, names=names, start=start, end=end
        )
        return b"".join(each.public_bytes(Encoding.PEM) for each in (leaf, self.between))


def _rsa():
    return rsa.generate_private_key(65537, 2048)


def _certificate(subject, key, signing_key, issuer, *, ca=None, names=(), start=-DAY, end=DAY):
    issuer = issuer if isinstance(issuer, x509.Name) else _name(issuer)
    is_ca = ca is not None
    unused = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    usage = dict.fromkeys((*unused, "encipher_only", "decipher_only"), False)
    public, signer = key.public_key(), signing_key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + start)
        .not_valid_after(NOW + end)
        .add_extension(x509.BasicConstraints(is_ca, ca), critical=True)
        .add_extension(
            x509.KeyUsage(digital_signature=True, key_cert_sign=is_ca, crl_sign=is_ca, **usage),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)
    )
    if names:
        alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(alternatives, False).add_extension(purposes, False)
    return builder.sign(signing_key, SHA256())


def _name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


AUTHORITY, KEY = Authority(), _rsa()
GOOD = AUTHORITY.chain(KEY, "echo-api.amazon.com")


class Endpoint:
    def __init__(self, chain=GOOD, skill_id=SKILL):
        self.ran: list = []
        self.logged: list = []
        app = Flask("endpoint")
        app.config["MAX_CONTENT_LENGTH"] = 512 * 1024
        signature = Signature(
            [AUTHORITY.root], Chains(lambda url: chain), skill_id, clock=lambda: NOW
        )
        self.handle = self._handle
        mount(app, lambda event, _: self.handle(event, _), signature, self.logged.append)
        self.client = app.test_client()

    def _handle(self, event, context):
        self.ran.append(event)
        return {"version": "1.0", "response": {"shouldEndSession": True}}

    def post(self, body=None, key=KEY, headers=None):
        body = event() if body is None else body
        signature = base64.b64encode(key.sign(body, padding.PKCS1v15(), SHA256())).decode()
        sent = {"SignatureCertChainUrl": URL, "Signature-256": signature, **(headers or {})}
        return self.client.post("/alexa", data=body, headers={k: v for k, v in sent.items() if v})

    def refuses(self, why, status=400, **request):
        assert self.post(**request).status_code == status
        assert self.ran == [], "a refused request was executed"
        assert why is None or self.logged == [{"event": "refused", "why": why}]
        return True


def event(timestamp=NOW, skill_id=SKILL, kind="LaunchRequest", **more):
    request = {"type": kind, "timestamp": timestamp.isoformat().replace("+00:00", "Z")}
    context = {"System": {"application": {"applicationId": skill_id}}}
    return json.dumps({"version": "1.0", "request": request, "context": context, **more}).encode()


def test_a_well_signed_request_is_answered():
    endpoint = Endpoint()
    answer = endpoint.post()
    assert answer.status_code == 200
    assert answer.json["version"] == "1.0"
    assert [each["request"]["type"] for each in endpoint.ran] == ["LaunchRequest"]
    assert endpoint.logged == []


def test_a_tampered_body_is_refused():
    endpoint = Endpoint()
    signature = base64.b64encode(KEY.sign(event(), padding.PKCS1v15(), SHA256())).decode()
    assert endpoint.refuses(
        "signature", body=event(more="tampered"), headers={"Signature-256": signature}
    )


@pytest.mark.parametrize("header", ["SignatureCertChainUrl", "Signature-256"])
def test_a_missing_header_is_refused(header):
    assert Endpoint().refuses(None, headers={header: None})


def test_a_signature_that_is_no_base64_is_refused():
    assert Endpoint().refuses("signature", headers={"Signature-256": "%%%"})


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["*.amazon.com"], "signer"),
        (["echo-api.amazon.org"], "chain"),
        (["echo-api.amazon.com.elsewhere.example"], "chain"),
    ],
)
def test_a_certificate_for_another_name_or_a_wildcard_is_refused(names, why):
    assert Endpoint(AUTHORITY.chain(KEY, *names)).refuses(why)


@pytest.mark.parametrize(("start", "end"), [(-3 * DAY, -DAY), (DAY, 3 * DAY)])
def test_an_expired_or_future_certificate_is_refused(start, end):
    chain = AUTHORITY.chain(KEY, "echo-api.amazon.com", start=start, end=end)
    assert Endpoint(chain).refuses("chain")


def test_a_chain_of_ones_own_making_is_refused():
    assert Endpoint(Authority("Forged").chain(KEY, "echo-api.amazon.com")).refuses("chain")


def test_a_signer_that_signed_itself_is_refused():
    alone = _certificate(
        "echo-api.amazon.com", KEY, KEY, "echo-api.amazon.com", names=["echo-api.amazon.com"]
    )
    assert Endpoint(alone.public_bytes(Encoding.PEM)).refuses("chain")


@pytest.mark.parametrize("chain", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nx"])
def test_what_is_no_chain_is_refused(chain):
    assert Endpoint(chain).refuses("chain")


def test_another_keys_signature_is_refused():
    assert Endpoint().refuses("signature", key=_rsa())


@pytest.mark.parametrize("seconds", [-151, 151])
def test_an_old_or_future_request_is_refused(seconds):
    assert Endpoint().refuses("timestamp", body=event(NOW + timedelta(seconds=seconds)))


@pytest.mark.parametrize("seconds", [-150, 150])
def test_a_request_within_the_tolerance_is_answered(seconds):
    assert Endpoint().post(event(NOW + timedelta(seconds=seconds))).status_code == 200


def test_skill_events_may_be_an_hour_late():
    late = event(NOW - timedelta(seconds=3599), kind="AlexaSkillEvent.SkillDisabled")
    assert Endpoint().post(late).status_code == 200


def test_a_request_for_another_skill_is_refused():
    assert Endpoint().refuses("skill_id", body=event(skill_id="amzn1.ask.skill.foreign"))


def test_without_a_skill_id_of_our_own_every_request_is_refused():
    assert Endpoint(skill_id=None).refuses("skill_id")


@pytest.mark.parametrize("body", [b"no json", b"[]", b"{}", b'{"request": 1}', b"\xef\xbb\xbf{}"])
def test_what_is_signed_but_no_request_is_refused(body):
    assert Endpoint().refuses("malformed", body=body)


def test_bytes_that_are_no_text_are_refused():
    assert Endpoint().refuses("encoding", body=b'{"request": "\xff\xfe"}')


def test_a_body_of_ten_megabytes_is_refused_unread():
    assert Endpoint().refuses(None, status=413, body=b"x" * 10_000_000)


@pytest.mark.parametrize(
    "url",
    [
        "http://s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com:563/echo.api/cert.pem",
        "https://s3.amazonaws.com:99999/echo.api/cert.pem",
        "https://s3.amazonaws.com:x/echo.api/cert.pem",
        "https://notamazon.example/echo.api/cert.pem",
        "https://s3.amazonaws.com@notamazon.example/echo.api/cert.pem",
        "https://me@s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com/EcHo.aPi/cert.pem",
        "https://s3.amazonaws.com/invalid.path/cert.pem",
        "https://s3.amazonaws.com/echo.api/../other/cert.pem",
        "https://s3.amazonaws.com/echo.api/%2e%2e/other/cert.pem",
        "https://s3.amazonaws.com/echo.api/cert.pem?other",
        "https://s3.amazonaws.com/echo.api/",
        "https://[s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/" + 300 * "x",
        "s3.amazonaws.com/echo.api/cert.pem",
        "",
    ],
)
def test_a_chain_from_anywhere_else_is_not_fetched(url):
    with pytest.raises(Refused):
        chain_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://s3.amazonaws.com/echo.api/cert.pem",
        "HTTPS://s3.amazonaws.com:443/echo.api/cert.pem",
        "https://S3.AmazonAWS.com/echo.api/../echo.api/cert.pem",
    ],
)
def test_the_ways_amazon_may_write_its_own_url_are_taken(url):
    assert chain_url(url) == "https://s3.amazonaws.com/echo.api/cert.pem"


def test_nothing_of_a_refused_request_is_logged(capfd):
    endpoint = Endpoint()
    secret = "my leg is numb"
    endpoint.post(event(note=secret), key=_rsa())
    endpoint.post(event(note=secret), headers={"SignatureCertChainUrl": f"https://{secret}"})
    out = capfd.readouterr()
    assert secret not in out.out + out.err + str(endpoint.logged)


def test_an_event_that_failed_is_answered_as_failed_so_that_alexa_sends_it_again(capfd):
    endpoint = Endpoint()

    def fail(event, context):
        raise EventFailed("AlexaSkillEvent.SkillDisabled")

    endpoint.handle = fail
    assert endpoint.post(event(kind="AlexaSkillEvent.SkillDisabled")).status_code == 500
    assert "Traceback" not in capfd.readouterr().err


def test_a_chain_is_fetched_once_and_a_missing_one_not_at_once_again():
    asked, now = [], [0.0]

    def download(url):
        asked.append(url)
        if "missing" in url:
            raise TimeoutError
        return GOOD

    chains = Chains(download, lambda: now[0])
    assert [chains(URL), chains(URL)] == [GOOD, GOOD]
    for _ in range(2):
        with pytest.raises(NoChain):
            chains("missing")
    assert asked == [URL, "missing"]
    now[0] = FAILURE_KEPT_FOR + 1
    with pytest.raises(NoChain):
        chains("missing")
    assert len(asked) == 3


def test_made_up_urls_neither_grow_the_memory_nor_push_out_the_real_chain():
    asked = []

    def download(url):
        asked.append(url)
        if url != URL:
            raise OSError
        return GOOD

    chains = Chains(download)
    chains(URL)
    for n in range(10 * MOST_KEPT):
        with pytest.raises(NoChain):
            chains(str(n))
    assert chains(URL) == GOOD
    assert asked.count(URL) == 1
    assert len(chains._bad) <= MOST_KEPT


def test_roots_are_the_public_ones():
    names = " ".join(root.subject.rfc4514_string() for root in trusted_roots())
    assert "Amazon Root CA 1" in names
