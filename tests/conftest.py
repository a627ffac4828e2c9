"""What the whole suite shares, so that no test waits for what another has worked out."""

from functools import lru_cache
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache

from spasm_guide.reading.encoder import Encoder
from spasm_guide.speech import renderer

COMPILED = Path(__file__).parents[1] / "build" / "compiled-templates"


@pytest.fixture(scope="session", autouse=True)
def _each_phrase_is_encoded_once():
    """Thousands of tests say the same few hundred phrases."""
    encode = Encoder.__call__
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Encoder, "__call__", lru_cache(maxsize=30_000)(encode))
        yield


@pytest.fixture(scope="session", autouse=True)
def _each_template_is_compiled_once():
    """Every test that builds a skill would compile them all anew; a changed one is compiled."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    cache, made = FileSystemBytecodeCache(str(COMPILED)), renderer.environment

    def environment(loader):
        found = made(loader)
        found.bytecode_cache = cache
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer, "environment", environment)
        yield
