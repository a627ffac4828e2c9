"""What `make build` makes for Lambda's own machines."""

import importlib.util
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_tools import archive, interpreter
from build_tools.artifact import ROOT, build, compile_bytecode
from build_tools.edits import EDITS
from build_tools.lean import Changed, edit, make_lazy

UNCHECKED_HASH = 1
AARCH64 = 183


@pytest.fixture(scope="module")
def shipped(tmp_path_factory, python) -> Path:
    return build(tmp_path_factory.mktemp("shipped") / "lambda", python, "aarch64")


def magic_of(python: str) -> bytes:
    code = "import importlib.util, sys; sys.stdout.buffer.write(importlib.util.MAGIC_NUMBER)"
    return subprocess.run([python, "-c", code], capture_output=True, check=True).stdout


def test_every_module_has_bytecode_that_is_not_checked_against_its_source(shipped, python):
    magic, tag = magic_of(python), "cpython-" + (interpreter.version(python) or "").replace(".", "")
    for source in shipped.rglob("*.py"):
        assert (source.parent / "__pycache__" / f"{source.stem}.{tag}.pyc").exists(), source
    compiled = sorted(shipped.rglob("*.pyc"))
    assert len(compiled) > 700
    for file in compiled:
        header = file.read_bytes()[:8]
        assert header[:4] == magic
        assert struct.unpack("<I", header[4:])[0] == UNCHECKED_HASH, file


def test_tracebacks_name_the_place_on_lambda(shipped):
    some = next(shipped.glob("__pycache__/lambda_function.*.pyc"))
    assert b"/var/task/lambda_function.py" in some.read_bytes()
    assert str(shipped).encode() not in some.read_bytes()


def test_native_modules_are_for_the_machine_of_the_function(shipped):
    native = sorted(shipped.rglob("*.so"))
    assert native
    for library in native:
        assert struct.unpack_from("<H", library.read_bytes(), 18)[0] == AARCH64, library


def test_every_template_is_compiled_and_no_source_of_one_is_there(shipped):
    templates = sorted((ROOT / "templates").rglob("*.j2"))
    compiled = sorted((shipped / "spasm_guide/compiled_templates").rglob("tmpl_*.py"))
    assert len(compiled) == len(templates)
    assert not list(shipped.rglob("*.j2"))


def test_nothing_is_shipped_that_never_runs(shipped):
    for unwanted in ("tests", "*.dist-info", "*.md", "boto3", "botocore", "urllib3", "pip"):
        assert not list(shipped.rglob(unwanted)), unwanted


def test_nothing_that_runs_needs_what_was_left_out():
    """Least of all the SDK's API client: ours talks to Alexa's services by itself."""
    for source in (ROOT / "lambda/spasm_guide").rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        for gone in ("import requests", "urllib3", "api_client", "service_client"):
            assert gone not in text, source


@pytest.fixture(scope="module")
def packed(shipped, tmp_path_factory):
    return archive.pack(shipped, tmp_path_factory.mktemp("packed") / "lambda.zip")


def test_the_zip_is_small_enough(packed):
    assert packed.stat().st_size <= 60_000_000


def test_unpacked_it_is_small_enough_too(shipped):
    assert sum(file.stat().st_size for file in shipped.rglob("*")) <= 200_000_000


def test_what_numpy_has_for_others_stays_at_home(shipped):
    for unwanted in ("f2py", "random", "testing", "include", "_multiarray_tests*", "*.pyi"):
        assert not list((shipped / "numpy").rglob(unwanted)), unwanted
    for needed in (
        "encoder.safetensors",
        "correction.safetensors",
        "heads.safetensors",
        "vocabulary.txt",
        "tags.json",
    ):
        assert len(list(shipped.rglob(needed))) == 1


def test_the_same_input_gives_the_same_bytes(shipped, packed, tmp_path, python):
    again = tmp_path / "elsewhere"
    shutil.copytree(shipped, again)
    for path in sorted(again.rglob("*"), reverse=True):
        path.touch()
    compile_bytecode(again, python, again)
    second = archive.pack(again, tmp_path / "again.zip")
    assert packed.read_bytes() == second.read_bytes()


def test_the_zip_has_plain_dates_and_readable_files(packed):
    with zipfile.ZipFile(packed) as opened:
        assert "lambda_function.py" in opened.namelist()
        for entry in opened.infolist():
            assert entry.date_time[0] == 1980
            assert entry.external_attr >> 16 == 0o100644


def test_an_sdk_that_has_changed_stops_the_build(tmp_path):
    (tmp_path / "ask_sdk_core").mkdir()
    (tmp_path / "ask_sdk_core/serialize.py").write_text("nothing as it was")
    with pytest.raises(Changed, match=r"serialize\.py"):
        edit(tmp_path, {"ask_sdk_core/serialize.py": EDITS["ask_sdk_core/serialize.py"]})


def test_a_lazy_package_has_the_names_it_had(tmp_path):
    package = tmp_path / "some_package"
    package.mkdir()
    (package / "leaf.py").write_text("class Leaf: pass")
    lazy = make_lazy('"""Doc."""\nfrom .leaf import Leaf as Leaf\n\n__version__ = "1"\n')
    assert lazy
    (package / "__init__.py").write_text(lazy)
    spec = importlib.util.spec_from_file_location("some_package", package / "__init__.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    module.__path__ = [str(package)]
    sys.modules["some_package"] = module
    try:
        spec.loader.exec_module(module)
        assert "some_package.leaf" not in sys.modules
        assert module.Leaf.__module__ == "some_package.leaf"
        assert module.__version__ == "1"
        assert {"Leaf", "__version__"} <= set(dir(module))
        with pytest.raises(AttributeError, match="Twig"):
            module.Twig  # noqa: B018
    finally:
        for name in ("some_package", "some_package.leaf"):
            sys.modules.pop(name, None)


@pytest.mark.parametrize(
    "source", ["import os\nfrom .a import A\n", "from .a import A as B\n", "from .a import *\n", ""]
)
def test_a_package_that_does_more_than_name_its_own_is_left_alone(source):
    assert make_lazy(source) is None


def test_an_interpreter_is_asked_for_its_version_and_a_missing_one_named_clearly():
    with pytest.raises(interpreter.NoInterpreter, match="apt-get install python"):
        interpreter.find("no-such-python")
