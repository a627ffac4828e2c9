"""The web simulator at /, and the skill as a web service at POST /alexa.

The page answers only this computer. /alexa answers what Alexa signed for the skill whose id is
given, from wherever it comes.
"""

import argparse
import os
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .diary_store import data_folder, open_diary

if TYPE_CHECKING:
    from flask import Flask

HELP: Final = "the skill in a browser, and as a web service"
HOST: Final = "127.0.0.1"
MOST_BYTES: Final = 512 * 1024
"""Of a request; Alexa's stay under a quarter of it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--port", type=int, default=8080, help="where to listen (8080)")
    parser.add_argument("--data-dir", metavar="DIR", help="where the diary is kept")
    parser.add_argument(
        "--skill-id",
        metavar="ID",
        default=os.environ.get("SKILL_ID"),
        help="whose requests POST /alexa answers (SKILL_ID); without one it refuses all",
    )


def run(args: argparse.Namespace) -> int:
    try:
        from werkzeug.serving import WSGIRequestHandler, make_server
    except ImportError:
        print("spasm-guide: the web server is not installed; run: make serve", file=sys.stderr)
        return 1

    class Quiet(WSGIRequestHandler):
        def log_request(self, code: Any = "-", size: Any = "-") -> None:
            """A line a request would say nothing that the skill's own log does not."""

    app = make_app(data_folder(args.data_dir), args.skill_id)
    try:
        server = make_server(HOST, args.port, app, threaded=True, request_handler=Quiet)
    except (OSError, SystemExit, OverflowError):
        print(f"spasm-guide: port {args.port} cannot be used; try --port 8081", file=sys.stderr)
        return 1
    refusing = "" if args.skill_id else " (refuses everything until --skill-id is given)"
    print(f"The page:  http://{HOST}:{server.port}/", flush=True)
    print(f"For Alexa: POST http://{HOST}:{server.port}/alexa{refusing}", flush=True)
    server.serve_forever()
    return 0


def make_app(data: Path | None, skill_id: str | None, signature: Any = None) -> "Flask":
    """`signature` is what checks POST /alexa; tests give one that trusts their own authority."""
    from flask import Flask

    from spasm_guide.alexa.log import write
    from spasm_guide.bootstrap import build

    from .chains import Chains, trusted_roots
    from .endpoint import mount
    from .page import page
    from .rooms import Rooms
    from .signature import Signature

    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    diary = cache(partial(open_diary, data)) if data else None
    handler = build(diary=diary, log=write, skill_id=skill_id)
    mount(app, handler, signature or Signature(trusted_roots(), Chains(), skill_id), write)
    page(app, Rooms(data))
    return app
