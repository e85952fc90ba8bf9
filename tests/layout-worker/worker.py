# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs amicus-layout, and makes requests for it."""

import math
import os
import select
import struct
import subprocess
import tempfile
import time

from wire import NONE, Edge, Group, Node, Request, read_reply


class Died(Exception):
    """The worker ended, by this signal (negative) or exit status."""


class Worker:
    """A worker that is started when it is asked, and killed when it takes too long."""

    def __init__(self, path, seconds=20):
        self.path, self.seconds, self.process = path, seconds, None

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.stdout.close()
            self.process.kill()
            self.process.wait()
            self.process = None

    def read(self, size, end):
        data = b""
        while len(data) < size:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            if not ready:
                self.close()
                raise TimeoutError
            part = os.read(self.process.stdout.fileno(), size - len(data))
            if not part:
                status = self.process.wait()
                self.close()
                raise Died(status)
            data += part
        return data

    def ask(self, request):
        """The bytes of the reply."""
        if not self.process:
            self.process = subprocess.Popen([self.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=subprocess.DEVNULL)
        end = time.monotonic() + self.seconds
        try:
            self.process.stdin.write(request.frame())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        head = self.read(16, end)
        return head + self.read(struct.unpack_from("=I", head, 12)[0], end)


def run_by_hand(path, request, *options):
    """The bytes of the reply to a request saved in a file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(request.frame())
        file.flush()
        result = subprocess.run([path, *options, "--file", file.name], capture_output=True)
        if result.returncode:
            raise Died(result.returncode)
        return result.stdout


def random_request(random, engine, n, *, groups=True, labels=True, pins=False, hulls=True, density=1.4):
    """A graph like those people draw, and with what they seldom draw: loops, parallels, empty groups."""
    n_groups = random.randrange(1, 6) if groups else 0
    request = Request(engine, seed=random.randrange(1000), rank_direction=random.randrange(4))
    request.groups = [Group(random.choice([NONE, *range(i)]), random.choice([0, 60.0]), 14.0) for i in range(n_groups)]
    request.nodes = [Node(random.uniform(20, 190), random.uniform(20, 70),
                          group=random.choice([NONE, *range(n_groups)]), outline=random.randrange(5),
                          x=random.uniform(-500, 500), y=random.uniform(-500, 500),
                          pinned=int(pins and random.random() < 0.3)) for _ in range(n)]
    for _ in range(int(n * density)):
        edge = Edge(random.randrange(n), int(n * random.random() ** 2))
        if hulls and n_groups and random.random() < 0.1:
            edge.head, edge.head_group = NONE, random.randrange(n_groups)
        if hulls and n_groups and random.random() < 0.1:
            edge.tail, edge.tail_group = NONE, random.randrange(n_groups)
        if labels and random.random() < 0.6:
            edge.label_width, edge.label_height = random.uniform(10, 120), random.uniform(10, 30)
        request.edges.append(edge)
    return request


def overlap(a, b):
    """How far two boxes (x, y, width, height) go into each other; negative when they are apart."""
    return min(min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def holds(outer, inner, slack=1.0):
    return (inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
            and inner[0] + inner[2] <= outer[0] + outer[2] + slack
            and inner[1] + inner[3] <= outer[1] + outer[3] + slack)


def node_boxes(request, reply):
    return [(x - node.width / 2, y - node.height / 2, node.width, node.height)
            for node, (x, y) in zip(request.nodes, reply.nodes)]


def ancestors(request, group):
    """The group and all that hold it, or nothing."""
    while group != NONE:
        yield group
        group = request.groups[group].parent


def all_numbers(reply):
    yield from (value for point in reply.nodes for value in point)
    yield from (value for box in reply.boxes for value in box)
    for label, points in reply.paths:
        yield from label
        yield from (value for point in points for value in point)


def is_sound(request, reply):
    return (len(reply.nodes) == len(request.nodes) and len(reply.paths) == len(request.edges)
            and len(reply.boxes) == len(request.groups)
            and all(math.isfinite(value) and abs(value) <= 2e6 for value in all_numbers(reply)))


__all__ = ["Died", "Worker", "ancestors", "holds", "is_sound", "node_boxes", "overlap", "random_request", "read_reply",
           "run_by_hand"]
