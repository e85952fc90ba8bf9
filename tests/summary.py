#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a run: `N passed, N failed` and `, N skipped`. Says why the skipped ones were."""

import sys
import xml.etree.ElementTree as ET


def main(path):
    passed = failed = skipped = 0
    for suite in ET.parse(path).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            name = f'{suite.get("name")}: {case.get("name")}'
            skip = case.find("skipped")
            if skip is not None:
                skipped += 1
                print(f'skipped: {name} {skip.get("message") or skip.text or ""}'.rstrip())
            elif case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                print(f"failed: {name}")
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1]))
