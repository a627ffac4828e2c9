"""Alexa's permission to set timers or reminders, which she asks for herself."""

from typing import Final

from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Step, line

SCOPES: Final = {
    "timer": "alexa::alerts:timers:skill:readwrite",
    "reminder": "alexa::alerts:reminders:skill:readwrite",
}


def ask_permission(session: Session, what: str, kind: str) -> Step:
    """Alexa herself asks for it, and comes back; the token survives where the session does not."""
    directive = {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "1",
            "permissionScope": SCOPES[kind],
        },
        "token": what,
    }
    lines = (line("consent/consent:permission"),)
    return session, Reply(lines=lines, directives=(directive,))
