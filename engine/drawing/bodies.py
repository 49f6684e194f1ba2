"""The boxes of a structure: each body's name, what it is, and the seats of the board.

Knows what stands in a box and how much room it takes; nothing of ties.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.drawing.faces import NAME, PLAIN
from engine.drawing.figure import Label, wrap
from engine.drawing.seats import Shape, Spot, shape
from engine.graph import Graph
from engine.kinds.organization import Organization
from engine.kinds.person import Membership
from engine.seating import side

PAD = 20
"""Units between the edge of a box and its text; less in a slim box."""
SLIM_PAD = 14
NAME_LEADING = 23
LEADING = 18
SEAT = 8
"""Half the size of a seat."""
SEAT_STEP = 24
LEAST = 66
"""The height of a box at least."""


@dataclass(frozen=True)
class Seat:
    """A seat of the board; open if nobody is known to sit there."""

    spot: Spot
    is_open: bool


@dataclass(frozen=True)
class Body:
    """A box and what stands in it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    name: Label
    sort: Label | None
    """What it is."""
    seats: tuple[Seat, ...]


def drawn(graph: Graph) -> tuple[tuple[Organization, ...], ...]:
    """The organizations that have a row, row by row from the top, each in its order."""
    found = [body for body in graph.all(Organization) if body.row is not None]
    rows = sorted({body.row for body in found if body.row is not None})
    last = max((body.order or 0 for body in found), default=0) + 1

    def order(body: Organization) -> int:
        return last if body.order is None else body.order

    return tuple(tuple(sorted((b for b in found if b.row == row), key=order)) for row in rows)


def height(graph: Graph, body: Organization, width: float) -> float:
    """How much room a body needs in a box so many units wide."""
    return max(LEAST, body_at(graph, body, (0, 0, width, 0)).height)


def body_at(graph: Graph, body: Organization, box: tuple[float, float, float, float]) -> Body:
    """The body in a box at x and y, of a width, and of a height or more if it needs more."""
    x, y, width, least = box
    pad = PAD if width > 240 else SLIM_PAD
    name = wrap(body.name, width - 2 * pad, NAME, 4)
    bottom = y + 10 + NAME_LEADING * len(name)
    label = Label(x + pad, y + 30, name)
    sort = None
    if body.classification:
        lines = wrap(body.classification, width - 2 * pad, PLAIN, 2)
        sort = Label(x + pad, bottom + 16, lines)
        bottom += LEADING * len(lines)
    seats = tuple(_seats(graph, body, (x + pad, bottom + 12), width - 2 * pad))
    bottom = max([bottom, *(seat.spot.y + SEAT for seat in seats)]) + 16
    return Body(body.id, x, y, width, round(max(least, bottom - y), 1), label, sort, seats)


def _seats(
    graph: Graph, body: Organization, corner: tuple[float, float], width: float
) -> Iterator[Seat]:
    """The seats of the board on the day of the motion, in lines, the first side first."""
    if graph.board is not body:
        return
    total = sum(post.seats or 0 for post in body.posts)
    taken = sorted(_side_of(body, seat.membership) for seat in graph.sitting) if total else []
    across = max(1, int(width // SEAT_STEP))
    for n in range(max(total, len(taken))):
        x = corner[0] + SEAT + SEAT_STEP * (n % across)
        y = corner[1] + SEAT + SEAT_STEP * (n // across)
        seat_shape = shape(taken[n]) if n < len(taken) else Shape.ROUND
        yield Seat(Spot(seat_shape, round(x, 1), round(y, 1), SEAT), n >= len(taken))


def _side_of(body: Organization, term: Membership) -> int:
    """The side of a term; what is said of no side comes last."""
    found = side(body, term)
    return len(body.sides) if found is None else found
