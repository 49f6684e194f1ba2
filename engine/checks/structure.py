"""The structure can be read: its lines do not cross for want of a better order of its rows.

Knows how it is laid out in both widths, not what it looks like.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product
from math import factorial, prod

from engine.diagnostics import Diagnostic, Place, Severity
from engine.drawing.bodies import drawn, plates
from engine.drawing.clashes import overlaps
from engine.drawing.figure import NARROW, WIDE
from engine.drawing.plan import Edge, Plan, Tiers
from engine.drawing.ties import links
from engine.graph import Graph
from engine.kinds.organization import Organization
from engine.links import Addresses
from engine.memory import kept

FEW = 2
"""So many crossings fewer are worth another order; if there are no more, none is looked for."""
MOST = 24
"""If there are more orders, only those are tried that differ in two neighbours."""


def check_structure(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """No other order of its rows makes the structure much clearer, and nothing lies over another.

    How often lines cross and how often something lies over another is counted in both widths.
    """
    bodies = [body for tier in drawn(graph) for body in tier]
    if not bodies:
        return
    found = list(links(graph, bodies))
    # Checks know no words; the name of a tie is about as long as its verb.
    edges = tuple(link.edge(link.tie.label or link.tie.kind) for link in found)
    given, best = _judged(plates(graph), edges)
    if best is not given:
        message = f"{given.told}; in another order there are {best.crossings} and {best.overlaps}"
        by_id = {body.id: body for body in bodies}
        place, hint = _first_moved(given, best, by_id), _hint(given, best, by_id)
        yield Diagnostic(place, "crowded-structure", message, hint, Severity.WARNING)
    elif given.overlaps:
        message = f"{given.told}, and no order that was tried is better"
        hint = "shorten this label, or give one of the two another row"
        place = found[given.in_the_way].tie.where("label")
        yield Diagnostic(place, "crowded-structure", message, hint, Severity.WARNING)


@dataclass(frozen=True)
class _Order:
    """What is drawn of a structure in an order, and what is wrong with it."""

    tiers: Tiers
    edges: tuple[Edge, ...]

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """How it is drawn in both widths: edges in the order of what they go out from."""
        ids = [plate.id for tier in self.tiers for plate in tier]
        edges = tuple(sorted(self.edges, key=lambda edge: ids.index(edge.ends[0])))
        return tuple(Plan(self.tiers, edges, width) for width in (WIDE, NARROW))

    @cached_property
    def overlaps(self) -> int:
        return sum(plan.overlaps for plan in self.plans)

    @cached_property
    def crossings(self) -> int:
        return sum(plan.crossings for plan in self.plans)

    @property
    def told(self) -> str:
        """What is wrong with it, in words."""
        crossed = f"{self.crossings} crossing{'s' * (self.crossings != 1)}"
        over = f"{self.overlaps} overlap{'s' * (self.overlaps != 1)}"
        return f"the lines and labels of the structure have {crossed} and {over}"

    @property
    def in_the_way(self) -> int:
        """The number of the first edge without which less lies over another."""
        for plan in self.plans:
            wires, boxes = plan.wires, plan.boxes
            for n in range(len(wires)):
                if overlaps([*wires[:n], *wires[n + 1 :]], boxes) < plan.overlaps:
                    return n
        return 0

    def is_better(self, other: "_Order") -> bool:
        """Whether it is so much clearer than another that it is worth a change."""
        if self.overlaps != other.overlaps:
            return self.overlaps < other.overlaps
        return self.crossings + FEW <= other.crossings

    def others(self) -> Iterator["_Order"]:
        """The orders that are tried instead: all if they are few, else those next to this one."""
        if prod(factorial(len(tier)) for tier in self.tiers) <= MOST:
            for tiers in product(*map(permutations, self.tiers)):
                yield _Order(tiers, self.edges)
            return
        for row, tier in enumerate(self.tiers):
            for n in range(len(tier) - 1):
                turned = (*tier[:n], tier[n + 1], tier[n], *tier[n + 2 :])
                tiers = (*self.tiers[:row], turned, *self.tiers[row + 1 :])
                yield _Order(tiers, self.edges)


@kept(1)
def _judged(tiers: Tiers, edges: tuple[Edge, ...]) -> tuple[_Order, _Order]:
    """The given order, and the clearest one that is tried: the given one if none is better.

    Of equal ones it is the first. It takes long, and most edits leave the structure alone.
    """
    given = _Order(tiers, edges)
    if not given.overlaps and given.crossings <= FEW:
        return given, given
    best = min(given.others(), key=lambda order: (order.overlaps, order.crossings), default=given)
    return given, best if best.is_better(given) else given


Bodies = Mapping[str, Organization]
"""The bodies that are drawn, by their ids."""


def _first_moved(given: _Order, best: _Order, bodies: Bodies) -> Place:
    """Where the order is given of the first body that should stand elsewhere."""
    pairs = zip(given.tiers, best.tiers, strict=True)
    moved = next(new for row in pairs for old, new in zip(*row, strict=True) if old is not new)
    body = bodies[moved.id]
    return body.where("order" if body.order is not None else "row")


def _hint(given: _Order, best: _Order, bodies: Bodies) -> str:
    """The order of each row that should change."""
    rows = (
        f"row {bodies[new[0].id].row}: "
        + ", ".join(f"{plate.id} (order: {n})" for n, plate in enumerate(new, 1))
        for old, new in zip(given.tiers, best.tiers, strict=True)
        if old != new
    )
    return "from the left, " + "; ".join(rows)
