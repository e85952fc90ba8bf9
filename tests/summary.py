#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a run: `N passed, N failed` and `, N skipped`. Says why the skipped ones were.
A program that ended otherwise than it should, of which no case failed, counts as one that failed."""

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

GOOD = {"OK", "SKIP", "EXPECTEDFAIL"}


def main(folder):
    passed = failed = skipped = 0
    told = set()
    for suite in ET.parse(folder / "testlog.junit.xml").getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            name = f'{suite.get("name")}: {case.get("name")}'
            skip = case.find("skipped")
            if skip is not None:
                skipped += 1
                print(f'skipped: {name} {skip.get("message") or skip.text or ""}'.rstrip())
            elif case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                told.add(suite.get("name").partition(".")[2])
                print(f"failed: {name}")
            else:
                passed += 1
    for line in (folder / "testlog.json").read_text(encoding="utf-8").splitlines():
        program = json.loads(line)
        if program["result"] not in GOOD and program["name"] not in told:
            failed += 1
            print(f'failed: {program["name"]}: {program["result"]}')
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


sys.exit(main(Path(sys.argv[1])))
