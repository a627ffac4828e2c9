"""A caller, a diary in a file, and servers that answer as badly as servers can."""

import json
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep

import pytest

from simulator.alexa_api import TOKEN, Alerts, AlexaApi
from spasm_guide.conversation.reply import Task
from spasm_guide.services.tasks import Tasks
from spasm_guide.storage.sqlite import SqliteStore

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PEPPER = "a secret of this test"


@dataclass
class Person:
    locale: str = "en-US"
    now: datetime = NOON
    request_id: str = "amzn1.echo-api.request.1"
    user: str = "amzn1.ask.account.ann"
    person: str = ""
    device: str = "amzn1.ask.device.one"
    api_endpoint: str = "http://127.0.0.1:9"
    api_token: str = TOKEN


@pytest.fixture
def alexa():
    """Her services, as the simulator has them, and what is set there."""
    alerts = Alerts(zone="America/New_York")
    api = AlexaApi(alerts)
    yield api.endpoint, alerts
    api.close()


@pytest.fixture
def person(alexa):
    return Person(api_endpoint=alexa[0])


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "diary.sqlite")
    yield store
    store.close()


@pytest.fixture
def logged():
    return []


@pytest.fixture
def tasks(store, logged):
    return tasks_with(store, logged)


def tasks_with(store, logged=None):
    log = (logged if logged is not None else []).append
    diary = (lambda: (store, PEPPER)) if store else None
    return Tasks(diary, lambda what, locale: f"label of {what}", log)


def do(tasks, person, name, **data):
    return tasks(Task(name, data), person)


def _answering(status, body, wait=0.0):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            sleep(wait)
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            said = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_POST = do_GET

        def log_message(self, *args):
            pass

    return Handler


@pytest.fixture
def serving():
    """Start an HTTP server that always answers the same, and tell its address."""
    servers = []

    def serve(status=200, body="", wait=0.0):
        server = ThreadingHTTPServer(("127.0.0.1", 0), _answering(status, body, wait))
        server.daemon_threads = True
        server.block_on_close = False
        server.handle_error = lambda *args: None  # whoever asked has long given up
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def dripping():
    """A server that sends a byte now and then, for ever: every read succeeds, the answer never."""
    listener = socket.create_server(("127.0.0.1", 0))
    done: list[bool] = []

    def drip():
        try:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                while not done:
                    connection.sendall(b" ")
                    sleep(0.1)
        except OSError:
            pass

    Thread(target=drip, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    done.append(True)
    listener.close()
