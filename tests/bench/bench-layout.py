#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout through the worker beside Graphviz's own programs, on the same boxes, labels and
settings. Ours goes from numbers to numbers, theirs from a file to -Tplain.

bench-layout.py BUILD [ENTITIES…]"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests" / "layout-worker"))

from wire import DONE, Edge, Node, Request, read_reply  # noqa: E402
from worker import Worker  # noqa: E402

BUILD = Path(sys.argv[1])
SIZES = [int(word) for word in sys.argv[2:]] or [100, 300, 667]
SHARED = Path(os.environ.get("AMICUS_SHARED", TOP / ".." / "shared"))
RUNS = 5
GOAL = 1.2

TABLE = ('<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="{:.0f}" '
         'HEIGHT="{:.0f}"><TR><TD></TD></TR></TABLE>>')


def request_from(path, engine):
    """Cards and labels of about the size that Amicus gives them."""
    text = path.read_text()
    labels = re.findall(r'^ n\d+ \[label="(.*)"\];', text, re.MULTILINE)
    edges = re.findall(r"^ n(\d+) -> n(\d+) \[kind=(\w+)", text, re.MULTILINE)
    nodes = [Node(min(210.0, 46 + 7.2 * len(label)), 46.0) for label in labels]
    return Request(engine, nodes, [Edge(int(tail), int(head), label_width=6.0 * len(kind), label_height=14.0)
                                   for tail, head, kind in edges])


def settings(request):
    """What src/layout-worker/engine.c sets."""
    gap, ranks = request.node_gap / 72, request.rank_gap / 72
    if request.engine == "dot":
        large = "nslimit=2; mclimit=0.5;" if len(request.nodes) > 300 else ""
        return f"nodesep={gap:.6f}; ranksep={ranks:.6f}; compound=true; {large} edge [headclip=false, tailclip=false];"
    mean = sum((n.width ** 2 + n.height ** 2) ** 0.5 for n in request.nodes) / len(request.nodes)
    return f'splines=""; overlap=true; start=1; K={(mean + request.rank_gap) / 72:.6f}; pack={request.node_gap:.0f};'


def write_dot(request, path):
    lines = ["digraph {", settings(request), 'node [shape=box, label="", fixedsize=true]; edge [dir=none];']
    lines += [f"{i} [width={n.width / 72:.6f}, height={n.height / 72:.6f}];" for i, n in enumerate(request.nodes)]
    for edge in request.edges:
        label = TABLE.format(edge.label_width, edge.label_height)
        lines.append(f"{edge.tail} -> {edge.head}" + (f" [label={label}];" if request.engine == "dot" else ";"))
    path.write_text("\n".join([*lines, "}\n"]))


def seconds(action):
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def compare(worker, engine, n, folder):
    source, prepared = folder / f"graph{n}.dot", folder / f"{engine}{n}.gv"
    request = request_from(source, engine)
    write_dot(request, prepared)

    def ours():
        assert read_reply(worker.ask(request)).status == DONE

    def theirs():
        subprocess.run([engine, "-Tplain", "-o", os.devnull, prepared], check=True, stderr=subprocess.DEVNULL)

    seconds(ours), seconds(theirs)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    a, b = (statistics.median(times) for times in zip(*pairs))
    print(f"{f'layout {engine} {n} entities, {len(request.edges)} relations':42} amicus {1000 * a:9.1f} ms   "
          f"{engine} {1000 * b:9.1f} ms   ratio {a / b:6.3f}   goal {GOAL}", flush=True)


def main():
    generator = SHARED / "bench" / "graph.py"
    if not generator.exists() or not shutil.which("sfdp"):
        raise SystemExit("bench-layout.py: needs graphviz and AMICUS_SHARED/bench/graph.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        worker = Worker(BUILD / "src" / "layout-worker" / "amicus-layout", seconds=600)
        for n in SIZES:
            subprocess.run([sys.executable, generator, str(n), folder / f"graph{n}", "dot"], check=True,
                           stdout=subprocess.DEVNULL)
            for engine in ("dot", "sfdp"):
                compare(worker, engine, n, folder)
        worker.close()


main()
