# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a module that are named test_…, and prints TAP."""

import inspect
import sys
import traceback


class Skip(Exception):
    """A test that cannot be done here, and why."""


def run(functions, *arguments):
    """@functions: globals() of a module; each test is called with as many of @arguments as it takes."""
    tests = [(name, function) for name, function in functions.items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        title = f"{number} - {name.removeprefix('test_').replace('_', ' ')}"
        try:
            function(*arguments[:len(inspect.signature(function).parameters)])
            print(f"ok {title}", flush=True)
        except Skip as reason:
            print(f"ok {title} # SKIP {reason}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {title}", flush=True)
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="", flush=True)
    sys.exit(failed > 0)
