"""Where each wire of a wiring runs, point by point, and where its label and its cross stand."""

from collections.abc import Iterable
from itertools import pairwise

from engine.drawing.aisles import CROSS, ENDS
from engine.drawing.blocks import LEADING, Box
from engine.drawing.channels import Spot
from engine.drawing.figure import text_width
from engine.drawing.routes import Across, Around, Bent
from engine.drawing.wires import Point, Wire, Wiring

PARTS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)
"""Where along a piece a cross may stand, the best place first."""


def wire(wiring: Wiring, index: int) -> Wire:
    """The wire of a route, from its end above or on the left."""
    route = wiring.routes[index]
    if isinstance(route, Across):
        return _across(wiring, index, route)
    return _bent(wiring, index, route) if isinstance(route, Bent) else _around(wiring, index, route)


def _across(wiring: Wiring, index: int, route: Across) -> Wire:
    y, side = wiring.side(index, 0, route.row)
    ends = [wiring.grid.cells[box].column for box in (route.left, route.right)]
    points = ((wiring.aisles.right(ends[0]), y), (wiring.aisles.left(ends[1]), y))
    if not side.lines:
        return Wire(points)
    width = max(text_width(line) for line in side.lines)
    room = wiring.aisles.label_room(route)
    left = round((room[0] + room[1] - width) / 2, 1)
    low = y - 5 - (CROSS if wiring.aisles.crossed[index] else 0)
    box = Box(left, round(left + width, 1), low - LEADING * len(side.lines), low)
    return Wire(points, side.lines, box)


def _bent(wiring: Wiring, index: int, route: Bent) -> Wire:
    spot = wiring.channels[route.channel].spots[index * len(ENDS)]
    y = round(wiring.level(route.channel) + spot.depth, 1)
    ends = [
        (wiring.slots[index, box, route.channel], _edge(wiring, route.channel, box))
        for box in (*route.upper, *route.lower)
    ]
    (a, first), (b, last) = ends
    return _labelled(wiring, route.channel, spot, [(a, first), (a, y), (b, y), (b, last)])


def _around(wiring: Wiring, index: int, route: Around) -> Wire:
    lane, points = wiring.aisles.lane(index), list[Point]()
    ends = ((route.upper, route.first), (route.lower, route.last))
    for end, (box, channel) in enumerate(ends):
        cell = wiring.grid.cells[box]
        if channel is None:
            y = wiring.side(index, end, cell.row)[0]
            is_right = cell.column < route.aisle
            edge = (wiring.aisles.right if is_right else wiring.aisles.left)(cell.column)
            found = [(edge, y), (lane, y)]
        else:
            y = round(wiring.level(channel) + _part(wiring, index, channel).depth, 1)
            x = wiring.slots[index, box, channel]
            found = [(x, _edge(wiring, channel, box)), (x, y), (lane, y)]
        points += found if end == 0 else found[::-1]
    first = wiring.grid.cells[route.upper].row + 1
    for channel in range(first, wiring.grid.cells[route.lower].row + 1):
        spot = wiring.channels[channel].spots.get(index * len(ENDS))
        if spot and spot.box:
            return _labelled(wiring, channel, spot, points)
    return Wire(_straightened(points))


def _part(wiring: Wiring, index: int, channel: int) -> Spot:
    """The place of a route in a channel, whichever of its parts it is."""
    spots = wiring.channels[channel].spots
    found = [spots.get(index * len(ENDS) + part) for part in range(len(ENDS))]
    return next(spot for spot in found if spot)


def _edge(wiring: Wiring, channel: int, box: str) -> float:
    """The y at which a box meets a channel."""
    row = wiring.grid.cells[box].row
    top = wiring.row_top(row)
    return top if row == channel else round(top + wiring.row_height(row), 1)


def _labelled(wiring: Wiring, channel: int, spot: Spot, points: list[Point]) -> Wire:
    if spot.box is None:
        return Wire(_straightened(points))
    level = wiring.level(channel)
    low, high = round(spot.box.low + level, 1), round(spot.box.high + level, 1)
    return Wire(_straightened(points), spot.lines, Box(spot.box.left, spot.box.right, low, high))


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """The points at which a line bends, and its ends."""
    kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    straight = {
        n for n in range(1, len(kept) - 1)
        if kept[n - 1][0] == kept[n][0] == kept[n + 1][0]
        or kept[n - 1][1] == kept[n][1] == kept[n + 1][1]
    }  # fmt: skip
    return tuple(point for n, point in enumerate(kept) if n not in straight)


def clearest(points: tuple[Point, ...], others: Iterable[Wire], room: float) -> Point:
    """Where a cross stands on a line: amid its longest piece, or as near as no other line runs."""
    (a, b), (c, d) = max(pairwise(points), key=lambda piece: _length(*piece))
    pieces = [piece for other in others for piece in pairwise(other.points)]
    found = []
    for part in PARTS:
        x, y = round(a + (c - a) * part, 1), round(b + (d - b) * part, 1)
        around = Box(x - room, x + room, y - room, y + room)
        if not any(_box(piece).touches(around) for piece in pieces):
            return x, y
        found.append((x, y))
    return found[0]


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _box(piece: tuple[Point, Point]) -> Box:
    (a, b), (c, d) = piece
    return Box(min(a, c) - 1, max(a, c) + 1, min(b, d) - 1, max(b, d) + 1)
