"""What a cold start loads: every module costs everybody who opens the skill after a pause."""

import copy

import pytest

from build_tools.conversations import all_requests
from tests.runtime.running import answers

PACKAGES = {
    "ask_sdk_core": 30,  # the skill, its builder, the serializer
    "ask_sdk_model": 45,  # the classes of a request and a response, of some 680
    "ask_sdk_runtime": 20,  # dispatch
    "jinja2": 16,  # running templates, not compiling them
    "lambda_function": 1,
    "markupsafe": 3,
    "quick_start": 1,
    "six": 6,  # the SDK's
    "spasm_guide": 105,
}
"""Third-party and own packages on the launch path, and how many of their modules."""

SLOW = {
    "asyncio": "forty modules",
    "boto3": "hundreds of milliseconds; only the diary needs it",
    "botocore": "the same",
    "ctypes": "nothing here is foreign",
    "dateutil": "dates are ISO 8601; only a reminder may want its time zones",
    "email": "comes with HTTP clients",
    "http": "only timers and reminders call out",
    "jinja2.compiler": "templates come compiled",
    "logging": "lines are printed",
    "numpy": "only words need it, and the opening has none",
    "requests": "only the SDK's own API client needs it",
    "spasm_guide.reading": "loaded with the first words",
    "sqlite3": "the local diary's",
    "ssl": "only timers and reminders call out",
    "tempfile": "nothing is written",
    "unittest": "tests stay at home",
    "urllib.request": "only timers and reminders call out",
}


@pytest.fixture(scope="module")
def loaded(artifact) -> list[str]:
    launch = copy.deepcopy(
        next(c for c in all_requests() if c[0]["request"]["type"] == "LaunchRequest")
    )
    return answers(artifact, [launch[:1]])[1]


def test_only_what_is_needed_is_loaded(loaded):
    ours = [name for name in loaded if name.partition(".")[0] in PACKAGES]
    counts = {top: sum(n.partition(".")[0] == top for n in ours) for top in PACKAGES}
    assert all(counts[top] <= most for top, most in PACKAGES.items()), counts


def test_nothing_slow_is_loaded(loaded):
    assert not {name: why for name, why in SLOW.items() if name in loaded}


def test_the_standard_library_stays_small(loaded):
    standard = [n for n in loaded if n.partition(".")[0] not in PACKAGES]
    standard = [n for n in standard if not n.startswith("_jinja2_module_templates")]
    assert len(standard) <= 125, standard
