"""Routes: by which channels a line goes from one box to another; no line passes through a box.

Channels run between the rows, above the first and below the last; aisles run between the columns
and along both sides. Knows the grid; nothing of sizes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.drawing.grid import Cell, Grid

LOADED = 0.4
"""What a line that is there already counts against an aisle, in columns of a detour."""


@dataclass(frozen=True)
class Across:
    """Straight to the right, between neighbours of a row; ``aisle`` is the first it meets."""

    left: str
    right: str
    row: int
    aisle: int


@dataclass(frozen=True)
class Bent:
    """Through one channel: from the lower edge of one box to the upper edge of another.

    ``upper`` are the ends above the channel, ``lower`` those below; a loop has both on one side.
    """

    upper: tuple[str, ...]
    lower: tuple[str, ...]
    channel: int


@dataclass(frozen=True)
class Around:
    """Down an aisle, past other rows. An end that does not stand at it goes by a channel first."""

    upper: str
    lower: str
    aisle: int
    first: int | None
    """The channel at the upper end; None if the box stands at the aisle."""
    last: int | None
    """The channel at the lower end."""


Route = Across | Bent | Around


def routes(grid: Grid, ties: Iterable[tuple[str, str]]) -> list[Route]:
    """A route for each pair of boxes, in their order; which end is the first does not matter."""
    load: Counter[int] = Counter()
    found: list[Route] = []
    for one, other in ties:
        ends = sorted((one, other), key=lambda id_: (grid.cells[id_].row, grid.cells[id_].column))
        route = _route(grid, ends, load)
        load.update([route.aisle] if isinstance(route, Around) else [])
        load.update([_CHANNEL - route.channel] if isinstance(route, Bent) else [])
        found.append(route)
    return [_seen(grid, route, n, found) for n, route in enumerate(found)]


def passed(grid: Grid, route: Around) -> range:
    """The channels between the two ends of a route around."""
    return range(grid.cells[route.upper].row + 1, grid.cells[route.lower].row + 1)


def _seen(grid: Grid, route: Route, index: int, found: Sequence[Route]) -> Route:
    """The route, with its first end in a channel if others hide it in its whole aisle.

    There its label finds a place over its level part.
    """
    if not isinstance(route, Around) or route.first is not None or route.last is not None:
        return route
    own = (len(passed(grid, route)), index)
    hidden = {
        channel
        for n, other in enumerate(found)
        if isinstance(other, Around) and other.aisle == route.aisle
        and (len(passed(grid, other)), n) < own
        for channel in passed(grid, other)
    }  # fmt: skip
    is_hidden = hidden.issuperset(passed(grid, route))
    return replace(route, first=grid.cells[route.upper].row + 1) if is_hidden else route


_CHANNEL = -1
"""Channels are counted as loaded below this, aisles from 0."""


def _route(grid: Grid, ends: Sequence[str], load: Counter[int]) -> Route:
    first, second = ends
    a, b = grid.cells[first], grid.cells[second]
    if b.row - a.row == 1:
        return Bent((first,), (second,), b.row)
    if b.row > a.row:
        return _around(grid, first, second, load)
    between = [id_ for id_ in grid.at(a.row) if a.column < grid.cells[id_].column < b.column]
    if not between:
        return Across(first, second, a.row, a.column + 1)
    channels = [k for k in (a.row + 1, a.row) if 0 < k < grid.rows] or [a.row, a.row + 1]
    channel = min(channels, key=lambda k: load[_CHANNEL - k])
    return Bent((), (first, second), channel) if channel == a.row else Bent(
        (first, second), (), channel
    )  # fmt: skip


def _around(grid: Grid, upper: str, lower: str, load: Counter[int]) -> Around:
    a, b = grid.cells[upper], grid.cells[lower]

    def cost(aisle: int) -> tuple[float, int]:
        return _detour(a, aisle) + _detour(b, aisle) + LOADED * load[aisle], -aisle

    aisle = min(range(grid.columns + 1), key=cost)
    first = None if _detour(a, aisle) == 0 else a.row + 1
    last = None if _detour(b, aisle) == 0 else b.row
    return Around(upper, lower, aisle, first, last)


def _detour(cell: Cell, aisle: int) -> int:
    """How many columns a box stands off an aisle; the aisle ``n`` is left of the column ``n``."""
    return min(abs(cell.column - aisle), abs(cell.column + 1 - aisle))
