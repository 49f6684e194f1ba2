"""The structure: bodies in boxes, row by row, and what they are to each other as lines.

A pure function of the records; nothing is placed by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.drawing.bodies import Body, drawn
from engine.drawing.clashes import lies_over
from engine.drawing.faces import PLAIN
from engine.drawing.figure import Label, Words, listed, text_width
from engine.drawing.plan import Plan
from engine.drawing.routes import Across, Around, Route
from engine.drawing.ties import Look, Sentence
from engine.drawing.wire_points import clearest
from engine.drawing.wires import Point, Wire
from engine.graph import Graph
from engine.kinds.organization import Organization

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
    plan = Plan(graph, tiers, lambda link: link.label(words), width)
    drawing = _Drawing(plan, words)
    rules = tuple(plan.wiring.rule(channel) for channel in plan.wiring.ruled)
    key = tuple(drawing.key())
    return Structure(
        width=width,
        height=max([plan.bottom, *(sample.y + 12 for sample in key)]),
        title=words["figure.structure.title"].format(names=drawing.names(plan.all)),
        description=drawing.description(),
        wash=rules[0] if rules else 0,
        rules=rules,
        bodies=plan.bodies,
        lines=tuple(drawing.lines()),
        key=key,
        sentences=tuple(link.sentence(words) for link in plan.links),
        crossings=plan.crossings,
        overlaps=plan.overlaps,
    )


@dataclass(frozen=True)
class _Drawing:
    """What is drawn and said of a plan."""

    plan: Plan
    words: Words

    def lines(self) -> Iterator[Line]:
        """Each tie as a line; where one end stands above or to the left does not matter."""
        plan = self.plan
        for link, route, drawn_wire in zip(plan.links, plan.wiring.routes, plan.wires, strict=True):
            points = drawn_wire.points
            if link.subject.id != _first(route):
                points = points[::-1]
            missing = link.look is Look.ABSENT
            cross = self._cross(drawn_wire) if missing else None
            shown = points if missing else _pulled(points)
            over = lies_over(drawn_wire, plan.wires)
            spoken = link.spoken(self.words)
            label = _label(drawn_wire)
            yield Line(link.ends, link.look, shown, label, cross, spoken, over)

    def _cross(self, missing: Wire) -> tuple[float, float, float, float]:
        others = [other for other in self.plan.wires if other is not missing]
        x, y = clearest(missing.points, others, 2 * CROSS)
        return x - CROSS, y - CROSS, x + CROSS, y + CROSS

    def key(self) -> Iterator[Sample]:
        """What each look that is used stands for, if there are several."""
        used = [look for look in Look if any(link.look is look for link in self.plan.links)]
        x, y = 4.0, self.plan.bottom + KEY_ROW
        for look in used if len(used) > 1 else []:
            text = self.words[f"figure.structure.key.{look}"]
            end = x + SAMPLE + 8 + text_width(text, PLAIN)
            if end > self.plan.width and x > 4:
                x, y, end = 4.0, y + KEY_ROW, end - x + 4
            label = Label(round(x + SAMPLE + 8, 1), y + 5, (text,))
            yield Sample(look, round(x, 1), round(x + SAMPLE, 1), y, label)
            x = end + KEY_GAP

    def names(self, bodies: tuple[Organization, ...]) -> str:
        return listed([body.name for body in bodies], self.words)

    def description(self) -> str:
        """All that the picture says."""
        row = self.words["figure.structure.row"]
        tiers = enumerate(self.plan.tiers, 1)
        said = [row.format(n=n, names=self.names(tier)) for n, tier in tiers]
        for body in self.plan.bodies:
            if body.seats:
                seats = self.words["figure.structure.seats"]
                said.append(seats.format(name=" ".join(body.name.lines), n=len(body.seats)))
        return " ".join([*said, *(link.spoken(self.words) for link in self.plan.links)])


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
