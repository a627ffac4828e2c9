"""What phrases are taken to mean, each on its own. Reads {"state": ..., "text": ...} a line."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from .lines import BadLine, as_json, each_object
from .options import ears, locale, misroute
from .states import asking_in

HELP: Final = "what a phrase is taken to mean"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    locale(parser)
    misroute(parser)


def run(args: argparse.Namespace) -> int:
    understand = _understanding(args)
    return each_object(lambda case: (as_json if args.json else _in_words)(understand(case)))


def _understanding(args: argparse.Namespace) -> Callable[[dict[str, Any]], dict[str, Any]]:
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_sdk_model.request_envelope import RequestEnvelope

    from spasm_guide.alexa.request import hear
    from spasm_guide.bootstrap import listen
    from spasm_guide.conversation.session import Session

    from .envelopes import Account, envelope, intent

    serializer, recogniser, account = DefaultSerializer(), ears(args), Account(args.locale)

    def understand(case: dict[str, Any]) -> dict[str, Any]:
        state, text = case.get("state"), case.get("text")
        session = Session(asking=asking_in(state))
        if not isinstance(text, str) or not text.strip():
            raise BadLine('"text" is missing or empty')
        said = recogniser.recognise(text)
        request = intent(said.intent, said.slots)
        sent = envelope(account, request, datetime.now(UTC), {"new": False, "sessionId": "local"})
        heard = hear(serializer.deserialize(as_json(sent), RequestEnvelope), session, None, listen)
        return {
            "state": state,
            "text": text,
            "intent": said.intent,
            "slots": said.values,
            "meaning": heard.meaning,
            "answers": dict(heard.answers),
            "sign": heard.sign,
            "stretch": heard.stretch,
            "topic": heard.topic,
        }

    return understand


def _in_words(found: dict[str, Any]) -> str:
    parts = [f"{finding}: {answer}" for finding, answer in found["answers"].items()]
    parts += [found[name] for name in ("sign", "stretch", "topic") if found[name]]
    return f"{found['text']} -> {found['meaning']}" + (f" ({', '.join(parts)})" if parts else "")
