"""What is changed in the shipped copies, so that they load only what is used.

Each edit names text that occurs exactly once; the versions are pinned, and the build stops if the
text is not there. Only imports move: into the one function that needs them, or away with what never
runs on Lambda (the template compiler: templates are compiled by the build).
"""

from typing import Final

Edit = tuple[str, str]

START: Final[dict[str, tuple[Edit, ...]]] = {
    "lambda_function.py": (
        (
            "from spasm_guide.bootstrap import deployed\n",
            "import quick_start\nfrom spasm_guide.bootstrap import deployed\n",
        ),
        ("handler = deployed()\n", "handler = deployed()\nquick_start.done()\n"),
    ),
}

EDITS: Final[dict[str, tuple[Edit, ...]]] = {
    # Alexa's timestamps are ISO 8601; the general parser costs more than the turn itself.
    "ask_sdk_core/serialize.py": (
        (
            "            from dateutil.parser import parse\n"
            "            parsed_datetime = parse(payload)\n",
            "            parsed_datetime = datetime.fromisoformat(payload)\n",
        ),
    ),
    # The clients of Alexa's other services, some two hundred modules.
    "ask_sdk_core/skill.py": (
        ("from ask_sdk_model.services import ServiceClientFactory, ApiConfiguration\n", ""),
        (
            "            api_configuration = ApiConfiguration(",
            "            from ask_sdk_model.services import ApiConfiguration\n"
            "            from ask_sdk_model.services import ServiceClientFactory\n"
            "            api_configuration = ApiConfiguration(",
        ),
    ),
    "jinja2/environment.py": (
        (
            "import os\nimport typing\n",
            "from __future__ import annotations\nimport os\nimport typing\n",
        ),
        ("from .compiler import CodeGenerator\nfrom .compiler import generate\n", ""),
        (
            "from .lexer import get_lexer\n"
            "from .lexer import Lexer\n"
            "from .lexer import TokenStream\n",
            "",
        ),
        ("from .parser import Parser\n", ""),
        ('t.Type["CodeGenerator"] = CodeGenerator\n', 't.Type["CodeGenerator"] = None\n'),
    ),
    # `inspect` brings the parser and the disassembler.
    "jinja2/filters.py": (
        ("from inspect import getattr_static\n", ""),
        (
            "        getattr_static(obj, name)\n",
            "        from inspect import getattr_static\n        getattr_static(obj, name)\n",
        ),
    ),
}

UNUSED: Final = (
    # Needed to compile templates, to debug them, or for what no template here uses.
    "jinja2/bccache.py",
    "jinja2/compiler.py",
    "jinja2/debug.py",
    "jinja2/ext.py",
    "jinja2/idtracking.py",
    "jinja2/meta.py",
    "jinja2/nativetypes.py",
    "jinja2/optimizer.py",
    "jinja2/parser.py",
    "jinja2/sandbox.py",
    # The SDK's own client for Alexa's services stands on requests; ours does not use it.
    "ask_sdk_core/api_client.py",
    "certifi",
    "charset_normalizer",
    "idna",
    "requests",
    "urllib3",
    # The encoder multiplies matrices: no random numbers, transforms, polynomials, masks or Fortran.
    "numpy/_core/include",
    "numpy/_core/lib",
    "numpy/_core/tests",
    "numpy/_pyinstaller",
    "numpy/char",
    "numpy/core",
    "numpy/ctypeslib",
    "numpy/doc",
    "numpy/f2py",
    "numpy/fft",
    "numpy/lib/tests",
    "numpy/linalg/tests",
    "numpy/ma",
    "numpy/matlib.py",
    "numpy/matrixlib/tests",
    "numpy/polynomial",
    "numpy/random",
    "numpy/rec",
    "numpy/strings",
    "numpy/testing",
    "numpy/tests",
    "numpy/typing",
)
