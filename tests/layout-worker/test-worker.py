#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program amicus-layout: what it answers, and what it refuses. test-worker.py WORKER"""

import math
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile

from wire import (BAD_REQUEST, DONE, ENGINES, NONE, Edge, Group, Node, Request, read_reply)
from worker import (Died, Worker, ancestors, holds, is_sound, node_boxes, overlap, random_request, run_by_hand)

WORKER = sys.argv[1]
FULL = os.environ.get("AMICUS_TEST_FULL") == "1"
KEEPS_BOXES_APART = ("dot", "osage")


class Skip(Exception):
    pass


def some_requests(count, engines=ENGINES, **options):
    rnd = random.Random(20)
    for engine in engines:
        for _ in range(count):
            yield random_request(rnd, engine, rnd.randrange(2, 40), **options)


def ask_all(requests, **options):
    worker = Worker(WORKER, **options)
    for request in requests:
        reply = read_reply(worker.ask(request))
        assert reply.status == DONE, (request.engine, reply.status)
        assert is_sound(request, reply), request.engine
        yield request, reply
    worker.close()


def test_same_answer():
    """in the sandbox and outside, alone and after others, first and last"""
    requests = list(some_requests(6))
    worker = Worker(WORKER)
    first = [worker.ask(request) for request in requests]
    random.Random(3).shuffle(requests)
    again = {request.frame(): worker.ask(request) for request in requests}
    worker.close()
    requests = list(some_requests(6))
    for request, reply in zip(requests, first):
        assert reply == again[request.frame()], f"{request.engine} depends on what was laid out before"
        assert reply == run_by_hand(WORKER, request), f"{request.engine} alone differs"
        assert reply == run_by_hand(WORKER, request, "--no-sandbox"), f"{request.engine} outside differs"


def test_boxes_apart():
    """no box lies on another, for engines that see to it"""
    for request, reply in ask_all(some_requests(12, KEEPS_BOXES_APART)):
        boxes = node_boxes(request, reply)
        worst = max((overlap(a, b) for i, a in enumerate(boxes) for b in boxes[:i]), default=-1)
        assert worst < 1.0, f"{request.engine}: {worst}"


def border_distance(request, reply, node, point):
    """Distance of a point from a node's outline, roughly; 0 on it."""
    (x, y), shape = reply.nodes[node], request.nodes[node]
    a, b = shape.width / 2, shape.height / 2
    dx, dy = abs(point[0] - x), abs(point[1] - y)
    if shape.outline == 1:
        radius = min(a, b)
        over = math.hypot(max(dx - (a - radius), 0), max(dy - (b - radius), 0))
        return min(abs(over - radius), math.hypot(max(dx - a, 0), max(dy - b, 0)) + min(abs(dx - a), abs(dy - b)))
    if shape.outline == 2:
        return abs(dx + min(a, 0.6 * b) * dy / b - a) if dy < b - 0.5 else abs(dy - b)
    if shape.outline == 3:
        return abs(math.hypot(dx / a, dy / b) - 1) * min(a, b)
    if shape.outline == 4:
        return abs(dx / a + dy / b - 1) * min(a, b)
    return max(dx - a, dy - b)


def test_curves():
    """dot draws every relation that leads anywhere, from border to border"""
    n_drawn = 0
    for request, reply in ask_all(some_requests(30, ["dot"], hulls=False)):
        for edge, (_label, points) in zip(request.edges, reply.paths):
            assert len(points) % 3 == 1 and len(points) >= 4, len(points)
            n_drawn += 1
            for node, point in ((edge.tail, points[0]), (edge.head, points[-1])):
                assert abs(border_distance(request, reply, node, point)) < 1.5, (edge, point, reply.nodes[node])
    assert n_drawn > 500


def test_labels():
    """dot keeps room for labels: on no card, and on no other label, while there are no groups"""
    for request, reply in ask_all(some_requests(30, ["dot"], groups=False)):
        boxes = node_boxes(request, reply)
        labels = [(x - edge.label_width / 2, y - edge.label_height / 2, edge.label_width, edge.label_height)
                  for edge, ((x, y), _points) in zip(request.edges, reply.paths)
                  if edge.label_width and edge.tail != edge.head]
        assert max((overlap(a, b) for a in labels for b in boxes), default=-1) < 2.0
        assert max((overlap(a, b) for i, a in enumerate(labels) for b in labels[:i]), default=-1) < 2.0


def test_groups():
    """dot's groups hold their members and the groups in them, and nobody else"""
    for request, reply in ask_all(some_requests(30, ["dot"])):
        boxes = node_boxes(request, reply)
        for i, box in enumerate(reply.boxes):
            members = [j for j, node in enumerate(request.nodes) if i in ancestors(request, node.group)]
            assert (box[2] >= 0) == bool(members), (box, members)
            for j, other in enumerate(boxes if members else []):
                assert holds(box, other) if j in members else overlap(box, other) < 1.0, (i, j)
            parent = request.groups[i].parent
            assert not members or parent == NONE or holds(reply.boxes[parent], box)


def test_hulls():
    """a relation to a group ends at its border"""
    nodes = [Node(), Node(), Node(group=0), Node(group=0), Node(group=1)]
    edges = [Edge(0, head_group=0), Edge(tail_group=0, head=1), Edge(tail_group=0, head_group=1),
             Edge(2, 3), Edge(2, head_group=0), Edge(0, head_group=2)]
    request = Request("dot", nodes, edges, [Group(), Group(), Group()])
    (_, reply), = ask_all([request])
    counts = [len(points) for _label, points in reply.paths]
    assert all(counts[:4]) and counts[4:] == [0, 0], counts

    def on_border(box, point):
        x, y, width, height = box
        return min(abs(point[0] - x), abs(point[0] - x - width), abs(point[1] - y), abs(point[1] - y - height)) < 1.0

    assert on_border(reply.boxes[0], reply.paths[0][1][-1])
    assert on_border(reply.boxes[0], reply.paths[1][1][0])
    assert on_border(reply.boxes[0], reply.paths[2][1][0])
    assert on_border(reply.boxes[1], reply.paths[2][1][-1])


def test_rank_direction():
    """heads lie where the direction points"""
    for direction, (axis, sign) in enumerate(((1, 1), (0, 1), (1, -1), (0, -1))):
        request = Request("dot", [Node(), Node()], [Edge(0, 1)], rank_direction=direction)
        (_, reply), = ask_all([request])
        assert sign * (reply.nodes[1][axis] - reply.nodes[0][axis]) > 40, (direction, reply.nodes)


def test_pins():
    """neato and fdp leave pinned nodes where they are"""
    for request, reply in ask_all(some_requests(20, ["neato", "fdp"], groups=False, pins=True)):
        for node, (x, y) in zip(request.nodes, reply.nodes):
            assert not node.pinned or math.hypot(node.x - x, node.y - y) < 0.5, (request.engine, node, x, y)


def test_degenerate():
    """nothing, one node, only loops, only parallels"""
    requests = []
    for engine in ENGINES:
        requests += [Request(engine), Request(engine, [Node()]), Request(engine, [Node(0.0, 0.0)] * 3),
                     Request(engine, [Node()], [Edge(0, 0)] * 3), Request(engine, [Node()] * 2, [Edge(0, 1)] * 9),
                     Request(engine, [Node(1e4, 1e4)] * 3, [Edge(0, 1), Edge(1, 2)]),
                     Request(engine, [Node(group=9)], groups=[Group()] + [Group(i) for i in range(9)]),
                     Request(engine, groups=[Group()] * 3)]
    assert len(list(ask_all(requests))) == 8 * len(ENGINES)


def bad_requests():
    good = Request("dot", [Node(), Node()], [Edge(0, 1)], [Group()])
    yield "engine", lambda body: body.replace(b"\1", b"\0", 1)
    yield "rank direction", lambda body: body[:4] + b"\4" + body[5:]
    yield "too many nodes", lambda body: body[:12] + struct.pack("=I", 3) + body[16:]
    yield "node count that overflows", lambda body: body[:12] + struct.pack("=I", 0xFFFFFFFF) + body[16:]
    for name, field in (("nan", math.nan), ("infinite", math.inf), ("negative", -1.0), ("large", 1e9)):
        yield f"{name} width", lambda body, value=field: body[:40] + struct.pack("=d", value) + body[48:]
    for name, change in (("tail", {"tail": 2}), ("head", {"head": 7}), ("no end", {"head": NONE}),
                         ("group end", {"head": NONE, "head_group": 1}), ("label", {"label_width": math.nan})):
        edge = Edge(**({"tail": 0, "head": 1} | change))
        body = Request("dot", good.nodes, [edge], good.groups).body()
        yield name, lambda _body, other=body: other
    loop = Request("dot", good.nodes, good.edges, [Group(0)]).body()
    yield "group in itself", lambda _body: loop


def test_bad_requests():
    """what is not a request is refused, and the next is answered"""
    good = Request("dot", [Node(), Node()], [Edge(0, 1)], [Group()])
    for name, spoil in bad_requests():
        body = spoil(good.body())
        frame = struct.pack("=4I", 0x4C434D41, 1, 9, len(body)) + body
        result = subprocess.run([WORKER], input=frame + good.frame(), capture_output=True)
        assert result.returncode == 0, (name, result)
        refusal, answer = read_reply(result.stdout[:40]), read_reply(result.stdout[40:])
        assert (refusal.status, refusal.serial, answer.status) == (BAD_REQUEST, 9, DONE), name


def test_bad_frames():
    """what is not a frame ends the worker without a word"""
    frame = Request("dot", [Node()]).frame()
    for data in (b"", b"digraph { a -> b }\n", frame[:20], b"\0" + frame[1:],
                 frame[:12] + struct.pack("=I", 0xFFFFFFFF) + frame[16:], frame[:12] + struct.pack("=I", 8) + frame[16:24]):
        result = subprocess.run([WORKER], input=data, capture_output=True)
        assert (result.returncode, result.stdout) == (0, b""), (data[:20], result)


def test_options():
    """an option that is none is refused; so is work without a sandbox on a pipe"""
    for options in (["--nonsense"], ["--no-sandbox"], ["--file"], ["--file", "/nonexistent"]):
        result = subprocess.run([WORKER, *options], input=b"", capture_output=True)
        assert result.returncode == 1 and not result.stdout, options


def test_nothing_opened():
    """after the sandbox closes, nothing is opened and no call is refused"""
    strace = shutil.which("strace")
    if not strace:
        raise Skip("strace is not installed")
    for engine in ENGINES:
        request = random_request(random.Random(4), engine, 30)
        with tempfile.NamedTemporaryFile() as file:
            file.write(request.frame())
            file.flush()
            result = subprocess.run([strace, "-f", WORKER, "--file", file.name], capture_output=True)
        trace = result.stderr.decode(errors="replace")
        if "SECCOMP_SET_MODE_FILTER, 0" not in trace:
            raise Skip("strace may not trace here")
        calls = re.findall(r"^(\w+)\(", trace.split("SECCOMP_SET_MODE_FILTER, 0")[1], re.MULTILINE)
        allowed = {"brk", "exit_group", "futex", "madvise", "mmap", "mprotect", "mremap", "munmap", "read", "sysinfo",
                   "write"}
        assert set(calls) <= allowed, (engine, set(calls) - allowed)
        assert "+++ exited with 0 +++" in trace


def test_environment():
    """no variable of Graphviz's has a say"""
    request = random_request(random.Random(4), "dot", 30)
    plain = run_by_hand(WORKER, request)
    for name in ("GVBINDIR", "DOTFONTPATH", "GDFONTPATH", "SERVER_NAME", "GV_FILE_PATH", "MALLOC_PERTURB_"):
        with tempfile.NamedTemporaryFile() as file:
            file.write(request.frame())
            file.flush()
            result = subprocess.run([WORKER, "--file", file.name], capture_output=True, env={name: "/nonexistent"})
            assert result.stdout == plain, name


def test_projection_fuzz():
    """random requests: no number that is none, and hardly a crash"""
    rnd = random.Random(os.environ.get("AMICUS_TEST_SEED", "2024"))
    count = 20000 if FULL else 200
    crashes, failures, slow = [], [], 0
    worker = Worker(WORKER, seconds=8)
    for i in range(count):
        engine = rnd.choice(list(ENGINES))
        request = random_request(rnd, engine, rnd.choice([3, 10, 25, 60]), pins=rnd.random() < 0.3,
                                 labels=rnd.random() < 0.5, groups=rnd.random() < 0.6, density=rnd.choice([0.5, 1.4, 2]))
        try:
            reply = read_reply(worker.ask(request))
            if reply.status != DONE:
                failures.append((i, engine, reply.status))
                continue
            assert is_sound(request, reply), (i, engine)
        except Died as death:
            crashes.append((i, engine, death.args[0]))
        except TimeoutError:
            slow += 1
    worker.close()
    print(f"# {count} requests, {len(crashes)} crashes, {len(failures)} without a layout, "
          f"{slow} slower than 8 s {crashes[:20]} {failures[:20]}")
    assert len(crashes) + len(failures) <= count // 200, (crashes, failures)


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        title = f"{number} - {name[5:].replace('_', ' ')}: {function.__doc__}"
        try:
            function()
            print(f"ok {title}", flush=True)
        except Skip as reason:
            print(f"ok {title} # SKIP {reason}", flush=True)
        except Exception as error:
            print(f"# {type(error).__name__}: {error}".replace("\n", " ")[:2000])
            print(f"not ok {title}", flush=True)


main()
