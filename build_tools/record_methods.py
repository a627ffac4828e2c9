"""Run by the target's Python inside an artifact: compile what its dataclasses would at start-up."""

import builtins
import dataclasses
import marshal
import sys

sys.path.insert(0, ".")
compiled = {}


def record(source, variables, names):
    compiled[source] = compile(source, "<string>", "exec")
    builtins.exec(compiled[source], variables, names)


dataclasses.exec = record
from spasm_guide.bootstrap import deployed  # noqa: E402

deployed()
with open("dataclass_methods.bin", "wb") as file:
    marshal.dump({source: compiled[source] for source in sorted(compiled)}, file)
