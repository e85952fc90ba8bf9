#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker under sanitizers, which do not go with its sandbox. test-worker-checked.py WORKER"""

import random
import subprocess
import sys
import tempfile

from wire import ENGINES
from worker import random_request

OURS = "layout-worker"


def complaint(engine):
    """What the sanitizers say of our own code; Graphviz has leaks and more of its own."""
    rnd = random.Random(7)
    frames = b"".join(random_request(rnd, engine, n, pins=n % 2 == 0).frame() for n in range(1, 40, 3))
    with tempfile.NamedTemporaryFile() as file:
        file.write(frames)
        file.flush()
        result = subprocess.run([sys.argv[1], "--no-sandbox", "--file", file.name], capture_output=True,
                                env={"ASAN_OPTIONS": "detect_leaks=0"})
    text = result.stderr.decode(errors="replace")
    reports = [line for line in text.splitlines() if "runtime error" in line or "ERROR: AddressSanitizer" in line]
    return reports if result.returncode or OURS in text else []


print(f"1..{len(ENGINES)}")
for number, engine in enumerate(ENGINES, 1):
    reports = complaint(engine)
    for line in reports[:10]:
        print(f"# {line}")
    print(f"{'not ok' if reports else 'ok'} {number} - {engine}")
