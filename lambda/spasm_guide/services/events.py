"""What Alexa tells the skill without anybody speaking."""

from collections.abc import Mapping
from typing import Any, Final

from spasm_guide.storage.owner import keyed
from spasm_guide.storage.store import Store

DISABLED: Final = "AlexaSkillEvent.SkillDisabled"


def on_event(event: Mapping[str, Any], store: Store, pepper: str) -> None:
    """Turning the skill off deletes all that is kept, whoever of the household told it.

    Raise what the store raises, and LookupError where the account is not told.
    """
    if event["request"]["type"] == DISABLED:
        store.forget(keyed(pepper, event["context"]["System"]["user"]["userId"]))
