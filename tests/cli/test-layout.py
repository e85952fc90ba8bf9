#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`amicus-cli layout`, from the outside.

test-layout.py AMICUS-CLI"""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import tap

CLI = Path(sys.argv[1]).resolve()
SOURCE = Path(os.environ.get("AMICUS_SOURCE_DIR", Path(__file__).resolve().parents[2]))
EXAMPLE = SOURCE / "data" / "nso-2020.gv"
ENGINES = ["dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "builtin"]

SMALL = b"""digraph {
  subgraph cluster_x { label="Group"; a; b; }
  a -> b [kind=plaintiff, key=one];
  a -> b [kind=supports];
  b -> c; c -> c;
  "caf\xe9" -> a;
}
"""


def run(command, *arguments, stdin=None, expect=0, **environment):
    result = subprocess.run([CLI, command, *map(str, arguments)], input=stdin, capture_output=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8", **environment})
    assert result.returncode == expect, f"exit {result.returncode}: {result.stderr.decode()}"
    return result


def lines(text):
    return [json.loads(line) for line in text.decode().split("\n") if line]


def layout(*arguments, **options):
    return lines(run("layout", *arguments, **options).stdout)


def numbers(value):
    if isinstance(value, (int, float)):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from numbers(inner)


def check(things):
    """What holds in every layout."""
    for thing in things:
        assert all(math.isfinite(number) and abs(number) <= 2e6 for number in numbers(thing)), thing
        if "edge" in thing:
            assert len(thing["points"]) % 3 == 1 and len(thing["points"]) >= 4, thing
        else:
            assert thing["width"] > 0 and thing["height"] > 0, thing
    nodes = [thing for thing in things if "node" in thing]
    for i, a in enumerate(nodes):
        for b in nodes[:i]:
            apart = abs(a["x"] - b["x"]) >= (a["width"] + b["width"]) / 2 - 0.1 or \
                abs(a["y"] - b["y"]) >= (a["height"] + b["height"]) / 2 - 0.1
            assert apart, f"{a} lies over {b}"


def test_every_engine_places_everything():
    for engine in ENGINES:
        things = layout(f"--engine={engine}", "-", stdin=SMALL)
        check(things)
        assert [thing["node"] for thing in things if "node" in thing] == ["a", "b", "c", "caf\udce9"], engine
        assert [thing["edge"] for thing in things if "edge" in thing] == \
            [["a", "b"], ["a", "b"], ["b", "c"], ["c", "c"], ["caf\udce9", "a"]], engine
        assert [thing["group"] for thing in things if "group" in thing] == ["cluster_x"], engine


def test_example_is_complete():
    things = layout(EXAMPLE)
    dump = lines(run("dump", EXAMPLE).stdout)
    check(things)
    drawn = {thing["node"] for thing in things if "node" in thing}
    expected = {thing["node"] for thing in dump if "node" in thing and thing["attributes"].get("kind") != "source"}
    groups = {thing["attributes"].get("entity") for thing in dump if "subgraph" in thing}
    assert drawn <= expected and expected - drawn <= groups, (drawn ^ expected)


def test_members_lie_in_their_group():
    things = layout("-", stdin=SMALL)
    group = next(thing for thing in things if "group" in thing)
    for thing in things:
        if thing.get("node") in ("a", "b"):
            assert abs(thing["x"] - group["x"]) <= (group["width"] - thing["width"]) / 2, thing
            assert abs(thing["y"] - group["y"]) <= (group["height"] - thing["height"]) / 2, thing


def test_keys_and_labels():
    edges = [thing for thing in layout("-", stdin=SMALL) if "edge" in thing]
    assert [edge["key"] for edge in edges][:2] == ["one", None], edges
    assert all(len(edge["label"]) == 4 for edge in edges[:2]), edges


def test_same_every_time():
    for engine in ENGINES:
        assert run("layout", f"--engine={engine}", EXAMPLE).stdout == \
            run("layout", f"--engine={engine}", EXAMPLE).stdout, engine


def test_a_failing_engine_is_told():
    result = run("layout", "--engine=dot", "-", stdin=SMALL, expect=3, AMICUS_LAYOUT_WORKER="/nonexistent")
    assert result.stderr
    check(lines(result.stdout))


def test_a_slow_engine_is_stopped():
    n = 400
    dense = "digraph {" + "".join(f"{i}->{(i * 7 + k * k) % n};" for i in range(n) for k in range(9)) + "}"
    result = run("layout", "--engine=dot", "--timeout=0.05", "-", stdin=dense.encode(), expect=3)
    assert result.stderr
    assert len([thing for thing in lines(result.stdout) if "node" in thing]) == n


def test_an_empty_graph_is_no_error():
    assert layout("-", stdin=b"digraph {}") == []


def test_wrong_use_says_so():
    for arguments in (["--engine=nonsense", "-"], ["--timeout=-1", "-"], [], [EXAMPLE, EXAMPLE], ["/nonexistent.gv"]):
        assert run("layout", *arguments, stdin=SMALL, expect=2).stderr


tap.run(globals())
