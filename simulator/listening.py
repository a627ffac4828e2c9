"""The web server: a connection that is slow or silent holds a place in a list, and no thread."""

import logging
import socket
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from flask import Flask

HOST: Final = "127.0.0.1"
PORTS: Final = range(65_536)
MOST_BYTES: Final = 512 * 1024
"""Of a request; Alexa's stay under a quarter of it."""
MOST_CONNECTIONS: Final = 900
"""Below the thousand files that a process may have open."""
SILENCE: Final = 10
"""Seconds without a byte until a connection is closed."""
THREADS: Final = 8
WAITING: Final = 512
"""Connections that the system keeps until we take them."""


class Unusable(Exception):
    """The port is taken, or is none."""


def listen(app: "Flask", port: int) -> Any:
    """A server that `run()` starts; its `effective_port` is the port that 0 became.

    What a proxy adds to a request is left in it: the page goes by it (page.py).
    """
    from waitress import create_server

    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    if port not in PORTS:
        raise Unusable
    try:
        here = socket.create_server((HOST, port), backlog=WAITING)
    except OSError as error:
        raise Unusable from error
    return create_server(
        app,
        map={},
        sockets=[here],
        threads=THREADS,
        backlog=WAITING,
        connection_limit=MOST_CONNECTIONS,
        channel_timeout=SILENCE,
        cleanup_interval=SILENCE // 2,
        max_request_body_size=MOST_BYTES,
        clear_untrusted_proxy_headers=False,
        asyncore_use_poll=True,
        ident=None,
    )
