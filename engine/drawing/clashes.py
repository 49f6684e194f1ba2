"""What is wrong with a drawing of boxes and wires: crossings, and things that lie over another.

Knows rectangles and lines only.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from engine.drawing.blocks import Box
from engine.drawing.wires import Point, Wire

Piece = tuple[Point, Point]


def crossings(wires: Sequence[Wire]) -> int:
    """How often a wire crosses another at a right angle."""
    return sum(
        _cross(one, other)
        for a, b in combinations(wires, 2)
        for one in pairwise(a.points)
        for other in pairwise(b.points)
    )


def overlaps(wires: Sequence[Wire], boxes: Sequence[Box]) -> int:
    """How often a label lies over a label, a box or a line, or a line over a line or a box.

    A label that interrupts its own line does not count.
    """
    labels = [wire.box for wire in wires if wire.box]
    found = sum(a.touches(b) for a, b in combinations([*labels, *boxes], 2))
    for wire in wires:
        rooms = [_room(piece) for piece in pairwise(wire.points)]
        others = [other.box for other in wires if other.box and other is not wire]
        found += sum(room.touches(box) for room in rooms for box in [*boxes, *others])
    return found + sum(
        _room(one).touches(_room(other)) and not _cross(one, other)
        for a, b in combinations(wires, 2)
        for one in pairwise(a.points)
        for other in pairwise(b.points)
    )


def lies_over(wire: Wire, wires: Sequence[Wire]) -> bool:
    """Whether the label of a wire lies over a line."""
    box = wire.box
    return box is not None and any(
        _room(piece).touches(box) for other in wires for piece in pairwise(other.points)
    )


def _cross(one: Piece, other: Piece) -> bool:
    """Whether one piece is level, the other upright, and each goes on beyond the other."""
    level, upright = (one, other) if one[0][1] == one[1][1] else (other, one)
    if level[0][1] != level[1][1] or upright[0][0] != upright[1][0]:
        return False
    x, y = upright[0][0], level[0][1]
    left, right = sorted((level[0][0], level[1][0]))
    top, bottom = sorted((upright[0][1], upright[1][1]))
    return left < x < right and top < y < bottom


def _room(piece: Piece) -> Box:
    """The room of a piece: a line as thin as can be, without its very ends."""
    (a, b), (c, d) = piece
    left, right = sorted((a, c))
    low, high = sorted((b, d))
    return Box(left + _in(left, right), right - _in(left, right), low + _in(low, high),
               high - _in(low, high))  # fmt: skip


def _in(start: float, end: float) -> float:
    return -0.5 if start == end else 0.5
