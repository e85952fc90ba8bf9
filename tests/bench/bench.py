#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed beside peers: each ratio is of medians measured in turn, in this run, on the same file.

bench.py BUILD [NAME…]"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
TOP = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("AMICUS_SHARED", TOP / ".." / "shared"))
CLI = BUILD / "src" / "cli" / "amicus-cli"
RUNS = 5


def output(command):
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {result.returncode}\n{result.stderr}")
    return result.stdout


def seconds(command):
    begun = time.perf_counter()
    output(command)
    return time.perf_counter() - begun


def report(name, ours, peer, peer_name, goal):
    ours_median, peer_median = statistics.median(ours), statistics.median(peer)
    print(f"{name:42} amicus {1000 * ours_median:9.1f} ms   {peer_name} {1000 * peer_median:9.1f} ms"
          f"   ratio {ours_median / peer_median:6.3f}   {goal}", flush=True)


def compare(name, ours, peer, peer_name, goal, measure=seconds):
    measure(ours), measure(peer)
    pairs = [(measure(ours), measure(peer)) for _ in range(RUNS)]
    report(name, [a for a, _ in pairs], [b for _, b in pairs], peer_name, goal)


def graph(folder, n):
    stem = Path(folder) / f"graph{n}"
    output([sys.executable, SHARED / "bench" / "graph.py", n, stem, "dot"])
    return stem.with_suffix(".dot")


def bench_parse(folder):
    for n in (667, 6667, 66667):
        print(output([BUILD / "tests" / "bench" / "bench-parse", graph(folder, n)]), end="", flush=True)


def bench_edit(folder):
    print(output([BUILD / "tests" / "bench" / "bench-edit"]), end="", flush=True)


def bench_layout(folder):
    print(output([sys.executable, TOP / "tests" / "bench" / "bench-layout.py", BUILD]), end="", flush=True)


def bench_export(folder):
    for file, engine in ((TOP / "data" / "nso-2020.gv", "dot"), (TOP / "data" / "nso.gv", "dot"), (graph(folder, 1000), "sfdp")):
        compare(f"export {file.stem} as SVG ({engine})",
                [CLI, "export", f"--engine={engine}", "-o", Path(folder) / "ours.svg", file],
                [engine, "-Tsvg", "-o", Path(folder) / "theirs.svg", file],
                f"{engine} -Tsvg", "goal < 1")


def first_picture(command):
    return float(output([BUILD / "tests" / "bench" / "first-picture", *command])) / 1000


def bench_start(folder):
    file = graph(folder, 1000)
    ours = [BUILD / "src" / "app" / "amicus", file]
    # With -n xdot only draws what was laid out before: it gets more than Amicus gets.
    laid_out = file.with_suffix(".xdot")
    output(["sfdp", "-Txdot", "-o", laid_out, file])
    for peer, name, goal in ((["xdot", file], "xdot", "goal < 1"), (["xdot", "-n", laid_out], "xdot -n", ""),
                             ([BUILD / "tests" / "bench" / "bare-window"], "bare window", "")):
        compare("start to a picture of 1000 nodes", ours, peer, name, goal, first_picture)


BENCHES = {"parse": bench_parse, "edit": bench_edit, "layout": bench_layout, "export": bench_export, "start": bench_start}


def main():
    if not SHARED.exists():
        raise SystemExit(f"{SHARED} is missing: the benchmarks take their graphs from it")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:] or BENCHES:
            BENCHES[name](folder)


main()
