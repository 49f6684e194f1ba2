"""Wires: routes as lines of straight pieces with their labels, between boxes of known size.

Knows nothing of what boxes or wires mean.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from engine.drawing.aisles import ENDS, Aisles, Side
from engine.drawing.blocks import Box
from engine.drawing.channels import Item, Laid, lay
from engine.drawing.grid import Grid
from engine.drawing.routes import Around, Bent, Route

TOP = 10
"""Units between a row and the first line of the channel below it."""
BOTTOM = 26
"""Units between the last line of a channel and the row below it: room for the head of an arrow."""
BETWEEN = 30
"""The height of a channel at least, if a row is above and below it."""
RULED = 20
"""How much higher a channel is that has a rule in it."""
RULE = 14
"""How far below a row a rule is."""
OUTSIDE = 12
"""The height of the channels above and below all rows, if they are empty."""

Point = tuple[float, float]
Pool = tuple[int, int]
"""A channel and a column: wires that enter boxes there share the width of a box."""


@dataclass(frozen=True)
class Wire:
    """A line from an end above or on the left to the other, and its label."""

    points: tuple[Point, ...]
    lines: tuple[str, ...] = ()
    box: Box | None = None
    """Where the label stands."""

    @property
    def anchor(self) -> str:
        """Where the label is fixed: towards a line that runs down beside it."""
        xs = [x for x, _ in self.points]
        if self.box is None or (self.box.left < max(xs) and min(xs) < self.box.right):
            return "middle"
        return "start" if self.box.left >= max(xs) else "end"


@dataclass(frozen=True)
class Wiring:
    """A grid with the sizes of everything in it. ``heights`` are those of the rows at least."""

    aisles: Aisles
    heights: Sequence[float]
    top: float
    """Where the first channel begins."""
    turned: frozenset[Pool] = frozenset()
    """Where the wires that go the same way enter in the opposite order."""

    @property
    def grid(self) -> Grid:
        """Where the boxes stand."""
        return self.aisles.grid

    @property
    def routes(self) -> Sequence[Route]:
        """The route of each wire."""
        return self.aisles.routes

    @cached_property
    def _sides(self) -> list[tuple[float, Mapping[int, Side]]]:
        return [self.aisles.sides(row) for row in range(self.grid.rows)]

    def row_height(self, row: int) -> float:
        """How high the boxes of a row are."""
        return max(self.heights[row], self._sides[row][0])

    @cached_property
    def slots(self) -> Mapping[tuple[int, str, int], float]:
        """The x at which the wire of a route enters a box from a channel.

        What enters boxes of one column from above and below the same channel has an x of its own;
        what goes to the left enters on the left.
        """
        found = {}
        for (channel, column), pool in self._pools.items():
            turn = -1 if (channel, column) in self.turned else 1
            step = self.aisles.box / (len(pool) + 1)
            order = sorted(pool, key=lambda entry: (entry[0], turn * entry[1]))
            for n, (_, index, boxes) in enumerate(order, 1):
                x = round(self.aisles.left(column) + n * step, 1)
                found.update({(index, box, channel): x for box in boxes})
        return found

    @cached_property
    def _pools(self) -> Mapping[Pool, list[tuple[float, int, tuple[str, ...]]]]:
        """What enters boxes of a column from a channel: towards where, which route, which boxes."""
        pools = defaultdict(list)
        for index, route in enumerate(self.routes):
            for channel, boxes, towards in self._entries(route):
                column = self.grid.cells[boxes[0]].column
                pools[channel, column].append((towards - column, index, boxes))
        return pools

    @property
    def cost(self) -> float:
        """The less, the better it can be read."""
        return sum(laid.cost for laid in self.channels)

    def best(self) -> "Wiring":
        """The same with the wires turned wherever that makes it better."""
        found = self
        for pool, entries in self._pools.items():
            if len(entries) > 1:
                other = replace(found, turned=found.turned ^ {pool})
                found = min(found, other, key=lambda wiring: wiring.cost)
        return found

    def _entries(self, route: Route) -> Iterator[tuple[int, tuple[str, ...], float]]:
        """Which boxes a route enters from which channel, and towards which column it goes."""
        if isinstance(route, Bent):
            one, other = (*route.upper, *route.lower)
            columns = [self.grid.cells[box].column for box in (one, other)]
            if columns[0] == columns[1]:
                yield route.channel, (one, other), columns[0]
            else:
                yield route.channel, (one,), columns[1]
                yield route.channel, (other,), columns[0]
        elif isinstance(route, Around):
            for channel, box in ((route.first, route.upper), (route.last, route.lower)):
                if channel is not None:
                    yield channel, (box,), route.aisle - 0.5

    @cached_property
    def channels(self) -> list[Laid]:
        """Each channel with its lines in their places."""
        items: list[list[Item]] = [[] for _ in range(self.grid.rows + 1)]
        through: list[list[float]] = [[] for _ in range(self.grid.rows + 1)]
        for index, route in enumerate(self.routes):
            if isinstance(route, Bent):
                items[route.channel].append(self._bent(index, route))
            elif isinstance(route, Around):
                for channel, item in self._around(index, route, items):
                    if item is None:
                        through[channel].append(self.aisles.lane(index))
                    else:
                        items[channel].append(item)
        ends = (4.0, self.aisles.width - 4)
        return [lay(found, past, ends) for found, past in zip(items, through, strict=True)]

    def _bent(self, index: int, route: Bent) -> Item:
        above = tuple(self.slots[index, box, route.channel] for box in route.upper)
        below = tuple(self.slots[index, box, route.channel] for box in route.lower)
        return self._item(index, 0, (above, below), self.aisles.labels[index])

    def _around(
        self, index: int, route: Around, items: Sequence[Sequence[Item]]
    ) -> Iterator[tuple[int, Item | None]]:
        """What a route around is in each channel that it passes; in one it has its label."""
        lane, label = self.aisles.lane(index), self.aisles.labels[index]
        first = self.grid.cells[route.upper].row + 1
        passed = range(first, self.grid.cells[route.lower].row + 1)
        labelled = route.first or route.last or min(
            passed, key=lambda k: (self.aisles.inner(index, k), len(items[k]))
        )  # fmt: skip
        for channel in passed:
            above = below = lane
            if channel == route.first:
                above = self.slots[index, route.upper, channel]
            if channel == route.last:
                below = self.slots[index, route.lower, channel]
            said = label if channel == labelled else ""
            is_straight = above == below and not said
            part = 1 if channel == route.last and channel != labelled else 0
            item = self._item(index, part, ((above,), (below,)), said)
            yield channel, None if is_straight else item

    def _item(
        self, index: int, part: int, ends: tuple[tuple[float, ...], tuple[float, ...]], label: str
    ) -> Item:
        crossed = self.aisles.crossed[index] and bool(label)
        return Item(index * len(ENDS) + part, *ends, label, crossed)

    @cached_property
    def channel_tops(self) -> list[float]:
        """The y of the upper edge of each channel; the last is the end of the drawing."""
        tops = [self.top]
        for channel in range(self.grid.rows + 1):
            row = self.row_height(channel) if channel < self.grid.rows else 0
            tops.append(round(tops[-1] + self.channel_height(channel) + row, 1))
        return tops

    def channel_height(self, channel: int) -> float:
        """How high a channel is."""
        laid = self.channels[channel]
        inner = 0 < channel < self.grid.rows
        if not laid.spots:
            return (BETWEEN if inner else OUTSIDE) + self._ruled(channel)
        return TOP + laid.height + BOTTOM + self._ruled(channel)

    def _ruled(self, channel: int) -> float:
        return RULED if channel in self.ruled else 0

    @property
    def ruled(self) -> list[int]:
        """The channels between two tiers."""
        tiers = self.grid.tiers
        return [n for n in range(1, self.grid.rows) if tiers[n] != tiers[n - 1]]

    def rule(self, channel: int) -> float:
        """The y of the rule of a channel."""
        return self.channel_tops[channel] + RULE

    def row_top(self, row: int) -> float:
        """The y of the upper edge of a row."""
        return round(self.channel_tops[row] + self.channel_height(row), 1)

    def level(self, channel: int) -> float:
        """The y from which the depths of a channel count."""
        return self.channel_tops[channel] + self._ruled(channel) + TOP

    def side(self, index: int, end: int, row: int) -> tuple[float, Side]:
        """The y at which a wire leaves a box for its aisle, and its place there."""
        side = self._sides[row][1][index * len(ENDS) + end]
        return round(self.row_top(row) + self.row_height(row) / 2 + side.depth, 1), side
