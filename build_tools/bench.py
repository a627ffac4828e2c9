"""`make bench`: our artifact beside the bare SDK's hello world, built as SAM does by default.

Cold start is from the import to the first answer, in a fresh process of Lambda's Python each time,
the two taking turns so that a busy machine is busy for both; its processor time says the same on
a machine that is busy with other things. Then both on AWS's runtime emulator.
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from build_tools import archive, emulator, interpreter
from build_tools.artifact import ROOT, TOOLS, build, host_machine, install_wheels
from build_tools.conversations import Requests, all_requests

BUILD: Final = ROOT / "build/bench"
OURS, HELLO = "spasm guide", "hello world"
WHOLE_CORE: Final = 1769
"""Megabytes of memory with which Lambda grants one."""
MEMORY: Final = re.compile(r"MemorySize:\n    Type: Number\n.*\n    Default: (\d+)")


def hello_world(out: Path, python: str) -> Path:
    """As `sam build` does it: the wheels as they come, no bytecode."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    install_wheels(ROOT / "lambda/requirements.txt", out, python, host_machine())
    for ours in ("numpy", "numpy.libs"):
        shutil.rmtree(out / ours)
    shutil.copy(TOOLS / "hello_world/lambda_function.py", out)
    return out


def timed(
    artifact: Path, python: str, conversations: Sequence[Requests], rounds: int
) -> dict[str, Any]:
    """Nothing is written there, as on Lambda, where bytecode could not be kept."""
    run = subprocess.run(
        [python, "-B", "-W", "ignore", str(TOOLS / "timed_skill.py"), str(rounds)],
        cwd=artifact,
        input="\n".join(map(json.dumps, conversations)),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def cold_starts(
    artifacts: dict[str, Path], python: str, start: Requests, times: int
) -> dict[str, list[dict[str, Any]]]:
    """Each opened, then spoken to once."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in artifacts}
    for _ in range(times):
        for name, artifact in artifacts.items():
            found[name].append(timed(artifact, python, [start], 0))
    return found


def share_of_a_core() -> float:
    """What the template's default memory buys on Lambda."""
    found = MEMORY.search((ROOT / "template.yaml").read_text(encoding="utf-8"))
    assert found
    return min(1.0, int(found[1]) / WHOLE_CORE)


def emulated(
    artifacts: dict[str, Path], python: str, launch: Requests, times: int
) -> dict[str, tuple[list[float], list[float]]]:
    """Init and first turn, in milliseconds, as Lambda's own runtime reports them."""
    client = emulator.runtime_client(python, ROOT / f"build/runtime-client-{interpreter.LAMBDA}")
    found: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in artifacts}
    for _ in range(times):
        for name, artifact in artifacts.items():
            with emulator.running(artifact, python, client) as runtime:
                runtime.invoke(launch[0])
                found[name][0].append(runtime.init_ms())
                found[name][1].append(runtime.invoke_ms()[0])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="cold starts of each (20)")
    parser.add_argument("--rounds", type=int, default=20, help="times each conversation (20)")
    parser.add_argument("--python", default=None, help=f"a Python {interpreter.LAMBDA}")
    given = parser.parse_args()
    try:
        python = interpreter.find(given.python)
    except interpreter.NoInterpreter as missing:
        sys.exit(str(missing))
    conversations = all_requests()
    launch = next(c for c in conversations if c[0]["request"]["type"] == "LaunchRequest")[:1]
    artifacts = {
        OURS: build(BUILD / "lambda", python, host_machine()),
        HELLO: hello_world(BUILD / "hello", python),
    }
    report(artifacts, python, conversations, launch, given.times, given.rounds)


def report(
    artifacts: dict[str, Path],
    python: str,
    conversations: Sequence[Requests],
    launch: Requests,
    times: int,
    rounds: int,
) -> None:
    print(f"{'':36}{OURS:>14}{HELLO:>14}{'ratio':>8}")
    sizes = {n: archive.pack(a, a.with_suffix(".zip")).stat().st_size for n, a in artifacts.items()}
    row("zipped, bytes", sizes, "{:,}")
    spoken = [r for c in conversations for r in c if "speech" in slots(r)]
    phrase = max(spoken, key=lambda r: len(slots(r)["speech"]["value"]))
    cold = cold_starts(artifacts, python, [*launch, phrase], times)
    for kind, what in (("cold", "cold start"), ("cold_cpu", "cold start, processor")):
        took = {name: [each[kind] for each in runs] for name, runs in cold.items()}
        row(f"{what}, median ms", {name: statistics.median(all) for name, all in took.items()})
        row(f"{what}, best ms", {name: min(all) for name, all in took.items()})
        starts = statistics.median(took[HELLO])
        words = statistics.median(each[kind.replace("cold", "spoken")] for each in cold[OURS])
        row(f"{what.replace('cold start', 'first words')}, ms", {OURS: words, HELLO: starts})
    row("peak memory, MB", {n: max(each["peak"] for each in runs) for n, runs in cold.items()})
    if why := emulator.missing():
        print(f"not on the emulator: {why}")
    else:
        lambdas = emulated(artifacts, python, launch, max(3, times // 4))
        init = {n: statistics.median(i) for n, (i, _) in lambdas.items()}
        first = {n: statistics.median(f) for n, (_, f) in lambdas.items()}
        row("emulator: init, median ms", init)
        row("emulator: first turn, median ms", first)
        row("emulator: both, ms", {n: init[n] + first[n] for n in artifacts})
    warm = {n: timed(a, python, conversations, rounds) for n, a in artifacts.items()}
    for kind, what in (("turns", "warm turn"), ("turns_cpu", "warm turn, processor")):
        for percent in (50, 99):
            values = {name: percentile(found[kind], percent) for name, found in warm.items()}
            row(f"{what}, p{percent} ms", values)
    share = share_of_a_core()
    hardest = percentile(warm[OURS]["turns_cpu"], 99) / share
    print(f"({len(warm[OURS]['turns']):,} turns of {len(conversations)} conversations)")
    print(f"at {share:.2f} of a core, as the template has it: warm p99 {hardest:.2f} ms")


def slots(request: dict[str, Any]) -> dict[str, Any]:
    return request["request"].get("intent", {}).get("slots") or {}


def row(what: str, values: dict[str, Any], form: str = "{:.2f}") -> None:
    ours, hello = values[OURS], values[HELLO]
    print(f"{what:36}{form.format(ours):>14}{form.format(hello):>14}{ours / hello:>8.2f}")


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    main()
