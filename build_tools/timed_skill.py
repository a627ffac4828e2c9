"""Run by Lambda's Python inside an artifact: time it, and print what was found as JSON.

Reads on standard input the requests of a conversation, `{"request": ..., "system": ...}` a line;
session attributes are handed from turn to turn as Alexa does. With `deaf` as second argument the
skill starts without its reader: the difference is what the reader costs.
"""

import json
import sys
import time
import types

ROUNDS = int(sys.argv[1])
sys.path.insert(0, ".")
if sys.argv[2:] == ["deaf"]:
    nothing = types.ModuleType("spasm_guide.reader.listen")
    heard_module = "spasm_guide.conversation.heard"
    nothing.listen = lambda text, asking, locale: sys.modules[heard_module].Heard("unclear")
    sys.modules[nothing.__name__] = nothing
conversations = [json.loads(line) for line in sys.stdin]

began, worked = time.perf_counter(), time.process_time()
import lambda_function  # noqa: E402

imported = time.perf_counter()
lambda_function.handler(conversations[0][0], None)
answered, done = time.perf_counter(), time.process_time()
for event in conversations[0][1:2]:
    lambda_function.handler(event, None)
heard = time.process_time()

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
json.dump(
    {
        "import": 1000 * (imported - began),
        "first": 1000 * (answered - imported),
        "cold": 1000 * (answered - began),
        "cold_cpu": 1000 * (done - worked),
        "heard_cpu": 1000 * (heard - worked),
        "turns": turns,
        "turns_cpu": turns_cpu,
        "modules": len(sys.modules),
    },
    shown,
)
