"""The web page answers only this computer; a flood of rubbish at /alexa changes nothing."""

import base64
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.client import HTTPConnection
from time import monotonic

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256

from simulator.chains import Chains
from simulator.listening import Unusable, listen
from simulator.page import TYPEFACE, WEB
from simulator.score import score
from simulator.serve import make_endpoint, make_page
from simulator.signature import Signature
from spasm_guide.speech import ssml
from tests.simulator.test_signature import AUTHORITY, KEY, NOW, SKILL, URL

HERE = {"base_url": "http://127.0.0.1:8080"}
OPEN = {"act": "open", "locale": "en-US", "device": "show"}


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """What a tunnel opens."""
    chain = AUTHORITY.chain(KEY, "echo-api.amazon.com")
    signature = Signature([AUTHORITY.root], Chains(lambda url: chain), SKILL, clock=lambda: NOW)
    return make_endpoint(tmp_path_factory.mktemp("data"), SKILL, signature)


@pytest.fixture
def endpoint(public):
    return public.test_client()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return make_page(tmp_path_factory.mktemp("data"))


@pytest.fixture
def client(page):
    return page.test_client()


@pytest.fixture
def listening(public):
    """The endpoint on a port of this computer."""
    server = listen(public, 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield int(server.effective_port)
    server.close()


def signed(request):
    now = NOW.isoformat().replace("+00:00", "Z")
    application = {"applicationId": SKILL}
    body = json.dumps(
        {
            "version": "1.0",
            "session": {"new": True, "sessionId": "s", "application": application, "user": {}},
            "context": {"System": {"application": application, "user": {}, "device": {}}},
            "request": {"requestId": "r", "timestamp": now, "locale": "en-GB", **request},
        }
    ).encode()
    signature = base64.b64encode(KEY.sign(body, padding.PKCS1v15(), SHA256())).decode()
    return body, {"SignatureCertChainUrl": URL, "Signature-256": signature}


def test_the_page_and_its_parts_are_served(client):
    for path in ("/", "/web/page.js", "/web/page.css", "/web/favicon.svg", "/about"):
        assert client.get(path, **HERE).status_code == 200
    assert client.get("/figures/cat_cow/chair.svg", **HERE).mimetype == "image/svg+xml"
    assert client.get("/figures/cat_cow/moon.svg", **HERE).status_code == 404
    assert client.get("/figures/handstand/floor.svg", **HERE).status_code == 404


def test_nothing_else_of_this_computer_is_served(client):
    for path in ("/web/../page.py", "/web/package.json", "/web/node_modules/x.js", "/web/%2e%2e/x"):
        assert client.get(path, **HERE).status_code == 404


def test_the_typeface_of_the_screens_is_served_where_npm_has_fetched_it(client):
    served = client.get("/typeface/400.woff2")
    fetched = (WEB / TYPEFACE).is_dir()
    assert (served.status_code, served.data[:4]) == ((200, b"wOF2") if fetched else (404, b"<!do"))
    assert client.get("/typeface/401.woff2").status_code == 404


def test_the_page_may_fetch_nothing_from_elsewhere(client):
    policy = client.get("/", **HERE).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_a_conversation_through_the_page(client):
    told = client.post("/talk", json=OPEN, **HERE).json
    assert told["turn"]["asking"] == "menu"
    assert told["response"]["response"]["directives"][0]["document"]["type"] == "APL"
    assert told["request"]["request"]["type"] == "LaunchRequest"
    said = {**OPEN, "act": "say", "words": "Check my back", "kept": told["kept"]}
    assert client.post("/talk", json=said, **HERE).json["turn"]["asking"] == "screen:life"


@pytest.mark.parametrize(
    "how",
    [
        {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
        {"headers": {"Host": "tunnel.example"}},
        {"headers": {"Origin": "https://other.example"}},
    ],
)
def test_from_elsewhere_the_page_is_shut(client, how):
    assert client.post("/talk", json=OPEN, **{**HERE, **how}).status_code == 403
    assert client.get("/", **{**HERE, **how}).status_code == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"act": "shout"}', b"\xff"])
def test_what_the_page_never_sends_is_refused(client, body):
    answer = client.post("/talk", data=body, content_type="application/json", **HERE)
    assert answer.status_code == 400


def test_a_form_of_another_site_cannot_speak_to_it(client):
    assert client.post("/talk", data=json.dumps(OPEN), **HERE).status_code == 415


def test_the_skill_itself_answers_a_signed_launch(endpoint):
    body, headers = signed({"type": "LaunchRequest"})
    answer = endpoint.post("/alexa", data=body, headers=headers)
    assert answer.status_code == 200
    assert answer.json["response"]["shouldEndSession"] is False
    assert "<speak>" in answer.json["response"]["outputSpeech"]["ssml"]


def test_a_request_of_an_unknown_kind_is_answered_as_lambda_would(endpoint):
    body, headers = signed({"type": "Alexa.NewThing"})
    answer = endpoint.post("/alexa", data=body, headers=headers)
    assert (answer.status_code, answer.json["response"]) == (200, {})


TRICKS = (
    *({"Host": host} for host in ("127.0.0.1:8080", "localhost", "[::1]", "tunnel.example", "")),
    *(
        {name: value}
        for name in (
            *("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "X-Client-IP"),
            *("X-Originating-IP", "X-Remote-IP", "X-Remote-Addr", "CF-Connecting-IP"),
            *("True-Client-IP", "X-Host", "X-Forwarded-Server", "X-HTTP-Host-Override"),
        )
        for value in ("127.0.0.1", "localhost")
    ),
    *({name: "/"} for name in ("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")),
    {"Forwarded": "for=127.0.0.1;host=localhost;proto=http"},
    {"X-HTTP-Method-Override": "GET"},
    {"Origin": "http://127.0.0.1:8080"},
    {"Referer": "http://127.0.0.1:8080/"},
    {"Upgrade": "websocket", "Connection": "Upgrade"},
)
PATHS = ("/", "/talk", "/about", "/web/page.js", "/web/../page.py", "//127.0.0.1:8080/", "/%2e/")


@pytest.mark.parametrize("trick", TRICKS, ids=str)
def test_no_header_opens_the_page_where_a_tunnel_leads(listening, trick):
    for path in PATHS:
        for method in ("GET", "POST"):
            status, said = exchange(listening, method, path, json.dumps(OPEN).encode(), trick)
            assert status in (400, 404), (path, trick)
            assert b"page.js" not in said and b"turn" not in said
            if path == "/":
                assert status == 404 or trick.get("Host") == ""


def exchange(port, method, path, body, headers):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, body, {"Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_the_page_has_no_endpoint_of_its_own_beside_the_public_one(client):
    assert client.post("/alexa", data=b"{}", **HERE).status_code in (404, 405)


def test_slow_and_silent_connections_hold_nobody_up(listening):
    body, headers = signed({"type": "LaunchRequest"})
    head = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n"
    started = (b"", b"POST", head, head + b"\r\n{")
    slow = []
    try:
        for number in range(400):
            slow.append(socket.create_connection(("127.0.0.1", listening), 5))
            slow[-1].sendall(started[number % len(started)])
        began = monotonic()
        for _ in range(5):
            assert exchange(listening, "POST", "/alexa", body, headers)[0] == 200
        assert monotonic() - began < 5
    finally:
        for each in slow:
            each.close()


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/alexa", b"\0", 400),
        ("/alexa", b'{"request": "\0"}', 400),
        ("/alexa", b"[" * 100_000, 400),
        ("/alexa", b'{"a":' * 50_000 + b"1" + b"}" * 50_000, 400),
        ("/alexa", b"\xef\xbb\xbf{}", 400),
        ("/alexa/", b"{}", 404),
        ("/alexa/%00", b"{}", 404),
        ("/alexa%00", b"{}", 404),
        ("/alexa", b" " * 600_000, 413),
    ],
)
def test_what_is_signed_but_strange_gets_a_clear_no(endpoint, path, body, status, capfd):
    signature = base64.b64encode(KEY.sign(body, padding.PKCS1v15(), SHA256())).decode()
    headers = {"SignatureCertChainUrl": URL, "Signature-256": signature}
    assert endpoint.post(path, data=body, headers=headers).status_code == status
    assert "Traceback" not in capfd.readouterr().err


def test_a_signed_request_with_a_byte_order_mark_is_refused(endpoint):
    body = b"\xef\xbb\xbf" + signed({"type": "LaunchRequest"})[0]
    signature = base64.b64encode(KEY.sign(body, padding.PKCS1v15(), SHA256())).decode()
    headers = {"SignatureCertChainUrl": URL, "Signature-256": signature}
    assert endpoint.post("/alexa", data=body, headers=headers).status_code == 400


def test_strange_paths_and_bodies_get_a_clear_no_from_the_page_too(client):
    assert client.get("/web/%00", **HERE).status_code == 404
    deep = b"[" * 100_000
    kind = "application/json"
    assert client.post("/talk", data=deep, content_type=kind, **HERE).status_code == 400


def test_a_port_that_is_taken_or_none_is_said(listening, page):
    for port in (listening, 99_999, -1):
        with pytest.raises(Unusable):
            listen(page, port)


def test_a_flood_of_malformed_requests_leaves_the_good_ones_answered(listening, capfd):
    body, headers = signed({"type": "LaunchRequest"})

    def post(sent, more):
        return exchange(listening, "POST", "/alexa", sent, more)[0]

    bad = [b"", b"{", b"\xff\xfe", b"x" * 5000, body]
    before = threading.active_count()
    with ThreadPoolExecutor(8) as pool:
        refused = [pool.submit(post, bad[n % len(bad)], {"Signature-256": "x"}) for n in range(200)]
        answered = [pool.submit(post, body, headers) for _ in range(20)]
        assert {each.result() for each in refused} == {400}
        assert {each.result() for each in answered} == {200}
    assert threading.active_count() <= before + 1
    assert "LaunchRequest" not in capfd.readouterr().err


def test_a_score_lasts_as_long_as_the_speech():
    spoken = (
        '<speak>One. <break time="2s"/><prosody rate="80%">Two, <break time="500ms"/> '
        '<sub alias="triple zero">000</sub> <say-as interpret-as="digits">911</say-as>.</prosody>'
        "</speak>"
    )
    notes = score(spoken)
    assert [note.text for note in notes] == ["One.", "Two,", "triple zero 911."]
    assert [note.pause for note in notes] == [2.0, 0.5, 0.0]
    total = notes[-1].at + notes[-1].seconds
    assert abs(total - ssml.listen(spoken).seconds) < 0.2


def test_the_clock_of_the_endpoint_is_the_real_one_by_default():
    signature = Signature([AUTHORITY.root], Chains(lambda url: b""), SKILL)
    assert abs((signature._clock() - datetime.now(UTC)).total_seconds()) < 5
