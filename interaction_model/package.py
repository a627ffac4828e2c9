"""The skill package with the owner's own addresses, ready for `ask smapi import-skill-package`.

    python -m interaction_model.package build/skill-package
    python -m interaction_model.package build/skill-package --endpoint ARN --privacy-policy URL

Without an endpoint the skill is imported without one, and without the events that need one: the
first import earns the skill id, which the stack wants before there is a function.
"""

import argparse
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any, Final

from interaction_model.writing import PACKAGE, text

_ENDPOINT: Final = re.compile(r"arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w-]+)?")
REGIONS: Final = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")
"""Where a function may be triggered by Alexa."""


def filled(
    manifest: dict[str, Any], endpoint: str | None, privacy_policy: str | None
) -> dict[str, Any]:
    """Raise ValueError for an address that Alexa would refuse."""
    inner = manifest["manifest"]
    if endpoint is None:
        del inner["apis"]["custom"]["endpoint"], inner["events"]
    else:
        if not _ENDPOINT.fullmatch(endpoint) or endpoint.split(":")[3] not in REGIONS:
            raise ValueError(f"no Lambda function that Alexa can reach: {endpoint}")
        inner["apis"]["custom"]["endpoint"]["uri"] = endpoint
        inner["events"]["endpoint"]["uri"] = endpoint
    if privacy_policy is not None:
        if not privacy_policy.startswith("https://"):
            raise ValueError(f"the privacy policy wants https: {privacy_policy}")
        for locale in inner["privacyAndCompliance"]["locales"].values():
            locale["privacyPolicyUrl"] = privacy_policy
    return manifest


def write(folder: Path, endpoint: str | None, privacy_policy: str | None) -> None:
    source = json.loads((PACKAGE / "skill.json").read_text(encoding="utf-8"))
    manifest = filled(source, endpoint, privacy_policy)
    shutil.copytree(PACKAGE, folder, dirs_exist_ok=True)
    (folder / "skill.json").write_text(text(manifest), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--endpoint", metavar="ARN", help="the function's live alias")
    parser.add_argument("--privacy-policy", metavar="URL", help="where the policy is published")
    given = parser.parse_args()
    try:
        write(given.folder, given.endpoint, given.privacy_policy)
    except ValueError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    if given.privacy_policy is None:
        print(
            "package: no privacy policy: enough to develop, not for the store",
            file=sys.stderr,
        )
    print(given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
