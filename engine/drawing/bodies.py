"""The boxes of a structure: each body's name, what it is, and the seats of the board.

Knows what stands in a box and how much room it takes; nothing of ties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    is_sure: bool = True
    """Whether it is known that somebody sits there, or that nobody does."""


@dataclass(frozen=True)
class Plate:
    """What is to stand in a box."""

    id: str
    name: str
    sort: str
    """What it is."""
    seats: tuple[tuple[Shape, bool], ...] = ()
    """The seats of the board on the day of the motion: their shapes, and which are open."""
    room: int = 0
    """For so many seats there is room, if those are not more."""


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
    room: tuple[tuple[float, float], ...] = ()
    """The middles of all seats for which there is room."""
    is_gone: bool = False
    """Whether it does not stand on the day that is drawn."""


def drawn(graph: Graph) -> tuple[tuple[Organization, ...], ...]:
    """The organizations that have a row, row by row from the top, each in its order."""
    found = [body for body in graph.all(Organization) if body.row is not None]
    rows = sorted({body.row for body in found if body.row is not None})
    last = max((body.order or 0 for body in found), default=0) + 1

    def order(body: Organization) -> int:
        return last if body.order is None else body.order

    return tuple(tuple(sorted((b for b in found if b.row == row), key=order)) for row in rows)


def plates(graph: Graph, seats: int = 0) -> tuple[tuple[Plate, ...], ...]:
    """What is to stand in the boxes of all that is drawn, row by row from the top.

    In that of the board there is room for so many seats at least.
    """
    return tuple(tuple(_plate(graph, body, seats) for body in tier) for tier in drawn(graph))


def _plate(graph: Graph, body: Organization, seats: int) -> Plate:
    looks = tuple(_looks(graph, body))
    return Plate(body.id, body.name, body.classification or "", looks, seats if looks else 0)


def height(plate: Plate, width: float) -> float:
    """How much room a plate needs in a box so many units wide."""
    return max(LEAST, body_at(plate, (0, 0, width, 0)).height)


def body_at(plate: Plate, box: tuple[float, float, float, float]) -> Body:
    """The plate in a box at x and y, of a width, and of a height or more if it needs more."""
    x, y, width, least = box
    pad = PAD if width > 240 else SLIM_PAD
    name = wrap(plate.name, width - 2 * pad, NAME, 4)
    bottom = y + 10 + NAME_LEADING * len(name)
    label = Label(x + pad, y + 30, name)
    sort = None
    if plate.sort:
        lines = wrap(plate.sort, width - 2 * pad, PLAIN, 2)
        sort = Label(x + pad, bottom + 16, lines)
        bottom += LEADING * len(lines)
    count = max(len(plate.seats), plate.room)
    room = tuple(_room((x + pad, bottom + 12), width - 2 * pad, count))
    taken = tuple(
        Seat(Spot(form, *at, SEAT), is_open)
        for at, (form, is_open) in zip(room, plate.seats, strict=False)
    )
    bottom = max([bottom, *(seat_y + SEAT for _, seat_y in room)]) + 16
    high = round(max(least, bottom - y), 1)
    return Body(plate.id, x, y, width, high, label, sort, taken, room)


def _room(corner: tuple[float, float], width: float, count: int) -> Iterator[tuple[float, float]]:
    """The middles of seats in lines."""
    across = max(1, int(width // SEAT_STEP))
    for n in range(count):
        x = corner[0] + SEAT + SEAT_STEP * (n % across)
        y = corner[1] + SEAT + SEAT_STEP * (n // across)
        yield round(x, 1), round(y, 1)


def _looks(graph: Graph, body: Organization) -> list[tuple[Shape, bool]]:
    """The seats of the board on the day of the motion, the first side first, and which are open."""
    total = sum(post.seats or 0 for post in body.posts)
    if not total and graph.motion and graph.motion.organization.id == body.id:
        total = graph.motion.seats
    if graph.board is not body or not total:
        return []
    taken = sorted(side_of(body, seat.membership) for seat in graph.sitting)
    free = max(total - len(taken), 0)
    return [*((shape(side), False) for side in taken), *[(Shape.ROUND, True)] * free]


def body_with(body: Body, taken: Sequence[tuple[int, bool]]) -> Body:
    """A body with other seats: the side of each, and whether it is doubted that it is held."""
    seats = tuple(
        Seat(Spot(shape(side), *at, SEAT), is_doubted, not is_doubted)
        for at, (side, is_doubted) in zip(body.room, taken, strict=False)
    )
    return replace(body, seats=seats)


def side_of(body: Organization, term: Membership) -> int:
    """The side of a term; what is said of no side comes last."""
    found = side(body, term)
    return len(body.sides) if found is None else found
