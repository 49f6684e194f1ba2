"""The structure: bodies in boxes, row by row, and what they are to each other as lines.

A pure function of the records; nothing is placed by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from engine.drawing.aisles import Aisles
from engine.drawing.blocks import Box
from engine.drawing.bodies import Body, body_at, drawn, height
from engine.drawing.clashes import crossings, lies_over, overlaps
from engine.drawing.faces import PLAIN
from engine.drawing.figure import WIDE, Label, Words, listed, text_width
from engine.drawing.grid import Grid, grid
from engine.drawing.routes import Across, Around, Route, routes
from engine.drawing.ties import Link, Look, Sentence, links
from engine.drawing.wire_points import clearest, wire
from engine.drawing.wires import Point, Wire, Wiring
from engine.graph import Graph
from engine.kinds.organization import Organization

ABREAST = {True: 4, False: 1}
"""So many boxes stand in a row of a wide drawing, and of a narrow one."""
PULL = 3
"""So far before a box an arrow ends, since its head is longer than the line."""
CROSS = 8
"""Half the size of the cross on a tie that is missing."""
SAMPLE = 34
"""The length of a line in the key."""
KEY_ROW = 24
KEY_GAP = 26


@dataclass(frozen=True)
class Line:
    """A tie from its subject to its object, and the words on it."""

    ends: tuple[str, str]
    """Their ids."""
    look: Look
    points: tuple[Point, ...]
    label: Label | None
    cross: tuple[float, float, float, float] | None
    """The corners of the cross on a tie that is missing."""
    spoken: str
    over: bool
    """Whether the label lies over another line, since there was no room elsewhere."""


@dataclass(frozen=True)
class Sample:
    """An entry of the key: a line from one x to another, and what it stands for."""

    look: Look
    left: float
    right: float
    y: float
    label: Label


@dataclass(frozen=True)
class Structure:
    """Bodies and ties; ``crossings`` and ``overlaps`` tell how well it came out."""

    width: float
    height: float
    title: str
    description: str
    wash: float
    """Down to here the ground of the first row is toned; 0 where there is but one."""
    rules: tuple[float, ...]
    """The y of a rule between two rows."""
    bodies: tuple[Body, ...]
    lines: tuple[Line, ...]
    key: tuple[Sample, ...]
    sentences: tuple[Sentence, ...]
    crossings: int
    overlaps: int


def structure(graph: Graph, words: Words, width: int) -> Structure | None:
    """The organizations that have a row, and their ties; None if there is none."""
    tiers = drawn(graph)
    if not tiers:
        return None
    drawing = _Drawing(graph, words, tiers, width)
    rules = tuple(drawing.wiring.rule(channel) for channel in drawing.wiring.ruled)
    key = tuple(drawing.key())
    return Structure(
        width=width,
        height=max([drawing.bottom, *(sample.y + 12 for sample in key)]),
        title=words["figure.structure.title"].format(names=drawing.names(drawing.all)),
        description=drawing.description(),
        wash=rules[0] if rules else 0,
        rules=rules,
        bodies=drawing.bodies,
        lines=tuple(drawing.lines()),
        key=key,
        sentences=tuple(link.sentence(words) for link in drawing.links),
        crossings=crossings(drawing.wires),
        overlaps=overlaps(drawing.wires, [_box(body) for body in drawing.bodies]),
    )


@dataclass(frozen=True)
class _Drawing:
    """What the parts of the drawing are made from."""

    graph: Graph
    words: Words
    tiers: tuple[tuple[Organization, ...], ...]
    width: int

    @property
    def all(self) -> tuple[Organization, ...]:
        return tuple(body for tier in self.tiers for body in tier)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(links(self.graph, self.all))

    @cached_property
    def grid(self) -> Grid:
        rows = [[body.id for body in tier] for tier in self.tiers]
        return grid(rows, [link.pull for link in self.links], ABREAST[self.width >= WIDE])

    @cached_property
    def wiring(self) -> Wiring:
        found = routes(self.grid, [link.ends for link in self.links])
        labels = [link.label(self.words) for link in self.links]
        crossed = [link.look is Look.ABSENT for link in self.links]
        aisles = Aisles(self.grid, found, labels, crossed, self.width)
        heights = [0.0] * self.grid.rows
        for body in self.all:
            row = self.grid.cells[body.id].row
            heights[row] = max(heights[row], height(self.graph, body, aisles.box))
        return Wiring(aisles, heights, 4).best()

    @cached_property
    def wires(self) -> list[Wire]:
        return [wire(self.wiring, index) for index in range(len(self.links))]

    @property
    def bottom(self) -> float:
        return self.wiring.channel_tops[-1]

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(self._body(body) for body in self.all)

    def _body(self, body: Organization) -> Body:
        cell, aisles = self.grid.cells[body.id], self.wiring.aisles
        corner = aisles.left(cell.column), self.wiring.row_top(cell.row)
        size = aisles.box, self.wiring.row_height(cell.row)
        return body_at(self.graph, body, (*corner, *size))

    def lines(self) -> Iterator[Line]:
        """Each tie as a line; where one end stands above or to the left does not matter."""
        for link, route, drawn_wire in zip(self.links, self.wiring.routes, self.wires, strict=True):
            points = drawn_wire.points
            if link.subject.id != _first(route):
                points = points[::-1]
            missing = link.look is Look.ABSENT
            cross = self._cross(drawn_wire) if missing else None
            shown = points if missing else _pulled(points)
            over = lies_over(drawn_wire, self.wires)
            spoken = link.spoken(self.words)
            label = _label(drawn_wire)
            yield Line(link.ends, link.look, shown, label, cross, spoken, over)

    def _cross(self, missing: Wire) -> tuple[float, float, float, float]:
        others = [other for other in self.wires if other is not missing]
        x, y = clearest(missing.points, others, 2 * CROSS)
        return x - CROSS, y - CROSS, x + CROSS, y + CROSS

    def key(self) -> Iterator[Sample]:
        """What each look that is used stands for, if there are several."""
        used = [look for look in Look if any(link.look is look for link in self.links)]
        x, y = 4.0, self.bottom + KEY_ROW
        for look in used if len(used) > 1 else []:
            text = self.words[f"figure.structure.key.{look}"]
            end = x + SAMPLE + 8 + text_width(text, PLAIN)
            if end > self.width and x > 4:
                x, y, end = 4.0, y + KEY_ROW, end - x + 4
            label = Label(round(x + SAMPLE + 8, 1), y + 5, (text,))
            yield Sample(look, round(x, 1), round(x + SAMPLE, 1), y, label)
            x = end + KEY_GAP

    def names(self, bodies: tuple[Organization, ...]) -> str:
        return listed([body.name for body in bodies], self.words)

    def description(self) -> str:
        """All that the picture says."""
        row = self.words["figure.structure.row"]
        said = [row.format(n=n, names=self.names(tier)) for n, tier in enumerate(self.tiers, 1)]
        for body in self.bodies:
            if body.seats:
                seats = self.words["figure.structure.seats"]
                said.append(seats.format(name=" ".join(body.name.lines), n=len(body.seats)))
        return " ".join([*said, *(link.spoken(self.words) for link in self.links)])


def _first(route: Route) -> str:
    """The box at the first end of a route's wire."""
    if isinstance(route, Across):
        return route.left
    return route.upper if isinstance(route, Around) else (*route.upper, *route.lower)[0]


def _pulled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The line without what the head of its arrow takes."""
    (a, b), (x, y) = points[-2:]
    if x == a:
        return (*points[:-1], (x, round(y - PULL if y > b else y + PULL, 1)))
    return (*points[:-1], (round(x - PULL if x > a else x + PULL, 1), y))


def _label(drawn_wire: Wire) -> Label | None:
    box, anchor = drawn_wire.box, drawn_wire.anchor
    if box is None:
        return None
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
    return Label(round(x, 1), round(box.low + 13, 1), drawn_wire.lines, anchor)


def _box(body: Body) -> Box:
    return Box(body.x, body.x + body.width, body.y, body.y + body.height)
