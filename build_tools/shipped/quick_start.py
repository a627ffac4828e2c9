"""Shipped by the build, and imported first: a shorter start. Nothing depends on it.

Start-up only makes what stays, so collecting garbage meanwhile is lost time. Dataclasses write
their methods as source, then compile it, at every start: the build has compiled the very same
source beforehand, and any other source is compiled as usual. And `inspect`, with the parser and the
disassembler behind it, is imported by several and used by nobody: it comes when it is first used.
"""

import gc
import marshal
import os
import sys
from types import ModuleType

METHODS = os.path.join(os.path.dirname(__file__), "dataclass_methods.bin")


class Later(ModuleType):
    """The module of that name, loaded when it is asked for something that is not set here."""

    def __getattr__(self, name):
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        value = getattr(__import__(self.__name__), name)
        setattr(self, name, value)
        return value


def annotations(cls):
    return dict(vars(cls).get("__annotations__", {}))


def no_signature(cls):
    """Only for the text of a docstring."""
    return ""


gc.disable()
with open(METHODS, "rb") as file:
    compiled = marshal.load(file)
inspect = sys.modules.get("inspect")
if inspect is None and sys.version_info < (3, 14):  # from then on annotations are not kept there
    inspect = sys.modules["inspect"] = Later("inspect")
    inspect.get_annotations = annotations
    inspect.signature = no_signature

import dataclasses  # noqa: E402


def execute(source, variables, names):
    exec(compiled.get(source, source), variables, names)


dataclasses.exec = execute


def done():
    """Everything is as if this had never been, but that what is there now need not be looked at."""
    del dataclasses.exec
    compiled.clear()
    if isinstance(inspect, Later):
        del inspect.get_annotations, inspect.signature
        if sys.modules.get("inspect") is inspect:
            del sys.modules["inspect"]
    gc.freeze()
    gc.enable()
