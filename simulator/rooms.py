"""The conversations of the web page: a device each, kept while there is room."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from spasm_guide.conversation.heard import Heard

from .alexa_api import Alerts, AlexaApi
from .device import Device
from .envelopes import Account
from .options import LOCALES
from .recogniser import Recogniser, load
from .score import score
from .skill import Skill
from .turn import Turn

MOST_ROOMS: Final = 32
LONGEST_UTTERANCE: Final = 1000
LONGEST_WAIT: Final = 3600.0
LONGEST_NAME: Final = 64
DEVICES: Final = ("speaker", "show")
ACTS: Final = ("open", "say", "silence", "touch")


class BadMessage(ValueError):
    """The page never sends this."""


@dataclass(slots=True)
class Recorder:
    """The skill, with its last request and response kept for the page to show."""

    skill: Skill
    request: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    faults: list[Mapping[str, object]] = field(default_factory=list)

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        self.request, self.response = request, self.skill(request)
        self.faults += self.skill.faults
        self.skill.faults = []
        return self.response

    @property
    def heard(self) -> Heard | None:
        return self.skill.heard

    @heard.setter
    def heard(self, heard: Heard | None) -> None:
        self.skill.heard = heard

    @property
    def ms(self) -> float:
        return self.skill.ms

    @ms.setter
    def ms(self, ms: float) -> None:
        self.skill.ms = ms


@dataclass(slots=True)
class Room:
    device: Device
    recorder: Recorder
    lock: threading.Lock = field(default_factory=threading.Lock)
    seconds: float = 0.0
    """How long the last answer lasts."""


class Rooms:
    def __init__(self, data: Path | None) -> None:
        self._data = data
        self._alerts = Alerts()
        self._api = AlexaApi(self._alerts)
        self._ears: dict[str, Recogniser] = {}
        self._rooms: OrderedDict[tuple[str, str, str], Room] = OrderedDict()
        self._lock = threading.Lock()

    def hear(self, message: Any) -> dict[str, Any]:
        """One act of the page: what was done, and what came of it."""
        act = _act(message)
        room = self._room(*(_name(message, name) for name in ("room", "locale", "device")))
        with room.lock:
            after = message.get("after")
            if isinstance(after, int | float) and 0 <= after < min(room.seconds, LONGEST_WAIT):
                room.device.wait(float(after))
            room.recorder.request, room.recorder.response = {}, {}
            turn = _do(room.device, act, message)
            faults, room.recorder.faults = room.recorder.faults, []
            if turn.ssml or turn.ended:
                room.seconds = turn.seconds
            return _told(turn, room.recorder, faults, self._alerts)

    def _room(self, name: str, locale: str, device: str) -> Room:
        if locale not in LOCALES or device not in DEVICES:
            raise BadMessage("locale or device")
        with self._lock:
            key = (name, locale, device)
            if key not in self._rooms:
                if locale not in self._ears:
                    self._ears[locale] = load(locale)
                account = Account(locale, device == "show", api=self._api.endpoint)
                recorder = Recorder(Skill(data=self._data))
                made = Device(recorder, self._ears[locale], account, alerts=self._alerts)
                self._rooms[key] = Room(made, recorder)
            self._rooms.move_to_end(key)
            while len(self._rooms) > MOST_ROOMS:
                self._rooms.popitem(last=False)
            return self._rooms[key]


def _act(message: Any) -> str:
    if not isinstance(message, dict):
        raise BadMessage("no object")
    act = message.get("act")
    if act not in ACTS:
        raise BadMessage("act")
    return str(act)


def _name(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        raise BadMessage(name)
    return value


def _do(device: Device, act: str, message: Mapping[str, Any]) -> Turn:
    match act:
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
    return {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": token,
        "arguments": sent,
        "source": {"type": "TouchWrapper", "handler": "Press", "id": ""},
        "components": {},
    }


def _told(
    turn: Turn, recorder: Recorder, faults: list[Mapping[str, object]], alerts: Alerts
) -> dict[str, Any]:
    return {
        "turn": turn.as_json(),
        "score": [asdict(note) for note in score(turn.ssml)],
        "request": recorder.request,
        "response": recorder.response,
        "faults": faults,
        "alerts": [*alerts.taken()],
    }
