"""Who calls, from what device: for the answer's form and for what is done outside."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Context:
    locale: str
    now: datetime
    """When Alexa sent the request: the only clock a turn has."""
    has_apl: bool = False
    spoken_to: bool = False
    """Answers an intent: what else may be answered takes no directive of a dialog."""
    request_id: str = field(default="", repr=False)
    user: str = field(default="", repr=False)
    """The account."""
    person: str = field(default="", repr=False)
    """The speaker, where Alexa knows the voice; else empty."""
    device: str = field(default="", repr=False)
    api_endpoint: str = field(default="", repr=False)
    api_token: str = field(default="", repr=False)


def context_of(envelope: Any) -> Context:
    request, system = envelope.request, envelope.context.system
    interfaces = getattr(system.device, "supported_interfaces", None)
    return Context(
        locale=request.locale or "",
        now=request.timestamp,
        spoken_to=request.object_type == "IntentRequest",
        has_apl=getattr(interfaces, "alexa_presentation_apl", None) is not None,
        request_id=request.request_id or "",
        user=getattr(system.user, "user_id", None) or "",
        person=getattr(system.person, "person_id", None) or "",
        device=getattr(system.device, "device_id", None) or "",
        api_endpoint=system.api_endpoint or "",
        api_token=system.api_access_token or "",
    )
