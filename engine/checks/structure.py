"""The structure can be read: its lines do not cross for want of a better order of its rows.

Knows how it is laid out in both widths, not what it looks like.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product
from math import factorial, prod

from engine.diagnostics import Diagnostic, Place, Severity
from engine.drawing.bodies import drawn
from engine.drawing.clashes import overlaps
from engine.drawing.figure import NARROW, WIDE
from engine.drawing.plan import Plan, Tiers
from engine.drawing.ties import Link
from engine.graph import Graph
from engine.kinds.organization import Organization
from engine.links import Addresses

FEW = 2
"""So many crossings fewer are worth another order; if there are no more, none is looked for."""
MOST = 24
"""If there are more orders, only those are tried that differ in two neighbours."""


def check_structure(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """No other order of its rows makes the structure much clearer, and nothing lies over another.

    How often lines cross and how often something lies over another is counted in both widths.
    """
    tiers = drawn(graph)
    if not tiers:
        return
    given = _Order(graph, tiers)
    best = _best(given) if given.overlaps or given.crossings > FEW else given
    if best is not given:
        message = f"{given.told}; in another order there are {best.crossings} and {best.overlaps}"
        place = _first_moved(given, best)
        yield Diagnostic(place, "crowded-structure", message, _hint(given, best), Severity.WARNING)
    elif given.overlaps:
        message = f"{given.told}, and no order that was tried is better"
        hint = "shorten this label, or give one of the two another row"
        place = given.in_the_way.tie.where("label")
        yield Diagnostic(place, "crowded-structure", message, hint, Severity.WARNING)


@dataclass(frozen=True)
class _Order:
    """The bodies of a structure in an order, and what is wrong with it."""

    graph: Graph
    tiers: Tiers

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """How it is drawn. Checks know no words; the name of a tie is about as long as its verb."""
        return tuple(
            Plan(self.graph, self.tiers, lambda link: link.tie.label or link.tie.kind, width)
            for width in (WIDE, NARROW)
        )

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
    def in_the_way(self) -> Link:
        """The first tie without which less lies over another."""
        for plan in self.plans:
            wires, boxes = plan.wires, plan.boxes
            for n, link in enumerate(plan.links):
                if overlaps([*wires[:n], *wires[n + 1 :]], boxes) < plan.overlaps:
                    return link
        return self.plans[0].links[0]

    def is_better(self, other: "_Order") -> bool:
        """Whether it is so much clearer than another that it is worth a change."""
        if self.overlaps != other.overlaps:
            return self.overlaps < other.overlaps
        return self.crossings + FEW <= other.crossings

    def others(self) -> Iterator["_Order"]:
        """The orders that are tried instead: all if they are few, else those next to this one."""
        if prod(factorial(len(tier)) for tier in self.tiers) <= MOST:
            for tiers in product(*map(permutations, self.tiers)):
                yield _Order(self.graph, tiers)
            return
        for row, tier in enumerate(self.tiers):
            for n in range(len(tier) - 1):
                turned = (*tier[:n], tier[n + 1], tier[n], *tier[n + 2 :])
                yield _Order(self.graph, (*self.tiers[:row], turned, *self.tiers[row + 1 :]))


def _best(given: _Order) -> _Order:
    """The clearest order that is tried, of equal ones the first; the given one if none is."""
    best = min(given.others(), key=lambda order: (order.overlaps, order.crossings), default=given)
    return best if best.is_better(given) else given


def _moved(given: _Order, best: _Order) -> Iterator[tuple[Organization, ...]]:
    """The rows whose order is another, as they should be."""
    return (new for old, new in zip(given.tiers, best.tiers, strict=True) if old != new)


def _first_moved(given: _Order, best: _Order) -> Place:
    """Where the order is given of the first body that should stand elsewhere."""
    pairs = zip(given.tiers, best.tiers, strict=True)
    moved = next(new for row in pairs for old, new in zip(*row, strict=True) if old is not new)
    return moved.where("order" if moved.order is not None else "row")


def _hint(given: _Order, best: _Order) -> str:
    """The order of each row that should change."""
    rows = (
        f"row {tier[0].row}: "
        + ", ".join(f"{body.id} (order: {n})" for n, body in enumerate(tier, 1))
        for tier in _moved(given, best)
    )
    return "from the left, " + "; ".join(rows)
