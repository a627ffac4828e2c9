"""Shipped by the build, and imported first: a shorter start. Nothing depends on it.

Start-up only makes what stays, so collecting garbage meanwhile is lost time. And dataclasses write
their methods as source, then compile it, at every start: the build has compiled the very same
source beforehand, and any other source is compiled as usual.
"""

import dataclasses
import gc
import marshal
import os

METHODS = os.path.join(os.path.dirname(__file__), "dataclass_methods.bin")

gc.disable()
with open(METHODS, "rb") as file:
    _COMPILED = marshal.load(file)


def _execute(source, variables, names):
    exec(_COMPILED.get(source, source), variables, names)


dataclasses.exec = _execute


def done():
    """What is there now stays: no later collection need look at it again."""
    del dataclasses.exec
    _COMPILED.clear()
    gc.freeze()
    gc.enable()
