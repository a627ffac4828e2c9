"""The page's own routes. Nobody signs what comes to them, so they answer only this computer."""

import re
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, abort, jsonify, request

from spasm_guide.clinical.stretches import PLACES

from .acts import Acts, BadMessage
from .alexa_api import SCOPES
from .options import LOCALES
from .pictures import svg
from .stores import MOODS

WEB: Final = Path(__file__).resolve().parent / "web"
KINDS: Final = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".html": "text/html",
}
RENDERER: Final = Path("node_modules") / "apl-viewhost-web" / "index.js"
TYPEFACE: Final = Path("node_modules") / "@fontsource" / "open-sans" / "files"
"""Near the device's own, and the same everywhere: screens are laid out and tested with it."""
NAMES: Final = ("localhost", "127.0.0.1", "::1")
FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data:; media-src 'self' data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing is fetched from elsewhere."""
FONTS: Final = re.compile(rb"url\('https?://[^']*'\)")
OURS: Final = b"url('/typeface/400.woff2')"
"""The renderer would fetch Amazon's fonts; the page gives it its own instead."""


def page(app: Flask, acts: Acts) -> None:
    routes = Blueprint("page", __name__)

    @routes.before_request
    def only_here() -> None:
        """A tunnel to /alexa must not open this too, nor may another site's page talk to it."""
        if not _local(request.remote_addr) or any(name in request.headers for name in FORWARDED):
            abort(403)
        if urlsplit(f"//{request.host}").hostname not in NAMES:
            abort(403)
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            abort(403)

    @routes.after_request
    def nothing_foreign(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    @routes.get("/")
    def index() -> Response:
        return _file(WEB / "index.html")

    @routes.get("/web/<path:name>")
    def file(name: str) -> Response:
        if "\0" in name:
            abort(404)
        found = (WEB / name).resolve()
        inside = found.is_relative_to(WEB) and "node_modules" not in found.parts
        if not inside or found.suffix not in KINDS or not found.is_file():
            abort(404)
        return _file(found)

    @routes.get("/renderer.js")
    def renderer() -> Response:
        """Amazon's, where npm has fetched it. Its bytes are UTF-8 and must be said to be."""
        if not (WEB / RENDERER).is_file():
            abort(404)
        answer = Response(_renderer(), mimetype="text/javascript")
        answer.headers["Cache-Control"] = "max-age=3600"
        return answer

    @routes.get("/typeface/<int:weight>.woff2")
    def typeface(weight: int) -> Response:
        file = WEB / TYPEFACE / f"open-sans-latin-{weight}-normal.woff2"
        if not file.is_file():
            abort(404)
        answer = Response(file.read_bytes(), mimetype="font/woff2")
        answer.headers["Cache-Control"] = "max-age=3600"
        return answer

    @routes.get("/about")
    def about() -> Response:
        """What the page can offer."""
        scopes = {path.rpartition("/")[2]: scope for path, scope in SCOPES.items()}
        renderer = (WEB / RENDERER).is_file()
        return jsonify(locales=LOCALES, stores=[*MOODS], scopes=scopes, renderer=renderer)

    @routes.get("/figures/<stretch>/<place>.svg")
    def figure(stretch: str, place: str) -> Response:
        if place not in PLACES:
            abort(404)
        try:
            drawn = svg(stretch, place, 1.0)
        except KeyError:
            abort(404)
        return Response(drawn, mimetype="image/svg+xml")

    @routes.post("/talk")
    def talk() -> Response:
        try:
            return jsonify(acts.hear(request.get_json()))
        except (BadMessage, RecursionError):
            abort(400)

    app.register_blueprint(routes)


def _file(path: Path) -> Response:
    answer = Response(path.read_bytes(), mimetype=KINDS[path.suffix])
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@cache
def _renderer() -> bytes:
    return FONTS.sub(OURS, (WEB / RENDERER).read_bytes())


def _local(address: str | None) -> bool:
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False
