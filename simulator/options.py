"""Options that several subcommands share."""

import argparse
from typing import Final

from spasm_guide.languages.load import locales

from .misrouting import Misrouting
from .recogniser import Recogniser, load

LOCALES: Final = locales()


def locale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--locale", choices=LOCALES, default="en-US", help="language and region (en-US)"
    )


def misroute(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--misroute",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="misroute this share of phrases (0 to 1), as a real account does",
    )
    parser.add_argument("--seed", type=int, default=0, help="which phrases are misrouted")


def ears(args: argparse.Namespace) -> Recogniser | Misrouting:
    recogniser = load(args.locale)
    return Misrouting(recogniser, args.misroute, args.seed) if args.misroute else recogniser


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return share
