"""What Alexa takes of a response, and what a person must be able to rely on in each."""

import json
import re
from typing import Any
from xml.etree import ElementTree

SPOKEN_TO = frozenset(
    {
        "LaunchRequest",
        "IntentRequest",
        "SessionResumedRequest",
        "Connections.Response",
        "Alexa.Presentation.APL.UserEvent",
    }
)
"""To any other request Alexa wants no speech."""

MARKUP = re.compile(r"<[a-z/]|\{\{|\{%|&(amp|lt|gt|quot|#)")


def check(kind: object, answer: dict[str, Any], asks: bool = True) -> None:
    """Raise AssertionError for an answer that Alexa would refuse, or that leaves a person stuck.

    Not `asks`: what is said may be anything, because somebody has tampered with the session.
    """
    assert set(answer) <= {"version", "sessionAttributes", "response", "userAgent"}
    assert answer["version"] == "1.0"
    # As Lambda writes it: no half of a surrogate pair, and nothing that is no number.
    assert len(json.dumps(answer, ensure_ascii=False, allow_nan=False).encode()) < 120_000
    response = answer["response"]
    if isinstance(kind, str) and kind and kind not in SPOKEN_TO:
        assert not response.get("outputSpeech") and not response.get("reprompt"), kind
        return
    if "outputSpeech" not in response:
        assert response.get("shouldEndSession") is True
        return
    said = heard(response["outputSpeech"])
    assert said
    ends = response["shouldEndSession"]
    assert isinstance(ends, bool)
    assert ("reprompt" in response) != ends
    assert not asks or said.endswith("?") != ends, said[-80:]
    if not ends:
        assert heard(response["reprompt"]["outputSpeech"])
    if card := response.get("card"):
        assert card["type"] == "Simple"
        text = card["title"] + card["content"]
        assert 0 < len(text) < 8000
        assert not MARKUP.search(text)


def heard(speech: dict[str, Any]) -> str:
    """The words, after every limit on how they may be written."""
    assert speech["type"] == "SSML"
    ssml = speech["ssml"]
    assert len(ssml) < 8000
    root = ElementTree.fromstring(ssml)
    assert root.tag == "speak"
    for pause in root.iter("break"):
        time = pause.get("time", "0s")
        seconds = float(time[:-2]) / 1000 if time.endswith("ms") else float(time.rstrip("s"))
        assert seconds <= 10
    words = " ".join("".join(root.itertext()).split())
    assert not MARKUP.search(words)
    return words
