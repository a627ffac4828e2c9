"""All that one utterance tells: what it means, and the facts beside it."""

from dataclasses import replace

from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.details import details
from spasm_guide.reader.read import read


def listen(text: str, asking: str | None) -> Heard:
    heard = read(text, asking)
    found = details(text, asking, heard.meaning)
    if asking == "stretch:place" and "place" in found:
        heard = replace(heard, meaning="yes")  # A place named where it is asked is the answer.
    return replace(heard, details={**heard.details, **found}) if found else heard
