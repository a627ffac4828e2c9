"""A conversation, one utterance a line, as a speech recogniser writes it.

/open is "Alexa, open spasm guide"; /silence is no reply; /wait N lets N seconds pass, so that the
next line interrupts what is being said then. A first line that is none of these is
"Alexa, ask spasm guide ...".
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .diary_store import data_folder
from .lines import BadLine, as_json, complain, lines
from .options import ears, locale, misroute

if TYPE_CHECKING:
    from .device import Device, Ears
    from .turn import Turn

HELP: Final = "a conversation"
LONGEST_WAIT: Final = 86_400


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", action="store_true", help="one JSON object a turn")
    locale(parser)
    parser.add_argument(
        "--device",
        choices=("speaker", "show"),
        default="speaker",
        help="an Echo without or with a screen (speaker)",
    )
    parser.add_argument("--data-dir", metavar="DIR", help="where the diary is kept")
    parser.add_argument(
        "--ask-permission",
        action="store_true",
        help="Alexa asks before the first timer or reminder, as for a skill just enabled",
    )
    misroute(parser)


def run(args: argparse.Namespace) -> int:
    from .transcript import Transcript

    device = device_for(
        args.locale,
        args.device,
        ears(args),
        data_folder(args.data_dir),
        asks_permission=args.ask_permission,
    )
    transcript = None if args.json else Transcript(sys.stdin, sys.stdout)
    code = 0
    for number, line in enumerate(transcript.lines() if transcript else lines(), 1):
        try:
            turn = hear(device, line.strip())
        except BadLine as bad:
            complain(number, bad)
            code, turn = 1, device.idle(line)
        for fault in device.faults():
            complain(number, f"the skill failed: {as_json(fault)}")
            code = 1
        if transcript:
            transcript.show(turn)
        else:
            print(as_json(turn.as_json()), flush=True)
    return code


def device_for(
    locale: str,
    device: str,
    ears: "Ears | None" = None,
    data: Path | None = None,
    *,
    asks_permission: bool = False,
) -> "Device":
    """An Echo with the skill behind it; `data` is the folder of the diary, None keeps none."""
    from .alexa_api import Alerts, AlexaApi
    from .device import Device
    from .envelopes import Account
    from .recogniser import load
    from .skill import Skill

    alerts = Alerts(granted=set()) if asks_permission else Alerts()
    account = Account(locale, device == "show", api=AlexaApi(alerts).endpoint)
    return Device(Skill(data=data), ears or load(locale), account, alerts=alerts)


def hear(device: "Device", line: str) -> "Turn":
    command, _, rest = line.partition(" ")
    if not line:
        raise BadLine("it is empty; for no reply, type /silence")
    if line == "/open" or device.opens(line):
        return device.open(line)
    if line == "/silence":
        return device.silence(line)
    if command == "/wait":
        return device.wait(_seconds(rest), line)
    if line.startswith("/"):
        raise BadLine(f"no such command: {line} (there are /open, /silence and /wait N)")
    return device.say(line)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        raise BadLine("/wait needs a number of seconds, as in /wait 5") from None
    if not 0 <= seconds <= LONGEST_WAIT:
        raise BadLine(f"/wait takes 0 to {LONGEST_WAIT} seconds")
    return seconds
