"""How wide aisles and boxes are, and where lines run in aisles and enter the sides of boxes.

Knows routes and labels; depths in a row are units below its upper edge.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.drawing.blocks import LEADING, even_lines, is_cut
from engine.drawing.figure import text_width
from engine.drawing.grid import Grid
from engine.drawing.routes import Across, Around, Route, passed

EDGE = 4
"""Units kept free on both sides of a drawing."""
FIRST = 24
"""From a box to the first line in its aisle: as long as the head of an arrow."""
NEXT = 13
"""From line to line in an aisle."""
EMPTY = 36
"""The width of an aisle in which nothing is."""
WIDEST = 430
"""The width of a box at most."""
SLIMMEST = 165
"""The width at which boxes are left, if the labels between them can be narrower."""
LIMITS = (190, 150, 120, 96)
"""How wide a label between two boxes may be."""
HEAD = 24
"""Room for the head of an arrow."""
PORT = 26
"""The height of a place where a line enters a box from its aisle."""
CROSS = 9


@dataclass(frozen=True)
class Side:
    """A line between two boxes: its depth in the row, and its label in lines."""

    depth: float
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aisles:
    """The widths of a drawing: aisles from the left, and of every box between two of them."""

    grid: Grid
    routes: Sequence[Route]
    labels: Sequence[str]
    crossed: Sequence[bool]
    width: float

    @cached_property
    def lanes(self) -> Mapping[int, int]:
        """For each route around its lane, from 0; short ones stand nearest to the boxes.

        Two share one if neither passes a row that the other does.
        """
        taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        found = {}
        for index, route in sorted(self._arounds(), key=lambda item: self._rows(item[1])[::-1]):
            first, last = rows = self._rows(route)[:2]
            lane = 0
            while any(a <= last and first <= b for a, b in taken[route.aisle, lane]):
                lane += 1
            taken[route.aisle, lane].append(rows)
            found[index] = lane
        return found

    def _arounds(self) -> Iterator[tuple[int, Around]]:
        return ((n, r) for n, r in enumerate(self.routes) if isinstance(r, Around))

    def _rows(self, route: Around) -> tuple[int, int, int]:
        first, last = self.grid.cells[route.upper].row, self.grid.cells[route.lower].row
        return first, last, last - first

    @cached_property
    def limit(self) -> float:
        """How wide a label between two boxes may be, so that the boxes are not too slim."""
        for limit in LIMITS:
            if self._box(limit) >= SLIMMEST:
                return limit
        return LIMITS[-1]

    def _box(self, limit: float) -> float:
        aisles = sum(self._aisle(n, limit) for n in range(self.grid.columns + 1))
        return (self.width - aisles) / self.grid.columns

    def _aisle(self, aisle: int, limit: float) -> float:
        lanes = self._lane_room(aisle)
        if aisle in (0, self.grid.columns):
            return EDGE + lanes
        widest = max((text_width(line) for n in self._across(aisle)
                      for line in _lines(self.labels[n], limit)), default=0)  # fmt: skip
        return lanes + (widest + 2 * HEAD + 8 if widest else EMPTY)

    def _lane_room(self, aisle: int) -> float:
        lanes = [lane for n, lane in self.lanes.items() if self._aisle_of(n) == aisle]
        return FIRST + NEXT * max(lanes) + 8 if lanes else 0

    def _aisle_of(self, index: int) -> int | None:
        route = self.routes[index]
        return None if not isinstance(route, Around) else route.aisle

    def _across(self, aisle: int, row: int | None = None) -> list[int]:
        return [
            n for n, r in enumerate(self.routes)
            if isinstance(r, Across) and r.aisle == aisle and row in (None, r.row)
        ]  # fmt: skip

    @cached_property
    def box(self) -> float:
        """The width of a box."""
        return round(min(self._box(self.limit), WIDEST), 1)

    def left(self, column: int) -> float:
        """Where the boxes of a column begin. What boxes do not take goes to inner aisles first."""
        spare = self.width - self.grid.columns * self.box
        spare -= sum(self._aisle(n, self.limit) for n in range(self.grid.columns + 1))
        inner = self.grid.columns - 1
        margin, more = (0.0, spare / inner) if inner else (spare / 2, 0.0)
        before = sum(self._aisle(n, self.limit) for n in range(column + 1))
        return round(margin + before + column * (self.box + more), 1)

    def right(self, column: int) -> float:
        """Where the boxes of a column end."""
        return round(self.left(column) + self.box, 1)

    def lane(self, index: int) -> float:
        """The x of the line of a route around."""
        aisle, off = self._aisle_of(index) or 0, FIRST + NEXT * self.lanes[index]
        return round(self.left(0) - off if aisle == 0 else self.right(aisle - 1) + off, 1)

    def inner(self, index: int, channel: int) -> int:
        """How many lanes of a channel lie between a route's lane and the boxes."""
        aisle, lane = self._aisle_of(index), self.lanes[index]
        return sum(
            channel in passed(self.grid, route)
            for n, route in self._arounds()
            if route.aisle == aisle and self.lanes[n] < lane
        )

    def label_room(self, route: Across) -> tuple[float, float]:
        """Between which x the label of a line between two boxes stands."""
        left = self.right(route.aisle - 1) + self._lane_room(route.aisle)
        return left, self.left(route.aisle)

    def sides(self, row: int) -> tuple[float, Mapping[int, Side]]:
        """The height that lines need at the sides of a row, and for each route its place.

        A place is told from the middle of the row: lines that go up leave above the others.
        """
        tallest, found = 0.0, dict[int, Side]()
        for aisle in range(self.grid.columns + 1):
            column = list(self._column(row, aisle))
            height = sum(room for _, room, _ in column)
            depth = -height / 2
            for index, room, lines in column:
                depth += room
                found[index * len(ENDS) + self._end(index, row)] = Side(
                    depth - (10 if lines else PORT / 2), lines
                )
            tallest = max(tallest, height)
        return tallest + 16, found

    def _end(self, index: int, row: int) -> int:
        """Which end of a route is at a row."""
        route = self.routes[index]
        is_last = isinstance(route, Around) and self.grid.cells[route.lower].row == row
        return 1 if is_last else 0

    def _column(self, row: int, aisle: int) -> Iterator[tuple[int, float, tuple[str, ...]]]:
        """The lines in an aisle at a row, from above: the route, its height and its label."""
        here = [(n, r) for n, r in self._arounds() if r.aisle == aisle]
        for n, route in here:
            if route.last is None and self.grid.cells[route.lower].row == row:
                yield n, PORT, ()
        for n in self._across(aisle, row):
            lines = _lines(self.labels[n], self.limit)
            yield n, len(lines) * LEADING + 16 + (CROSS if self.crossed[n] else 0), lines
        for n, route in here:
            if route.first is None and self.grid.cells[route.upper].row == row:
                yield n, PORT, ()


ENDS = ("first", "last")
"""The two ends of a route: above or on the left, and below or on the right."""


def _lines(label: str, limit: float) -> tuple[str, ...]:
    """A label between two boxes: in two lines, or in three where two do not hold it."""
    two = even_lines(label, limit, 2)
    return even_lines(label, limit, 3) if is_cut(two, label) else two
