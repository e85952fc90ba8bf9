#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do we read in a file what Graphviz's own library reads in it?

Usage: test-oracle.py AMICUS-CLI CGRAPH-DUMP

Both programs print a file as JSON lines: the graph, nodes, edges, subgraphs, each in order of creation with
its effective attributes. They are compared for every real file that cgraph accepts, and for small random
texts full of scopes, defaults, keys, ports and groups as ends. AMICUS_TEST_FULL=1 makes more of those;
AMICUS_TEST_SEED chooses others.
"""

import glob
import json
import os
import random
import subprocess
import sys
import tempfile

CLI, CGRAPH = sys.argv[1:3]
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"
SOURCE = os.environ.get("AMICUS_SOURCE_DIR", os.getcwd())
SHARED = os.environ.get("AMICUS_SHARED", os.path.join(SOURCE, "..", "shared"))
EXAMPLES = "/usr/share/doc/graphviz/examples/graphs"

# Real files in which we mean to differ from cgraph 2.42: name → why. There is none: cgraph loses the names of
# nodes that begin with "%", but no file has such.
WANTED = {}


def run(program, path):
    """Exit status and standard output; status None after 60 seconds."""
    try:
        done = subprocess.run(program + [path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    except subprocess.TimeoutExpired:
        return None, b""
    return done.returncode, done.stdout


def objects(output):
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def difference(path):
    """None if both read the same, "" if cgraph does not read the file, else the first difference."""
    status, ours = run([CLI, "dump"], path)
    if status not in (0, 1):
        return f"amicus-cli ended with {status}"
    oracle_status, theirs = run([CGRAPH], path)
    if oracle_status != 0:
        return ""
    if status != 0:
        return "amicus-cli finds errors, cgraph none"
    ours, theirs = objects(ours), objects(theirs)
    for our, their in zip(ours, theirs):
        if our != their:
            return f"we {json.dumps(our)[:400]}, cgraph {json.dumps(their)[:400]}"
    if len(ours) != len(theirs):
        return f"we have {len(ours)} lines, cgraph {len(theirs)}"
    return None


# ---- Random texts -----------------------------------------------------------------------------------------

IDS = ["a", "b", "c", "d", "e", '"f f"', "1.5", "<g>", '""', "é", '"a"']
GROUPS = ["s", "t", "cluster_u", '"s"']
NAMES = ["color", "label", "x", "y", "shape", "key"]
VALUES = ["red", "blue", "1", '""', '"two words"', "<b>", '"\\N\\l"', '"q\\"q"']
PORTS = ["", "", "", "", ":p", ":p:n", ":ne", ':"x y"']


class Writer:
    def __init__(self, chance):
        self.chance = chance
        self.directed = chance.random() < 0.6
        self.strict = chance.random() < 0.25
        # In a subgraph of a strict graph cgraph lets a second relation in that has another key. We do not.
        self.flat = self.strict and chance.random() < 0.4
        self.keys = self.flat or not self.strict

    def settings(self, names=NAMES, least=0):
        n = self.chance.randint(least, 3)
        if n == 0:
            return self.chance.choice(["", "[]"])
        parts = [f"{self.chance.choice(names)}={self.chance.choice(VALUES)}" for _ in range(n)]
        return "[" + self.chance.choice([", ", " ", "; ", "] ["]).join(parts) + "]"

    def edge_settings(self):
        return self.settings(NAMES if self.keys else NAMES[:-1])

    def subgraph(self, depth):
        kind = self.chance.random()
        name = "" if kind < 0.4 else f"subgraph {self.chance.choice(GROUPS)} " if kind < 0.9 else "subgraph "
        return name + self.body(depth + 1, 3)

    def end(self, depth):
        if depth < 4 and not self.flat and self.chance.random() < 0.25:
            return self.subgraph(depth)
        nodes = [self.chance.choice(IDS) + self.chance.choice(PORTS)
                 for _ in range(2 if self.chance.random() < 0.1 else 1)]
        return ", ".join(nodes)

    def edge(self, depth):
        ends = [self.end(depth) for _ in range(self.chance.choice([2, 2, 2, 3, 4]))]
        return (" -> " if self.directed else " -- ").join(ends) + " " + self.edge_settings()

    def statement(self, depth):
        kind = self.chance.random()
        if kind < 0.2:
            return self.chance.choice(IDS) + self.chance.choice(PORTS) + " " + self.settings()
        if kind < 0.25:
            return ", ".join(self.chance.sample(IDS, 2)) + " " + self.settings()
        if kind < 0.55:
            return self.edge(depth)
        if kind < 0.7:
            return self.chance.choice(["node ", "edge ", "graph ", "NODE "]) + self.settings(least=1)
        if kind < 0.8:
            return f"{self.chance.choice(NAMES)}={self.chance.choice(VALUES)}"
        return self.subgraph(depth) if depth < 4 and not self.flat else "z"

    def body(self, depth, most):
        separators = ["; ", "\n", " ;\n", " // word\n", " /* word */ "]
        text = "".join(self.statement(depth) + self.chance.choice(separators)
                       for _ in range(self.chance.randint(0, most)))
        return "{ " + text + "}"

    def graph(self):
        head = ("strict " if self.strict else "") + ("digraph " if self.directed else "graph ")
        return head + self.chance.choice(["", "g ", '"g g" ']) + self.body(0, 8) + "\n"


# ---- Report -----------------------------------------------------------------------------------------------

class Report:
    def __init__(self):
        self.n = 0
        self.failed = False

    def result(self, passed, name):
        self.n += 1
        self.failed |= not passed
        print(f"{'ok' if passed else 'not ok'} {self.n} - {name}", flush=True)

    def skip(self, name, reason):
        self.n += 1
        print(f"ok {self.n} - {name} # SKIP {reason}")


def compare_files(report, title, folder):
    paths = sorted(glob.glob(os.path.join(folder, "**", "*.gv"), recursive=True) +
                   glob.glob(os.path.join(folder, "**", "*.dot"), recursive=True))
    if not paths:
        report.skip(title, f"{folder} is not there")
        return
    refused = wrong = 0
    for path in paths:
        found = difference(path)
        wanted = WANTED.get(os.path.basename(path))
        if found == "":
            refused += 1
        elif (found is None) != (wanted is None):
            wrong += 1
            print(f"# {path}: {found or 'no difference any more, though one was wanted: ' + wanted}")
    print(f"# {len(paths)} files, of which cgraph refuses {refused}")
    report.result(wrong == 0 and refused * 5 < len(paths), title)


def compare_random(report, folder):
    seed = int(os.environ.get("AMICUS_TEST_SEED", "2042"))
    count = 5000 if FULL else 300
    refused = wrong = 0
    path = os.path.join(folder, "random.gv")
    for i in range(count):
        text = Writer(random.Random(seed * 1000003 + i)).graph()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        found = difference(path)
        refused += found == ""
        if found:
            wrong += 1
            if wrong <= 5:
                print(f"# text {i}: {found}")
                print("".join(f"#   {line}\n" for line in text.splitlines()), end="")
    print(f"# seed {seed}: {count} texts, of which cgraph refuses {refused}")
    report.result(wrong == 0 and refused * 10 < count, "random texts")


def main():
    report = Report()
    compare_files(report, "the corpora", os.path.join(SHARED, "corpora", "dot"))
    compare_files(report, "Graphviz's examples", EXAMPLES)
    compare_files(report, "our own graphs", os.path.join(SOURCE, "data"))
    with tempfile.TemporaryDirectory() as folder:
        compare_random(report, folder)
    print(f"1..{report.n}")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
