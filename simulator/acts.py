"""What the page does, an act at a time. Between two acts the page keeps all there is to keep: so
a conversation can be gone back to at any turn, kept as a file, or carried to another device."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from .alexa_api import SCOPES, Alerts, AlexaApi
from .device import Device, Ears
from .envelopes import Account, touch
from .memory import BadMemory, Memory
from .misrouting import Misrouting
from .options import LOCALES
from .recogniser import load
from .score import score
from .skill import Skill
from .stores import MOODS
from .turn import Turn
from .why import why

LONGEST_UTTERANCE: Final = 1000
LONGEST_WAIT: Final = 3600.0
DEVICES: Final = ("speaker", "show")
ACTS: Final = ("open", "say", "silence", "touch")


class BadMessage(ValueError):
    """The page never sends this."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the page wants the world to be, in this act."""

    locale: str
    device: str
    store: str
    allowed: frozenset[str]
    """What the person lets the skill set."""
    misroute: float

    @classmethod
    def of(cls, message: Mapping[str, Any]) -> "Settings":
        locale, device = message.get("locale"), message.get("device")
        store, allowed = message.get("store", "fine"), message.get("allowed", [*SCOPES.values()])
        share = message.get("misroute", 0)
        if locale not in LOCALES or device not in DEVICES or store not in (*MOODS,):
            raise BadMessage("locale, device or store")
        if not isinstance(allowed, list) or not all(each in SCOPES.values() for each in allowed):
            raise BadMessage("allowed")
        if not isinstance(share, int | float) or not 0 <= share <= 1:
            raise BadMessage("misroute")
        return cls(locale, device, store, frozenset(allowed), share)


class Acts:
    def __init__(self, data: Path | None) -> None:
        self._alerts = Alerts()
        self._api = AlexaApi(self._alerts)
        self._ears = cache(load)
        self._skill = cache(lambda store: Skill(data=data, store=store))
        self._one_at_a_time = threading.Lock()

    def hear(self, message: Any) -> dict[str, Any]:
        """Do one act of the page, from where `kept` says that the device is."""
        if not isinstance(message, dict) or message.get("act") not in (*ACTS, "rang"):
            raise BadMessage("act")
        if message["act"] == "rang":
            return self._rang(message.get("alert"))
        settings = Settings.of(message)
        try:
            memory = Memory.from_json(message["kept"]) if message.get("kept") else Memory.fresh()
        except BadMemory as error:
            raise BadMessage("kept") from error
        with self._one_at_a_time:
            return self._do(settings, memory, message)

    def _do(self, settings: Settings, memory: Memory, message: Mapping[str, Any]) -> dict[str, Any]:
        self._alerts.granted.clear()
        self._alerts.granted.update(settings.allowed)
        account = Account(settings.locale, settings.device == "show", api=self._api.endpoint)
        skill = self._skill(settings.store)
        skill.request, skill.response = {}, {}
        ears: Ears = self._ears(settings.locale)
        if settings.misroute:
            # The same words at the same place are always misrouted the same way.
            seed = f"{message.get('words')} {memory.session and memory.session['attributes']}"
            ears = Misrouting(self._ears(settings.locale), settings.misroute, seed)
        device = Device(skill, ears, account, alerts=self._alerts, memory=memory)
        _interrupt(device, message.get("after"))
        turn = _act(device, message)
        return {
            "turn": turn.as_json(),
            "score": [asdict(note) for note in score(turn.ssml)],
            "request": skill.request,
            "response": skill.response,
            "why": why(skill.heard, skill.read) if skill.request else None,
            "faults": device.faults(),
            "allowed": sorted(self._alerts.granted),
            "kept": device.memory.as_json(),
            **self._set(),
        }

    def _set(self) -> dict[str, Any]:
        return {"timers": [*self._alerts.timers], "reminders": [*self._alerts.reminders]}

    def _rang(self, alert: object) -> dict[str, Any]:
        """An alert has rung, or was stopped in the app: it is set no longer."""
        with self._one_at_a_time:
            timers, reminders = self._alerts.timers, self._alerts.reminders
            timers[:] = [each for each in timers if each["id"] != alert]
            reminders[:] = [each for each in reminders if each["alertToken"] != alert]
            return self._set()


def _interrupt(device: Device, after: object) -> None:
    left = (device.memory.silent_from - device.memory.now).total_seconds()
    if isinstance(after, int | float) and 0 <= after < min(left, LONGEST_WAIT):
        device.wait(float(after))


def _act(device: Device, message: Mapping[str, Any]) -> Turn:
    match message["act"]:
        case "open":
            return device.open()
        case "silence":
            return device.silence()
        case "touch":
            return device.send(_touch(message), "")
    words = message.get("words")
    if not isinstance(words, str) or not words.strip() or len(words) > LONGEST_UTTERANCE:
        raise BadMessage("words")
    said = " ".join(words.lower().split())
    return device.open(said) if device.opens(said) else device.say(said)


def _touch(message: Mapping[str, Any]) -> dict[str, Any]:
    sent, token = message.get("arguments"), message.get("token")
    if not isinstance(sent, list) or not isinstance(token, str):
        raise BadMessage("touch")
    return touch(sent, token)
