"""The structure: bodies in boxes, row by row, and what they are to each other as lines.

A pure function of the records; nothing is placed by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.dates import Held
from engine.drawing.bodies import Body, Plate, body_with, drawn, plates, side_of
from engine.drawing.clashes import lies_over
from engine.drawing.faces import PLAIN
from engine.drawing.figure import Label, Words, listed, text_width
from engine.drawing.marks import day_words
from engine.drawing.plan import Plan, planned
from engine.drawing.routes import Across, Around, Route
from engine.drawing.ties import Link, Look, Sentence, links
from engine.drawing.wire_points import clearest
from engine.drawing.wires import Point, Wire
from engine.graph import Graph
from engine.kinds.organization import Tie
from engine.states import State, most_seats

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
    tie: Tie
    middle: Point
    """Where a mark on it stands clear of other lines."""
    doubt: Label | None = None
    """The mark of a tie of which it is not known whether it holds on the day that is drawn."""


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
    found = tuple(links(graph, [body for tier in drawn(graph) for body in tier]))
    tiers = plates(graph, most_seats(graph))
    if not tiers:
        return None
    plan = planned(tiers, tuple(link.edge(link.label(words)) for link in found), width)
    drawing = _Drawing(plan, found, words)
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
        sentences=tuple(link.sentence(words) for link in found),
        crossings=plan.crossings,
        overlaps=plan.overlaps,
    )


def structure_at(whole: Structure, graph: Graph, state: State, words: Words) -> Structure:
    """The same drawing at the end of a day: nothing moves, what does not stand is left out.

    A body that does not stand keeps its place, empty; a tie that may not hold has a mark.
    """
    board, table = graph.board, [row for row in state.seats if row.held is not Held.NO]
    taken = sorted((side_of(board, row.what.membership), row.held is not Held.YES)
                   for row in table) if board else []  # fmt: skip
    gone = {row.what.id for row in state.bodies if row.held is Held.NO}
    held = {id(row.what.tie): row.held for row in state.ties}
    bodies = tuple(
        replace(body_with(body, taken), is_gone=body.id in gone) if board and body.id == board.id
        else replace(body, is_gone=body.id in gone)
        for body in whole.bodies
    )  # fmt: skip
    lines = tuple(
        _at(line, held[id(line.tie)])
        for line in whole.lines
        if _stands(line, held[id(line.tie)]) and not gone & set(line.ends)
    )
    title = words["figure.state.title"].format(title=whole.title, date=day_words(state.day, words))
    return replace(
        whole,
        title=title,
        description=_said_at(bodies, lines, words),
        bodies=bodies,
        lines=lines,
        key=tuple(one for one in whole.key if any(line.look is one.look for line in lines)),
    )


def _stands(line: Line, held: Held) -> bool:
    """Whether a line is drawn: what a source does not describe only if it is told of the day."""
    return held is Held.YES or (held is Held.UNKNOWN and line.look is not Look.ABSENT)


def _at(line: Line, held: Held) -> Line:
    if held is Held.YES:
        return line
    x, y = line.middle
    return replace(line, doubt=Label(x, y + 5, ("?",), "middle"))


def _said_at(bodies: Sequence[Body], lines: Sequence[Line], words: Words) -> str:
    """What stands, how many seats are surely held, what is tied, and what may be."""
    there, gone = (
        [" ".join(body.name.lines) for body in bodies if body.is_gone is is_gone]
        for is_gone in (False, True)
    )
    said = [words["figure.state.bodies"].format(names=listed(there, words))]
    if gone:
        said.append(words["figure.state.gone"].format(names=listed(gone, words)))
    for seats in (body.seats for body in bodies if body.room and not body.is_gone):
        sure = sum(seat.is_sure for seat in seats)
        said.append(words["figure.state.seats"].format(n=sure, perhaps=len(seats) - sure))
    said += [line.spoken for line in lines if not line.doubt]
    doubt = words["figure.state.doubt"]
    return " ".join([*said, *(doubt.format(tie=line.spoken) for line in lines if line.doubt)])


@dataclass(frozen=True)
class _Drawing:
    """What is drawn and said of a plan."""

    plan: Plan
    links: Sequence[Link]
    """What its edges stand for."""
    words: Words

    def lines(self) -> Iterator[Line]:
        """Each tie as a line; where one end stands above or to the left does not matter."""
        plan = self.plan
        for link, route, drawn_wire in zip(self.links, plan.wiring.routes, plan.wires, strict=True):
            points = drawn_wire.points
            if link.subject.id != _first(route):
                points = points[::-1]
            missing = link.look is Look.ABSENT
            x, y = middle = self._middle(drawn_wire)
            cross = (x - CROSS, y - CROSS, x + CROSS, y + CROSS) if missing else None
            shown = points if missing else _pulled(points)
            over = lies_over(drawn_wire, plan.wires)
            spoken = link.spoken(self.words)
            label = _label(drawn_wire)
            yield Line(link.ends, link.look, shown, label, cross, spoken, over, link.tie, middle)

    def _middle(self, one: Wire) -> Point:
        others = [other for other in self.plan.wires if other is not one]
        return clearest(one.points, others, 2 * CROSS)

    def key(self) -> Iterator[Sample]:
        """What each look that is used stands for, if there are several."""
        used = [look for look in Look if any(link.look is look for link in self.links)]
        x, y = 4.0, self.plan.bottom + KEY_ROW
        for look in used if len(used) > 1 else []:
            text = self.words[f"figure.structure.key.{look}"]
            end = x + SAMPLE + 8 + text_width(text, PLAIN)
            if end > self.plan.width and x > 4:
                x, y, end = 4.0, y + KEY_ROW, end - x + 4
            label = Label(round(x + SAMPLE + 8, 1), y + 5, (text,))
            yield Sample(look, round(x, 1), round(x + SAMPLE, 1), y, label)
            x = end + KEY_GAP

    def names(self, plates: tuple[Plate, ...]) -> str:
        return listed([plate.name for plate in plates], self.words)

    def description(self) -> str:
        """All that the picture says."""
        row = self.words["figure.structure.row"]
        tiers = enumerate(self.plan.tiers, 1)
        said = [row.format(n=n, names=self.names(tier)) for n, tier in tiers]
        for body in self.plan.bodies:
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
