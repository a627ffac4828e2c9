"""What Amazon refuses or a person would stumble over, found before anything is uploaded."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from interaction_model.language_model import slots_of
from interaction_model.matching import Matcher
from interaction_model.source import table

MOST_BYTES: Final = 1_500_000
MOST_INTENTS: Final = 250
MOST_INTENTS_AND_TYPES: Final = 350
MOST_CHARACTERS: Final = 140

WAKE_WORDS: Final = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})
LAUNCH_WORDS: Final = frozenset(
    {"ask", "tell", "open", "launch", "start", "begin", "run", "load", "use", "play", "talk"}
)
CONNECTING_WORDS: Final = frozenset(
    {"a", "an", "the", "for", "to", "of", "in", "on", "at", "with", "by", "from"}
    | {"and", "or", "if", "that", "about", "using", "skill", "app"}
)
REQUIRED: Final = frozenset(
    f"AMAZON.{name}Intent" for name in ("Cancel", "Stop", "Help", "Fallback", "NavigateHome")
)
_INTENT: Final = re.compile(r"(AMAZON\.)?[A-Z][A-Za-z]*Intent")
_SAMPLE: Final = re.compile(r"[a-z{][a-z' .{}-]*")
_VALUE: Final = re.compile(r"[a-z][a-z' .-]*")


def faults(model: Mapping[str, Any]) -> list[str]:
    """One line for each thing that is wrong; none for a model that can be uploaded."""
    found = [*_invocation(model), *_size(model), *_intents(model), *_types(model)]
    return found or list(_claims(model))


def _invocation(model: Mapping[str, Any]) -> Iterator[str]:
    name = _language(model)["invocationName"]
    words = name.split()
    if len(words) < 2 or not re.fullmatch(r"[a-z][a-z' ]*", name):
        yield f"invocation name: {name}"
    for word in set(words) & (WAKE_WORDS | LAUNCH_WORDS | CONNECTING_WORDS):
        yield f"invocation name has the word {word}"


def _size(model: Mapping[str, Any]) -> Iterator[str]:
    size = len(json.dumps(model, ensure_ascii=False).encode())
    if size > MOST_BYTES:
        yield f"model of {size} bytes"
    intents, types = len(_language(model)["intents"]), len(_language(model)["types"])
    if intents > MOST_INTENTS or intents + types > MOST_INTENTS_AND_TYPES:
        yield f"{intents} intents and {types} types"


def _intents(model: Mapping[str, Any]) -> Iterator[str]:
    names = [intent["name"] for intent in _language(model)["intents"]]
    yield from (f"{name} twice" for name, times in Counter(names).items() if times > 1)
    yield from (f"{name} missing" for name in sorted(REQUIRED - set(names)))
    types = {each["name"] for each in _language(model)["types"]}
    for intent in _language(model)["intents"]:
        name, samples = intent["name"], intent["samples"]
        slots = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
        if not _INTENT.fullmatch(name):
            yield f"intent name {name}"
        if not samples and not name.startswith("AMAZON."):
            yield f"{name} has no sample"
        if sorted(slots) != slots_of(samples):
            yield f"{name} uses other slots than it declares"
        yield from (
            f"{name}: no slot type {kind}"
            for kind in slots.values()
            if kind not in types and not kind.startswith("AMAZON.")
        )
        for sample in samples:
            yield from (f"{name}: {fault}: {sample}" for fault in _sample(sample, slots))


def _sample(sample: str, slots: Mapping[str, str]) -> Iterator[str]:
    words = re.sub(r"\{\w+\}", " ", sample).split()
    if not _SAMPLE.fullmatch(sample) or sample.split() != sample.split(" "):
        yield "not a sample"
    if len(sample) > MOST_CHARACTERS:
        yield "too long"
    if any(slots.get(slot) == "AMAZON.SearchQuery" for slot in slots_of([sample])) and (
        not words or sample.count("{") > 1
    ):
        yield "a query wants words beside it, and no other slot"
    yield from _reserved(words)


def _types(model: Mapping[str, Any]) -> Iterator[str]:
    for each in _language(model)["types"]:
        said = [
            text
            for value in each["values"]
            for text in (value["name"]["value"], *value["name"].get("synonyms", ()))
        ]
        yield from (
            f"{each['name']}: {text} twice" for text, times in Counter(said).items() if times > 1
        )
        for text in said:
            if not _VALUE.fullmatch(text) or len(text) > MOST_CHARACTERS:
                yield f"{each['name']}: not a value: {text}"
            yield from (f"{each['name']}: {fault}: {text}" for fault in _reserved(text.split()))


def _reserved(words: list[str]) -> Iterator[str]:
    yield from (f"wake word {word}" for word in sorted(set(words) & WAKE_WORDS))
    if "spasm guide" in " ".join(words):
        yield "says the invocation name"


def _claims(model: Mapping[str, Any]) -> Iterator[str]:
    amazons = {bare: name for name, every in table("built_ins.yaml").items() for bare in every}
    for sentence, claims in Matcher(model).sentences():
        if len(claims) > 1:
            yield f"{' and '.join(intent for intent, _ in claims)} both claim: {sentence}"
        if sentence in amazons:
            yield f"{claims[0][0]} claims what {amazons[sentence]} takes by itself: {sentence}"


def _language(model: Mapping[str, Any]) -> Any:
    return model["interactionModel"]["languageModel"]
