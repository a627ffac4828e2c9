"""The web simulator at /, and the skill as a web service at POST /alexa.

The page answers only this computer. /alexa answers what Alexa signed for the skill whose id is
given, from wherever it comes: on a port of its own, so that a tunnel to it opens nothing else.
"""

import argparse
import os
import sys
from functools import cache, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from .diary_store import data_folder, open_diary

if TYPE_CHECKING:
    from flask import Flask

HELP: Final = "the skill in a browser, and as a web service"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--port", type=int, default=8080, help="where to listen (8080)")
    parser.add_argument(
        "--alexa-port", type=int, metavar="PORT", help="where /alexa listens (the next port)"
    )
    parser.add_argument("--data-dir", metavar="DIR", help="where the diary is kept")
    parser.add_argument(
        "--skill-id",
        metavar="ID",
        default=os.environ.get("SKILL_ID"),
        help="whose requests POST /alexa answers (SKILL_ID); without one it refuses all",
    )


def run(args: argparse.Namespace) -> int:
    from .listening import HOST, Unusable, listen

    data = data_folder(args.data_dir)
    ports = [args.port]
    try:
        apps = [make_page(data)]
        if args.skill_id:
            apps.append(make_endpoint(data, args.skill_id))
            ports.append(args.alexa_port or (args.port and args.port + 1))
        else:
            make_endpoint(data, None, app=apps[0])
        servers = [listen(app, port) for app, port in zip(apps, ports, strict=True)]
    except ImportError:
        print("spasm-guide: the web server is not installed; run: make serve", file=sys.stderr)
        return 1
    except Unusable:
        print(
            f"spasm-guide: port {' or '.join(map(str, ports))} cannot be used; try --port 8090",
            file=sys.stderr,
        )
        return 1
    refusing = "" if args.skill_id else " (refuses everything until --skill-id is given)"
    page, endpoint = servers[0], servers[-1]
    print(f"The page:  http://{HOST}:{page.effective_port}/", flush=True)
    print(f"For Alexa: POST http://{HOST}:{endpoint.effective_port}/alexa{refusing}", flush=True)
    if args.skill_id:
        Thread(target=endpoint.run, daemon=True).start()
    page.run()
    return 0


def make_page(data: Path | None) -> "Flask":
    from .acts import Acts
    from .page import page

    app = _app()
    page(app, Acts(data))
    return app


def make_endpoint(
    data: Path | None, skill_id: str | None, signature: Any = None, app: "Flask | None" = None
) -> "Flask":
    """`signature` is what checks a request; tests give one that trusts their own authority."""
    from spasm_guide.alexa.log import write
    from spasm_guide.bootstrap import build

    from .chains import Chains, trusted_roots
    from .endpoint import mount
    from .signature import Signature

    app = app or _app()
    diary = cache(partial(open_diary, data)) if data else None
    handler = build(diary=diary, log=write, skill_id=skill_id)
    mount(app, handler, signature or Signature(trusted_roots(), Chains(), skill_id), write)
    return app


def _app() -> "Flask":
    from flask import Flask

    from .listening import MOST_BYTES

    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    return app
