#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good the pictures of the two files are that come with the program. test-pictures.py AMICUS_CLI"""

import os
import subprocess
import sys

from picture import Picture

# Largest size at which it can be read in a window, most crossings, fewest labels on their lines,
# longest way over the straight one. Another font changes them a little.
BOUNDS = {
    "nso.gv": ((3500, 2500), 800, 0.92, 3.0),
    "nso-2020.gv": ((1800, 1200), 10, 1.0, 1.5),
}


def picture_of(name):
    path = os.path.join(os.environ["AMICUS_SOURCE_DIR"], "data", name)
    return Picture(subprocess.run([sys.argv[1], "layout", path], check=True, capture_output=True,
                                  text=True).stdout.splitlines())


def complaints(picture, size, most_crossings, least_on_lines, longest_detour):
    width, height = picture.extent()
    counts = {
        "cards that overlap": (picture.overlapping_cards(), 0),
        "lines through cards": (picture.lines_through_cards(), 0),
        "labels on cards or labels": (picture.labels_on_things(), 0),
        "labels beside their lines": (len(picture.labels) - picture.labels_on_lines(),
                                      (1 - least_on_lines) * len(picture.labels)),
        "crossings": (picture.crossings(), most_crossings),
        "longest detour": (picture.longest_detour(), longest_detour),
        "width": (width, size[0]),
        "height": (height, size[1]),
    }
    for what, (count, limit) in counts.items():
        print(f"# {what}: {count:.4g}, at most {limit:.4g}")
    return [what for what, (count, limit) in counts.items() if count > limit]


print(f"1..{len(BOUNDS)}")
for number, (name, bounds) in enumerate(BOUNDS.items(), 1):
    bad = complaints(picture_of(name), *bounds)
    print(f"{'not ok' if bad else 'ok'} {number} - {name}")
