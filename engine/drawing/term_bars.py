"""Reaches of terms → pieces of bars: solid where a seat was surely held, else hatched or dashed.

Hatching: it began or ended somewhere here. Dashes: no date is given. Knows only numbers.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import Protocol

from engine.seating import Reach

SMALLEST, THINNEST = 3, 2
"""A span of fewer units is no longer told from a point; what is solid has so many at least."""
STRETCH = 60
"""How far the hatching of an end reaches back that may lie anywhere before."""

Piece = tuple[float, float]
"""From a place to another."""


class Axis(Protocol):
    """Where an instant is."""

    @property
    def left(self) -> float:
        """Where the axis begins."""
        ...

    def x(self, instant: float) -> float:
        """Units from the left."""
        ...


@dataclass(frozen=True)
class Order:
    """An axis on which only the order of instants has a meaning."""

    instants: tuple[float, ...]
    """In order, the vote as its first minute."""
    left: float
    right: float

    def x(self, instant: float) -> float:
        """At the last of the instants that is not later; all are equally far apart."""
        step = (self.right - self.left) / max(len(self.instants), 1)
        return round(self.left + bisect_right(self.instants, instant) * step, 1)


@dataclass(frozen=True)
class Bar:
    """A term, drawn."""

    solid: Piece | None
    hatched: tuple[Piece, ...]
    dashed: tuple[Piece, ...]
    end: float
    goes_on: bool
    """Whether it has an arrow there."""


@dataclass(frozen=True)
class Bars:
    """What bars are laid on."""

    axis: Axis
    stub: Piece
    """What is dashed, left of the axis, where no date is given for a beginning."""
    right: float
    """Where bars end that go on."""
    is_to_scale: bool

    def bar(self, reach: Reach) -> Bar:
        """The bar of a term."""
        dashed = [self.stub] if reach.begin is None else []
        placed = self._placed(reach)
        start, end = self._core(placed)
        hatched = []
        if placed.begin is None:
            dashed.append((self.stub[1], start))
        elif start - placed.begin >= SMALLEST:
            hatched.append((placed.begin, start))
        else:
            start = placed.begin
        if placed.end is None:
            dashed.append((end, self.right))
        elif placed.end - end >= SMALLEST:
            hatched.append((end, placed.end))
        else:
            end = placed.end
        is_solid = start < end or not (hatched or dashed)
        return Bar(
            (start, max(end, start + THINNEST)) if is_solid else None,
            tuple(hatched),
            tuple(piece for piece in dashed if piece[0] < piece[1]),
            self.right if placed.end is None else placed.end,
            reach.end == inf,
        )

    def _placed(self, reach: Reach) -> Reach:
        """The same in units; where only an order is known, what has no beginning begins first."""
        begin, surely, still, end = (
            at if at is None else self.right if at == inf else self.axis.x(at)
            for at in (reach.begin, reach.surely, reach.still, reach.end)
        )
        if begin is None and not self.is_to_scale:
            begin = surely = self.axis.left
            if still is None and end is not None:
                still = round((begin + end) / 2, 1)
        return Reach(begin, surely, still, end)

    def _core(self, placed: Reach) -> Piece:
        """What is surely held; without length where that is nothing but a point in between."""
        begin, surely, still, end = placed.begin, placed.surely, placed.still, placed.end
        if surely is not None and still is not None and surely < still:
            return surely, still
        if begin is not None:
            point = surely if end is None and surely is not None else begin
        elif still is not None:
            point = still
        else:
            point = self.right if end is None else max(end - STRETCH, self.axis.left)
        return point, point
