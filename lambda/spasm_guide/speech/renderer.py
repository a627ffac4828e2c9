"""Lines to words: one block of one template for each thing said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

from spasm_guide.conversation.reply import Line
from spasm_guide.speech import ssml

SUFFIX: Final = ".j2"
CODE: Final = Path(__file__).resolve().parents[2]
"""What is deployed; in a checkout, the folder lambda/."""


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


def loader(language: str = "en") -> BaseLoader:
    """Compiled templates where the build shipped them, else their sources."""
    compiled = CODE / "compiled_templates" / language
    if compiled.is_dir():
        return ModuleLoader(str(compiled))
    return FileSystemLoader(sources(language))


def sources(language: str = "en") -> Path:
    shipped = CODE / "templates" / language
    return shipped if shipped.is_dir() else CODE.parent / "templates" / language


class Renderer:
    def __init__(self, templates: BaseLoader) -> None:
        self.environment = environment(templates)

    def render(self, line: Line, words: Mapping[str, Any]) -> str:
        """What is spoken: SSML without its outer tag, on one line."""
        path, _, block = line.name.partition(":")
        return " ".join(self._block(path, block, line, words).split())

    def write(self, line: Line, block: str, words: Mapping[str, Any]) -> str:
        """What is read on a card or a screen: plain text that keeps the template's line breaks."""
        return ssml.written(self._block(line.name, block, line, words))

    def blocks(self, path: str) -> tuple[str, ...]:
        return tuple(self._template(path).blocks)

    def _template(self, path: str) -> Any:
        try:
            return self.environment.get_template(path + SUFFIX)
        except LookupError as missing:
            raise NothingToSay(path) from missing

    def _block(self, path: str, block: str, line: Line, words: Mapping[str, Any]) -> str:
        template = self._template(path)
        if block not in template.blocks:
            raise NothingToSay(f"{path}:{block}")
        context = template.new_context({**words, **line.data})
        return "".join(template.blocks[block](context))
