#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That of each relation so much of its line is seen that its status is known. test-lines.py AMICUS_CLI"""

import subprocess
import sys

from picture import Picture, shown

# What a diamond at the tail and an arrowhead, the largest there are, take of a line.
TAIL, HEAD = 16.75, 13.55
# Least length that is seen, and least stretch; the longest pattern is dashes of 11 and gaps of 6.
LENGTH, STRETCH = 24, 14

ENGINES = ["builtin", "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage"]
STATUSES = ["established", "alleged", "possible", "denied", "disputed"]


def chain(n, direction):
    edges = (f"n{i} -> n{i + 1} [kind=owns, status={STATUSES[i % 5]}];" for i in range(n - 1))
    return f"digraph {{ graph [amicus=1, rankdir={direction}]; node [kind=company]; {' '.join(edges)} }}"


def star(n):
    edges = (f"hub -> n{i} [kind=owns, status={STATUSES[i % 5]}, percentage={10 + i}];" for i in range(n))
    return f"digraph {{ graph [amicus=1]; node [kind=person]; {' '.join(edges)} }}"


def ring(n):
    """With chords, and without labels where there is no kind."""
    edges = (f"n{i} -> n{(i + k) % n} [{kind} status={STATUSES[(i + k) % 5]}];"
             for i in range(n) for k, kind in ((1, "kind=owns,"), (2, "")) if (i + k) % 3)
    return f"digraph {{ graph [amicus=1]; node [kind=agency]; {' '.join(edges)} }}"


def groups():
    inner = "subgraph cluster_%s { label=\"A group\"; %s1 -> %s2 [kind=owns, status=possible]; }"
    return ("digraph { graph [amicus=1]; node [kind=company]; " + " ".join(inner % (c, c, c) for c in "ab")
            + " a2 -> b1 [kind=sells, status=alleged]; x -> a1 [kind=owns, status=alleged]; x -> b2; }")


def net():
    """A chain with a chord, a loop, and something else that joins it."""
    edges = (f"n{i} -> n{i + 1} [kind=owns, status={STATUSES[i]}];" for i in range(5))
    return ("digraph { graph [amicus=1]; node [kind=company]; " + " ".join(edges) + " n1 -> n1;"
            " n0 -> n3 [kind=owns, status=disputed, percentage=\"25-50\"]; other -> n0 [kind=sue]; }")


GRAPHS = {
    "a pair": chain(2, "LR"),
    "a chain": chain(6, "LR"),
    "a chain downwards": chain(6, "TB"),
    "a star": star(7),
    "a ring": ring(6),
    "groups": groups(),
    "a net": net(),
}


def picture_of(text, engine):
    return Picture(subprocess.run([sys.argv[1], "layout", "--engine=" + engine, "-"], input=text, check=True,
                                  capture_output=True, text=True).stdout.splitlines())


def complaints(picture):
    for i, (edge, path) in enumerate(zip(picture.edges, picture.paths)):
        stretches = shown(path, picture.labels.get(i), TAIL, HEAD)
        if sum(stretches) < LENGTH or max(stretches, default=0) < STRETCH:
            yield f"{edge['edge'][0]} -> {edge['edge'][1]}: {' + '.join(f'{length:.1f}' for length in stretches)}"


print(f"1..{len(GRAPHS) * len(ENGINES)}")
number = 0
for name, text in GRAPHS.items():
    for engine in ENGINES:
        number += 1
        bad = list(complaints(picture_of(text, engine)))
        for line in bad:
            print(f"# {line}")
        print(f"{'not ok' if bad else 'ok'} {number} - {name} by {engine}")
