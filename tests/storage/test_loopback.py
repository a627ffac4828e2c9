"""What the tests start for themselves must not be open to the network they happen to run in."""

import socket
from urllib.parse import urlsplit

import pytest


def addresses():
    """This computer's addresses that others can reach."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return []
        found = probe.getsockname()[0]
    return [] if found.startswith("127.") or found == "0.0.0.0" else [found]


@pytest.mark.skipif(not addresses(), reason="this computer has no other address")
def test_the_tests_database_listens_to_this_computer_alone(dynamodb_server):
    port = urlsplit(dynamodb_server).port
    socket.create_connection(("127.0.0.1", port), 2).close()
    for address in addresses():
        with pytest.raises(OSError):
            socket.create_connection((address, port), 2)
