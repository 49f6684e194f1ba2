"""The plan of a structure: where its bodies stand, where the lines of its ties run.

Knows what is written on lines from a function; nothing of words, keys or titles.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from engine.drawing.aisles import Aisles
from engine.drawing.blocks import Box
from engine.drawing.bodies import Body, body_at, height
from engine.drawing.clashes import crossings, overlaps
from engine.drawing.figure import WIDE
from engine.drawing.grid import Grid, grid
from engine.drawing.routes import routes
from engine.drawing.ties import Link, Look, links
from engine.drawing.wire_points import wire
from engine.drawing.wires import Wire, Wiring
from engine.graph import Graph
from engine.kinds.organization import Organization

ABREAST = {True: 4, False: 1}
"""So many boxes stand in a row of a wide drawing, and of a narrow one."""

Tiers = tuple[tuple[Organization, ...], ...]
"""The bodies that are drawn, row by row from the top, each row from the left."""


@dataclass(frozen=True)
class Plan:
    """Bodies in rows, for a place so many units wide."""

    graph: Graph
    tiers: Tiers
    label: Callable[[Link], str]
    """What is written on the line of a tie."""
    width: int
    seats: int = 0
    """For so many seats the board has room, if it is known how many it has."""

    @property
    def all(self) -> tuple[Organization, ...]:
        """Every body, from the top and from the left."""
        return tuple(body for tier in self.tiers for body in tier)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The ties that are drawn."""
        return tuple(links(self.graph, self.all))

    @cached_property
    def _grid(self) -> Grid:
        rows = [[body.id for body in tier] for tier in self.tiers]
        return grid(rows, [link.pull for link in self.links], ABREAST[self.width >= WIDE])

    @cached_property
    def wiring(self) -> Wiring:
        """The sizes of everything."""
        found = routes(self._grid, [link.ends for link in self.links])
        labels = [self.label(link) for link in self.links]
        crossed = [link.look is Look.ABSENT for link in self.links]
        aisles = Aisles(self._grid, found, labels, crossed, self.width)
        heights = [0.0] * self._grid.rows
        for body in self.all:
            row = self._grid.cells[body.id].row
            heights[row] = max(heights[row], height(self.graph, body, aisles.box, self.seats))
        return Wiring(aisles, heights, 4).best()

    @cached_property
    def wires(self) -> list[Wire]:
        """The line of each tie."""
        return [wire(self.wiring, index) for index in range(len(self.links))]

    @property
    def bottom(self) -> float:
        """How far down it reaches."""
        return self.wiring.channel_tops[-1]

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The box of each body."""
        return tuple(self._body(body) for body in self.all)

    def _body(self, body: Organization) -> Body:
        cell, aisles = self._grid.cells[body.id], self.wiring.aisles
        corner = aisles.left(cell.column), self.wiring.row_top(cell.row)
        size = aisles.box, self.wiring.row_height(cell.row)
        return body_at(self.graph, body, (*corner, *size), self.seats)

    @property
    def boxes(self) -> list[Box]:
        """What each body takes."""
        return [Box(b.x, b.x + b.width, b.y, b.y + b.height) for b in self.bodies]

    @property
    def crossings(self) -> int:
        """How often lines cross."""
        return crossings(self.wires)

    @property
    def overlaps(self) -> int:
        """How often labels and lines lie over something."""
        return overlaps(self.wires, self.boxes)
