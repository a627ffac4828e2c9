"""The package in the repository is the one its sources make, and Amazon's own classes read it."""

import json

import pytest
from ask_sdk_core.serialize import DefaultSerializer

from interaction_model.generate import files
from interaction_model.source import LOCALES
from interaction_model.writing import PACKAGE, text

MODELS = [f"interactionModels/custom/{locale}.json" for locale in LOCALES]


def test_package_is_fresh():
    stale = [file.name for file, wanted in files() if file.read_text("utf-8") != wanted]
    assert not stale, "run `python -m interaction_model.generate`"


@pytest.mark.parametrize("file", ["skill.json", *MODELS])
def test_amazons_classes_give_back_what_they_read(file):
    content = (PACKAGE / file).read_text("utf-8")
    serializer = DefaultSerializer()
    read = serializer.deserialize(content, _class_of(file))
    assert _present(serializer.serialize(read)) == json.loads(content)


def test_layout_keeps_the_content():
    for value in ("{}", "[]", '{"a": []}', '{"a": ["é", {"b": [1, null]}]}', "[[1.5, true]]"):
        wide = json.loads(value.replace("é", "é" * 120).replace("1.5", "1.5, " * 50 + "2"))
        assert json.loads(text(wide)) == wide


def _class_of(file):
    if file == "skill.json":
        from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

        return SkillManifestEnvelope
    from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import (
        InteractionModelData,
    )

    return InteractionModelData


def _present(value):
    """Without the absent, which the serialiser writes as null."""
    if isinstance(value, dict):
        return {key: _present(each) for key, each in value.items() if each is not None}
    return [_present(each) for each in value] if isinstance(value, list | tuple) else value
