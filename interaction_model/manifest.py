"""The skill manifest: what Amazon and the store know of the skill."""

from string import Template
from typing import Any, Final

from interaction_model.source import LANGUAGE, LOCALES, table
from spasm_guide.languages.load import REGIONS, load

ENDPOINT: Final = "arn:aws:lambda:us-east-1:000000000000:function:spasm-guide:live"
PRIVACY_POLICY: Final = "https://example.com/spasm-guide/privacy"
"""Both stand for what only the owner has; `interaction_model.package` puts the real ones in."""

TASK: Final = {"name": "StartStretchRoutine", "version": "1"}
_COUNTRIES: Final = tuple(locale.partition("-")[2] for locale in LOCALES)
"""Nowhere else: the emergency number would be wrong there."""
_PERMISSIONS: Final = (
    "alexa::alerts:reminders:skill:readwrite",
    "alexa::alerts:timers:skill:readwrite",
)
_ICONS: Final = {
    "smallIconUri": "file://assets/images/icon_108.png",
    "largeIconUri": "file://assets/images/icon_512.png",
}
_VIEWPORTS: Final = (
    ("HUB", "ROUND", 480, 480, 480, 480),
    ("HUB", "RECTANGLE", 960, 1279, 480, 599),
    ("HUB", "RECTANGLE", 960, 1279, 600, 959),
    ("HUB", "RECTANGLE", 1280, 1920, 600, 1279),
    ("HUB", "RECTANGLE", 600, 1279, 960, 1920),
    ("TV", "RECTANGLE", 960, 960, 540, 540),
)
_EDGES: Final = ("minWidth", "maxWidth", "minHeight", "maxHeight")


def manifest() -> dict[str, Any]:
    store = table("store.yaml")
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": {locale: _listing(store, locale) for locale in LOCALES},
                "isAvailableWorldwide": False,
                "distributionMode": "PUBLIC",
                "distributionCountries": list(_COUNTRIES),
                "automaticDistribution": {"isActive": False},
                "testingInstructions": store["testing_instructions"].strip(),
                "category": "HEALTH_AND_FITNESS",
            },
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": True,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
                "locales": {locale: {"privacyPolicyUrl": PRIVACY_POLICY} for locale in LOCALES},
            },
            "permissions": [{"name": name} for name in _PERMISSIONS],
            "apis": {
                "custom": {
                    "endpoint": {"uri": ENDPOINT},
                    "interfaces": [_screens()],
                    "tasks": [TASK],
                }
            },
            "events": {
                "endpoint": {"uri": ENDPOINT},
                "subscriptions": [{"eventName": "SKILL_DISABLED"}],
            },
        }
    }


def _listing(store: dict[str, Any], locale: str) -> dict[str, Any]:
    return {
        "name": store["name"],
        "summary": store["summary"],
        "description": Template(store["description"].strip()).substitute(
            country=store["countries"][locale],
            number=load(LANGUAGE, REGIONS)["regions"][locale]["emergency"]["number"],
        ),
        "examplePhrases": store["example_phrases"],
        "keywords": store["keywords"],
        **_ICONS,
    }


def _screens() -> dict[str, Any]:
    viewports = [
        {"mode": mode, "shape": shape, **dict(zip(_EDGES, edges, strict=True))}
        for mode, shape, *edges in _VIEWPORTS
    ]
    return {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": viewports}
