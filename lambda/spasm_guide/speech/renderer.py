"""Lines to words: one block of one template for each thing said."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    ModuleLoader,
    PrefixLoader,
    StrictUndefined,
)

from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import DEFAULT, known, language_of
from spasm_guide.speech import ssml
from spasm_guide.speech.words import LOCALE

SUFFIX: Final = ".j2"
CODE: Final = Path(__file__).resolve().parents[1]
"""The package, with the templates inside it where it was built; in a checkout they lie outside."""
LANGUAGE: Final = "language"
"""`language/<path>` is the language's own template, which a locale's lies over."""


class NothingToSay(LookupError):
    """A line names a template or a block that does not exist."""


def environment(loader: BaseLoader) -> Environment:
    """The build compiles templates with this very environment, and ships them for ModuleLoader."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def loader(layer: str = DEFAULT) -> BaseLoader:
    """Templates of a language, or of a locale over those of its language.

    Of a locale there need only be what differs: of a file the blocks that do, of macros the file.
    """
    language = language_of(layer)
    below = _layer(language)
    if layer == language or not _exists(layer):
        return below
    return ChoiceLoader([_layer(layer), below, PrefixLoader({LANGUAGE: below})])


def sources(layer: str = DEFAULT) -> Path:
    shipped = CODE / "templates"
    return (shipped if shipped.is_dir() else CODE.parents[1] / "templates") / layer


def _compiled(layer: str) -> Path:
    return CODE / "compiled_templates" / layer


def _exists(layer: str) -> bool:
    return _compiled(layer).is_dir() or sources(layer).is_dir()


def _layer(name: str) -> BaseLoader:
    """Compiled where the build shipped that, else the sources."""
    compiled = _compiled(name)
    return ModuleLoader(str(compiled)) if compiled.is_dir() else FileSystemLoader(sources(name))


class Renderer:
    """Speaks every locale: `words` say which one they are of, else it is the default language."""

    def __init__(self, templates: Callable[[str], BaseLoader] = loader) -> None:
        self._environment = cache(lambda layer: environment(templates(layer)))

    def render(self, line: Line, words: Mapping[str, Any]) -> str:
        """What is spoken: SSML without its outer tag, on one line."""
        path, _, block = line.name.partition(":")
        return " ".join(self._block(path, block, line, words).split())

    def write(self, line: Line, block: str, words: Mapping[str, Any]) -> str:
        """What is read on a card or a screen: plain text that keeps the template's line breaks."""
        return ssml.written(self._block(line.name, block, line, words))

    def blocks(self, path: str, words: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        found = self._templates(path, words or {})
        return tuple(dict.fromkeys(block for each in found for block in each.blocks))

    def _templates(self, path: str, words: Mapping[str, Any]) -> Iterator[Any]:
        """The locale's, then the one of its language that it lies over."""
        locale = words.get(LOCALE, DEFAULT)
        # Whatever is no locale of ours shares the environment of its language: Alexa's is any text.
        environment = self._environment(locale if known(locale) else language_of(locale))
        try:
            yield environment.get_template(path + SUFFIX)
            if isinstance(environment.loader, ChoiceLoader):
                yield environment.get_template(f"{LANGUAGE}/{path}{SUFFIX}")
        except LookupError as missing:
            raise NothingToSay(path) from missing

    def _block(self, path: str, block: str, line: Line, words: Mapping[str, Any]) -> str:
        for template in self._templates(path, words):
            if block in template.blocks:
                context = template.new_context({**words, **line.data})
                return "".join(template.blocks[block](context))
        raise NothingToSay(f"{path}:{block}")
