"""The plan of a structure: where its bodies stand, where the lines of its ties run.

Knows what stands in boxes and on lines; nothing of records, words, keys or titles.
"""

from dataclasses import dataclass
from functools import cached_property

from engine.drawing.aisles import Aisles
from engine.drawing.blocks import Box
from engine.drawing.bodies import Body, Plate, body_at, height
from engine.drawing.clashes import crossings, overlaps
from engine.drawing.figure import WIDE
from engine.drawing.grid import Grid, grid
from engine.drawing.routes import routes
from engine.drawing.wire_points import wire
from engine.drawing.wires import Wire, Wiring
from engine.memory import kept

ABREAST = {True: 4, False: 1}
"""So many boxes stand in a row of a wide drawing, and of a narrow one."""

Tiers = tuple[tuple[Plate, ...], ...]
"""What is drawn, row by row from the top, each row from the left."""


@dataclass(frozen=True)
class Edge:
    """The line of a tie to be."""

    ends: tuple[str, str]
    """The ids of the plates."""
    weight: float
    """How much it matters that one stands above the other."""
    label: str
    is_crossed: bool
    """Whether it has a cross, for a tie that is missing."""


@dataclass(frozen=True)
class Plan:
    """Plates in rows and the edges between them, for a place so many units wide."""

    tiers: Tiers
    edges: tuple[Edge, ...]
    width: int

    @property
    def all(self) -> tuple[Plate, ...]:
        """Every plate, from the top and from the left."""
        return tuple(plate for tier in self.tiers for plate in tier)

    @cached_property
    def _grid(self) -> Grid:
        rows = [[plate.id for plate in tier] for tier in self.tiers]
        pulls = [(*edge.ends, edge.weight) for edge in self.edges]
        return grid(rows, pulls, ABREAST[self.width >= WIDE])

    @cached_property
    def wiring(self) -> Wiring:
        """The sizes of everything."""
        found = routes(self._grid, [edge.ends for edge in self.edges])
        labels = [edge.label for edge in self.edges]
        crossed = [edge.is_crossed for edge in self.edges]
        aisles = Aisles(self._grid, found, labels, crossed, self.width)
        heights = [0.0] * self._grid.rows
        for plate in self.all:
            row = self._grid.cells[plate.id].row
            heights[row] = max(heights[row], height(plate, aisles.box))
        return Wiring(aisles, heights, 4).best()

    @cached_property
    def wires(self) -> list[Wire]:
        """The line of each edge."""
        return [wire(self.wiring, index) for index in range(len(self.edges))]

    @property
    def bottom(self) -> float:
        """How far down it reaches."""
        return self.wiring.channel_tops[-1]

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The box of each plate."""
        return tuple(self._body(plate) for plate in self.all)

    def _body(self, plate: Plate) -> Body:
        cell, aisles = self._grid.cells[plate.id], self.wiring.aisles
        corner = aisles.left(cell.column), self.wiring.row_top(cell.row)
        size = aisles.box, self.wiring.row_height(cell.row)
        return body_at(plate, (*corner, *size))

    @property
    def boxes(self) -> list[Box]:
        """What each body takes."""
        return [Box(b.x, b.x + b.width, b.y, b.y + b.height) for b in self.bodies]

    @cached_property
    def crossings(self) -> int:
        """How often lines cross."""
        return crossings(self.wires)

    @cached_property
    def overlaps(self) -> int:
        """How often labels and lines lie over something."""
        return overlaps(self.wires, self.boxes)


@kept(8)
def planned(tiers: Tiers, edges: tuple[Edge, ...], width: int) -> Plan:
    """The plan of these, which has been made if it was asked for a moment ago."""
    return Plan(tiers, edges, width)
