# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be counted about a picture, from the lines of `amicus-cli layout`."""

import json
import math

PIECES = 16
CELL = 80.0
# Along a line, in points.
STEP = 0.25


def flattened(points):
    """Straight pieces of a path of Bézier curves."""
    places = [tuple(points[0])]
    for i in range(0, len(points) - 3, 3):
        for k in range(1, PIECES + 1):
            t, u = k / PIECES, 1 - k / PIECES
            weights = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            places.append(tuple(sum(w * p[axis] for w, p in zip(weights, points[i:i + 4])) for axis in (0, 1)))
    return list(zip(places, places[1:]))


def box(x, y, width, height):
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def shrunk(rect, by):
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by


def meet(a, b):
    return a[0] < b[2] - 1e-3 and b[0] < a[2] - 1e-3 and a[1] < b[3] - 1e-3 and b[1] < a[3] - 1e-3


def cuts(rect, piece):
    """Whether the piece goes through the rectangle (Liang and Barsky)."""
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        start, way = piece[0][axis], piece[1][axis] - piece[0][axis]
        low, high = rect[axis] - start, rect[axis + 2] - start
        if abs(way) < 1e-12:
            if low >= 0 or high <= 0:
                return False
            continue
        enter, leave = max(enter, min(low / way, high / way)), min(leave, max(low / way, high / way))
    return enter < leave


def goes_through(rect, pieces):
    return any(cuts(rect, piece) for piece in pieces)


def shown(pieces, cover, tail, head):
    """Lengths of the stretches of a path that are seen when the ends and a rectangle are covered."""
    rest = sum(math.dist(*piece) for piece in pieces) - head
    stretches, way, seen = [], 0.0, False
    for a, b in pieces:
        length = math.dist(a, b)
        n = 1 + int(length / STEP)
        for k in range(n):
            part = (k + 0.5) / n
            x, y = (s + part * (t - s) for s, t in zip(a, b))
            covered = cover and cover[0] < x < cover[2] and cover[1] < y < cover[3]
            if covered or not tail < way + part * length < rest:
                seen = False
                continue
            if not seen:
                stretches.append(0.0)
            stretches[-1] += length / n
            seen = True
        way += length
    return stretches


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one, other):
    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


class Picture:
    def __init__(self, lines):
        things = [json.loads(line) for line in lines]
        self.cards = {o["node"]: box(o["x"], o["y"], o["width"], o["height"]) for o in things if "node" in o}
        self.groups = [box(o["x"], o["y"], o["width"], o["height"]) for o in things if "group" in o]
        self.edges = [o for o in things if "edge" in o]
        self.paths = [flattened(o["points"]) for o in self.edges]
        self.labels = {i: box(*o["label"]) for i, o in enumerate(self.edges) if "label" in o}

    def extent(self):
        rects = list(self.cards.values()) + self.groups + list(self.labels.values())
        xs = [p[0] for path in self.paths for piece in path for p in piece] + [r[k] for r in rects for k in (0, 2)]
        ys = [p[1] for path in self.paths for piece in path for p in piece] + [r[k] for r in rects for k in (1, 3)]
        return max(xs) - min(xs), max(ys) - min(ys)

    def crossings(self):
        cells = {}
        for path, pieces in enumerate(self.paths):
            for k, (a, b) in enumerate(pieces):
                for column in range(int(min(a[0], b[0]) // CELL), int(max(a[0], b[0]) // CELL) + 1):
                    for row in range(int(min(a[1], b[1]) // CELL), int(max(a[1], b[1]) // CELL) + 1):
                        cells.setdefault((column, row), []).append((path, k))
        return len({(one, other) for cell in cells.values() for i, one in enumerate(cell) for other in cell[:i]
                    if one[0] != other[0] and cross(self.paths[one[0]][one[1]], self.paths[other[0]][other[1]])})

    def overlapping_cards(self):
        rects = list(self.cards.values())
        return sum(meet(a, b) for i, a in enumerate(rects) for b in rects[:i])

    def lines_through_cards(self):
        return sum(goes_through(shrunk(rect, 1), path) for edge, path in zip(self.edges, self.paths)
                   for node, rect in self.cards.items() if node not in edge["edge"])

    def labels_on_lines(self):
        return sum(goes_through(rect, self.paths[i]) for i, rect in self.labels.items())

    def labels_on_things(self):
        rects = list(self.labels.values())
        return sum(meet(a, b) for i, a in enumerate(rects) for b in rects[:i] + list(self.cards.values()))

    def longest_detour(self):
        """The longest of the ways round, over the straight one."""
        return max(sum(math.dist(*piece) for piece in path) / max(1, math.dist(path[0][0], path[-1][1]))
                   for edge, path in zip(self.edges, self.paths) if edge["edge"][0] != edge["edge"][1])
