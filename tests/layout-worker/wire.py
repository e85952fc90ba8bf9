# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and replies of amicus-layout, written down a second time: see src/layout/protocol.h."""

import struct
from dataclasses import dataclass, field

MAGIC, VERSION, NONE = 0x4C434D41, 1, 0xFFFFFFFF
ENGINES = {"dot": 1, "neato": 2, "fdp": 3, "sfdp": 4, "twopi": 5, "circo": 6, "osage": 7}
DONE, FAILED, BAD_REQUEST, NO_SANDBOX = range(4)


@dataclass
class Node:
    width: float = 100.0
    height: float = 40.0
    x: float = 0.0
    y: float = 0.0
    group: int = NONE
    pinned: int = 0
    outline: int = 0


@dataclass
class Edge:
    tail: int = NONE
    head: int = NONE
    tail_group: int = NONE
    head_group: int = NONE
    label_width: float = 0.0
    label_height: float = 0.0


@dataclass
class Group:
    parent: int = NONE
    title_width: float = 0.0
    title_height: float = 0.0


@dataclass
class Request:
    engine: str = "dot"
    nodes: list = field(default_factory=list)
    edges: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    rank_direction: int = 0
    seed: int = 1
    node_gap: float = 24.0
    rank_gap: float = 48.0
    serial: int = 1

    def body(self):
        parts = [struct.pack("=6I2d", ENGINES[self.engine], self.rank_direction, self.seed, len(self.nodes),
                             len(self.edges), len(self.groups), self.node_gap, self.rank_gap)]
        parts += [struct.pack("=4dI2H", n.width, n.height, n.x, n.y, n.group, n.pinned, n.outline) for n in self.nodes]
        parts += [struct.pack("=4I2d", e.tail, e.head, e.tail_group, e.head_group, e.label_width, e.label_height)
                  for e in self.edges]
        parts += [struct.pack("=2I2d", g.parent, 0, g.title_width, g.title_height) for g in self.groups]
        return b"".join(parts)

    def frame(self):
        body = self.body()
        return struct.pack("=4I", MAGIC, VERSION, self.serial, len(body)) + body


@dataclass
class Reply:
    """A reply as it came. Paths are (label, points), boxes (x, y, width, height)."""
    serial: int
    status: int
    nodes: list
    paths: list
    boxes: list


def read_reply(data):
    magic, version, serial, length = struct.unpack_from("=4I", data)
    assert (magic, version, length) == (MAGIC, VERSION, len(data) - 16), (magic, version, length, len(data))
    status, n_nodes, n_edges, n_groups, n_points, _zero = struct.unpack_from("=6I", data, 16)
    offset = 40
    nodes = list(struct.iter_unpack("=2d", data[offset:offset + 16 * n_nodes]))
    offset += 16 * n_nodes
    heads = list(struct.iter_unpack("=2d2I", data[offset:offset + 24 * n_edges]))
    offset += 24 * n_edges
    boxes = list(struct.iter_unpack("=4d", data[offset:offset + 32 * n_groups]))
    offset += 32 * n_groups
    points = list(struct.iter_unpack("=2d", data[offset:]))
    assert len(points) == n_points
    paths = []
    for x, y, count, _zero in heads:
        paths.append(((x, y), points[:count]))
        points = points[count:]
    return Reply(serial, status, nodes, paths, boxes)
