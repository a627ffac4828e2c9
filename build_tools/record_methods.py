"""Run by the target's Python inside an artifact: compile what its dataclasses would at start-up."""

import builtins
import dataclasses
import importlib
import marshal
import pkgutil
import sys

sys.path.insert(0, ".")
compiled = {}


def record(source, variables, names):
    compiled[source] = compile(source, "<string>", "exec")
    builtins.exec(compiled[source], variables, names)


dataclasses.exec = record
package = importlib.import_module("spasm_guide")
for module in pkgutil.walk_packages(package.__path__, "spasm_guide."):
    importlib.import_module(module.name)
with open("dataclass_methods.bin", "wb") as file:
    marshal.dump({source: compiled[source] for source in sorted(compiled)}, file)
