"""The room that reads: any words and the open question to what they mean, in any language."""

import os

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # Before numpy: more than Lambda's core only wait.
