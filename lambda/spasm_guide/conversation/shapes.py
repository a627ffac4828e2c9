"""Typed values as JSON and back: what could not have been written so is refused."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final, TypeVar

from spasm_guide.conversation.reply import Line

T = TypeVar("T")
Shape = Callable[[Any], Any]
"""Gives the typed value of a JSON value, or raises ValueError."""
MOST: Final = 2000
"""More than the minutes of a day."""


def written(record: Any) -> dict[str, Any]:
    """JSON-ready, of a dataclass or a named tuple; what is still at its default is left out."""
    defaults = _defaults(type(record))
    values = ((name, getattr(record, name)) for name in defaults)
    return {name: _plain(v) for name, v in values if v != defaults[name]}


def read(kind: type[T], shapes: Mapping[str, Shape], value: Any) -> T:
    """Raise ValueError, naming the field, for what `written` could not have written."""
    if not isinstance(value, Mapping):
        raise ValueError(kind.__name__)
    found = {}
    for name, shape in shapes.items():
        if name in value:
            try:
                found[name] = shape(value[name])
            except ValueError as fault:
                raise ValueError(name) from fault
    try:
        return kind(**found)
    except TypeError as fault:
        raise ValueError(kind.__name__) from fault


def text(value: Any) -> str:
    return str(_if(isinstance(value, str), value))


def flag(value: Any) -> bool:
    return bool(_if(isinstance(value, bool), value))


def whole(value: Any) -> int:
    known = isinstance(value, int) and not isinstance(value, bool)
    return int(_if(known and abs(value) < MOST, value))


def number(value: Any) -> float:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(_if(known and abs(value) < MOST * MOST, value))


def texts(value: Any) -> tuple[str, ...]:
    return tuple(text(each) for each in _if(isinstance(value, list | tuple), value))


def one_of(*known: str) -> Shape:
    return lambda value: _if(isinstance(value, str) and value in known, value)


def mapping(keys: tuple[str, ...], values: tuple[str, ...]) -> Shape:
    return mapping_of(keys, one_of(*values))


def mapping_of(keys: tuple[str, ...], each: Shape) -> Shape:
    def shape(value: Any) -> dict[str, Any]:
        found = _if(isinstance(value, dict), value)
        return {one_of(*keys)(k): each(v) for k, v in found.items()}

    return shape


def line(value: Any) -> Line:
    name, data = _if(isinstance(value, list | tuple) and len(value) == 2, value)
    return Line(text(name), _if(isinstance(data, dict), data))


def lines(value: Any) -> tuple[Line, ...]:
    return tuple(line(each) for each in _if(isinstance(value, list), value))


def record(kind: type[T], **shapes: Shape) -> Callable[[Any], T]:
    """One within another; nothing stands in it that has no shape."""

    def shape(value: Any) -> T:
        found = read(kind, shapes, value)
        _if(not set(value).difference(shapes), value)
        return found

    return shape


def _if(fits: bool, value: Any) -> Any:
    if not fits:
        raise ValueError(repr(value))
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Line):
        return [value.name, dict(value.data)]
    if is_dataclass(value) or hasattr(value, "_fields"):
        return written(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value


def _defaults(kind: Any) -> Mapping[str, Any]:
    """By field, in their order; a field without one has `MISSING`, which equals nothing."""
    if not is_dataclass(kind):
        return {name: kind._field_defaults.get(name, MISSING) for name in kind._fields}
    return {
        f.name: f.default if f.default_factory is MISSING else f.default_factory()
        for f in fields(kind)
    }
