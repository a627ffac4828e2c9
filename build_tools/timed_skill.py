"""Run by Lambda's Python inside an artifact: time it, and print what was found as JSON.

Reads on standard input the requests of a conversation, `{"request": ..., "system": ...}` a line;
session attributes are handed from turn to turn as Alexa does. The second request of the first is
the first that brings words: what it loads, it loads then.
"""

import json
import re
import sys
import time

ROUNDS = int(sys.argv[1])
sys.path.insert(0, ".")
conversations = [json.loads(line) for line in sys.stdin]

began, worked = time.perf_counter(), time.process_time()
import lambda_function  # noqa: E402

imported = time.perf_counter()
lambda_function.handler(conversations[0][0], None)
answered, done = time.perf_counter(), time.process_time()
for event in conversations[0][1:2]:
    lambda_function.handler(event, None)
heard, heard_cpu = time.perf_counter(), time.process_time()

sys.stdout, shown = open("/dev/null", "w"), sys.stdout  # noqa: SIM115
turns, turns_cpu = [], []
for _ in range(ROUNDS):
    for conversation in conversations:
        attributes = {}
        for event in conversation:
            event["session"]["attributes"] = attributes
            start, work = time.perf_counter(), time.process_time()
            answer = lambda_function.handler(event, None)
            turns.append(1000 * (time.perf_counter() - start))
            turns_cpu.append(1000 * (time.process_time() - work))
            attributes = answer.get("sessionAttributes") or {}
with open("/proc/self/status") as file:
    status = file.read()
json.dump(
    {
        "import": 1000 * (imported - began),
        "first": 1000 * (answered - imported),
        "cold": 1000 * (answered - began),
        "cold_cpu": 1000 * (done - worked),
        "spoken": 1000 * (heard - answered),
        "spoken_cpu": 1000 * (heard_cpu - done),
        "peak": int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024,
        "turns": turns,
        "turns_cpu": turns_cpu,
        "modules": len(sys.modules),
    },
    shown,
)
