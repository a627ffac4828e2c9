"""Run inside an artifact: conversations as JSON lines in, their answers as JSON lines out."""

import json
import sys

sys.path.insert(0, ".")
shown, sys.stdout = sys.stdout, sys.stderr
import lambda_function  # noqa: E402

for line in sys.stdin:
    attributes: dict[str, object] = {}
    for event in json.loads(line):
        event.setdefault("session", {})["attributes"] = attributes
        answer = lambda_function.handler(event, None)
        attributes = answer.get("sessionAttributes") or {}
        print(json.dumps(answer), file=shown)
print(json.dumps(sorted(sys.modules)), file=shown)
