"""`make bench`: our artifact beside the bare SDK's hello world, built as SAM does by default.

Cold start is from the import to the first answer, in a fresh process of Lambda's Python each time,
the two taking turns so that a busy machine is busy for both; its processor time says the same on
a machine that is busy with other things. Then both on AWS's runtime emulator.
"""

import argparse
import json
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


def hello_world(out: Path, python: str) -> Path:
    """As `sam build` does it: the wheels as they come, no bytecode."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    install_wheels(ROOT / "lambda/requirements.txt", out, python, host_machine())
    shutil.copy(TOOLS / "hello_world/lambda_function.py", out)
    return out


def timed(
    artifact: Path, python: str, conversations: Sequence[Requests], rounds: int, *how: str
) -> dict[str, Any]:
    """Nothing is written there, as on Lambda, where bytecode could not be kept."""
    run = subprocess.run(
        [python, "-B", "-W", "ignore", str(TOOLS / "timed_skill.py"), str(rounds), *how],
        cwd=artifact,
        input="\n".join(map(json.dumps, conversations)),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def cold_starts(
    artifacts: dict[str, Path], python: str, launch: Requests, times: int
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in artifacts}
    for _ in range(times):
        for name, artifact in artifacts.items():
            found[name].append(timed(artifact, python, [launch], 0))
    return found


def of_the_reader(artifact: Path, python: str, start: Requests, times: int) -> tuple[float, float]:
    """Of the start, and of the start and the first phrase: milliseconds that the reader costs."""
    runs = [
        [timed(artifact, python, [start], 0, *how) for how in ((), ("deaf",))] for _ in range(times)
    ]
    costs = [
        [whole[kind] - deaf[kind] for whole, deaf in runs] for kind in ("cold_cpu", "heard_cpu")
    ]
    return statistics.median(costs[0]), statistics.median(costs[1])


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
    cold = cold_starts(artifacts, python, launch, times)
    for kind, what in (("cold", "cold start"), ("cold_cpu", "cold start, processor")):
        took = {name: [each[kind] for each in runs] for name, runs in cold.items()}
        row(f"{what}, median ms", {name: statistics.median(all) for name, all in took.items()})
        row(f"{what}, best ms", {name: min(all) for name, all in took.items()})
    phrase = next(r for c in conversations for r in c if "speech" in slots(r))
    costs = of_the_reader(artifacts[OURS], python, [*launch, phrase], times)
    for what, cost in zip(("start", "start and first phrase"), costs, strict=True):
        print(f"{f'of it the reader, {what}, ms':36}{cost:>14.2f}")
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
    print(f"({len(warm[OURS]['turns']):,} turns of {len(conversations)} conversations)")


def slots(request: dict[str, Any]) -> dict[str, Any]:
    return request["request"].get("intent", {}).get("slots") or {}


def row(what: str, values: dict[str, Any], form: str = "{:.2f}") -> None:
    ours, hello = values[OURS], values[HELLO]
    print(f"{what:36}{form.format(ours):>14}{form.format(hello):>14}{ours / hello:>8.2f}")


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    main()
