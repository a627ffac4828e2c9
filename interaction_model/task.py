"""The custom task by which quick links and routines start the stretches."""

from typing import Any

from interaction_model.manifest import TASK
from interaction_model.source import LOCALES, slot_values, table


def task() -> dict[str, Any]:
    words = table("store.yaml")["task"]
    shown = {
        locale: {"title": words["title"], "description": words["description"]} for locale in LOCALES
    }
    return {
        "openapi": "3.0.0",
        "info": {
            "title": words["title"],
            "version": TASK["version"],
            "x-amzn-alexa-access-scope": "public",
            "x-amzn-display-details": shown,
        },
        "paths": {
            f"/{TASK['name']}": {
                "summary": words["title"],
                "description": words["description"],
                "post": {
                    "requestBody": {"content": _json("Input", _examples())},
                    "responses": {
                        "200": {"description": "The routine ended", "content": _json("Output")},
                        "400": {"description": "No such stretch"},
                        "500": {"description": "The routine could not be started"},
                    },
                },
            }
        },
        "components": {"schemas": {"Input": _input(words), "Output": {"type": "object"}}},
    }


def _json(schema: str, examples: dict[str, Any] | None = None) -> dict[str, Any]:
    body: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {"application/json": body | ({"examples": examples} if examples else {})}


def _examples() -> dict[str, Any]:
    return {
        "wholeRoutine": {"summary": "The whole routine", "value": {}},
        "oneStretch": {"summary": "One stretch", "value": {"stretch": "knee_to_chest"}},
    }


def _input(words: dict[str, str]) -> dict[str, Any]:
    shown = {
        locale: {"title": words["input_title"], "description": words["input_description"]}
        for locale in LOCALES
    }
    stretch = {
        "type": "string",
        "enum": list(slot_values("STRETCH")),
        "x-amzn-display-details": shown,
    }
    return {"type": "object", "properties": {"stretch": stretch}}
