"""Why a turn was taken as it was: what came in, what read it, and how sure that was."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib import import_module
from typing import Any

from spasm_guide.conversation.heard import Heard

Read = tuple[str, str | None, str]


def why(heard: Heard | None, read: Read | None) -> dict[str, Any]:
    """`heard` as it went into the conversation; `read`, what the reader was given, if anything."""
    taken = {name: value for name, value in asdict(heard).items() if value} if heard else None
    if read is None:
        return {"by": "intent" if heard else None, "heard": taken}
    words, asking, locale = read
    told = _reader()
    more = told(words, asking, locale) if told else {"by": "reader"}
    return {"words": words, "asking": asking, "heard": taken, **more}


def _reader() -> Callable[[str, str | None, str], Mapping[str, Any]] | None:
    """The reader's own account of itself, where it gives one."""
    try:
        found: Callable[..., Mapping[str, Any]] = import_module("spasm_guide.reading.why").why
    except (ImportError, AttributeError):
        return None
    return found
