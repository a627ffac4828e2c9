"""`POST /alexa`: the skill as a web service, for requests that Alexa signed.

flask-ask-sdk carries it. Its own verifier is left out (see signature.py), and it gets the skill as
Lambda has it: one guarded function of an event, so that both answer alike.
"""

import importlib
import json
import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any, Final

from ask_sdk_core.skill import CustomSkill
from flask import Flask, Response
from werkzeug.exceptions import BadRequest

from spasm_guide.alexa.guard import Handler
from spasm_guide.alexa.log import Log

from .signature import Refused, Signature

ROUTE: Final = "/alexa"


class _GuardedSkill(CustomSkill):
    """What the adapter asks of a skill and of its serializer, without parsing before the check."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self.custom_user_agent = None  # type: ignore[assignment]  # the SDK declares str
        self.serializer: Any = self

    def deserialize(self, payload: str, obj_type: type) -> str:
        return payload

    def invoke(self, request_envelope: Any, context: Any) -> Any:
        return self._handler(json.loads(request_envelope), context)

    def serialize(self, response: dict[str, Any]) -> dict[str, Any]:
        return response


def mount(app: Flask, handler: Handler, signature: Signature, log: Log) -> None:
    adapter_module = _import_adapter()
    refusal = importlib.import_module("ask_sdk_webservice_support.verifier").VerificationException

    class Verifier:
        def verify(
            self,
            headers: Mapping[str, str],
            serialized_request_env: str,
            deserialized_request_env: str,
        ) -> None:
            try:
                signature.check(headers, serialized_request_env.encode())
            except Refused as refused:
                log({"event": "refused", "why": str(refused)})
                raise refusal(str(refused)) from None

    app.config["ASK_SDK_VERIFY_SIGNATURE"] = app.config["ASK_SDK_VERIFY_TIMESTAMP"] = False
    adapter = adapter_module.SkillAdapter(
        skill=_GuardedSkill(handler), skill_id=ROUTE, verifiers=[Verifier()], app=app
    )
    # The adapter would log a traceback for every request that it refuses.
    app.logger.disabled = True

    @app.post(ROUTE)
    def alexa() -> Response:
        try:
            answered: Response = adapter.dispatch_request()
        except UnicodeDecodeError:
            log({"event": "refused", "why": "encoding"})
            raise BadRequest from None
        return answered


def _import_adapter() -> ModuleType:
    """It imports certvalidator, which fails on current systems; a stand-in does for the import."""
    if "flask_ask_sdk.skill_adapter" not in sys.modules:
        stand_in, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
        vars(stand_in).update(CertificateValidator=None, errors=errors)
        vars(errors).update(ValidationError=Exception, PathError=Exception)
        sys.modules |= {"certvalidator": stand_in, "certvalidator.errors": errors}
        try:
            return importlib.import_module("flask_ask_sdk.skill_adapter")
        finally:
            del sys.modules["certvalidator"], sys.modules["certvalidator.errors"]
    return sys.modules["flask_ask_sdk.skill_adapter"]
