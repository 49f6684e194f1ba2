"""What the drawings of seats share: their shape, their side of the table, their holders' names.

Knows no words but names.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.drawing.figure import surname
from engine.kinds.organization import Organization
from engine.kinds.person import Person


class Shape(StrEnum):
    """A seat's: square on the first side of a board, round elsewhere."""

    SQUARE = "square"
    ROUND = "round"


def shape(side: int | None) -> Shape:
    """The shape of a seat on a side that is counted from 0."""
    return Shape.SQUARE if side == 0 else Shape.ROUND


def columns(board: Organization, sides: Sequence[int | None]) -> tuple[list[int], list[int]]:
    """Which seats, counted from 0, stand on the left and on the right; ``sides`` are theirs.

    Side against side; of a board with no sides, one or more than two, two halves in their order.
    """
    ordered = [n for _, n in sorted((s, n) for n, s in enumerate(sides) if s is not None)]
    if len(board.sides) == 2:
        left = [n for n in ordered if sides[n] == 0]
    else:
        left = ordered[: (len(sides) + 1) // 2]
    right = ordered[len(left) :]
    for n in (n for n, side in enumerate(sides) if side is None):
        min(left, right, key=len).append(n)
    return left, right


@dataclass(frozen=True)
class Spot:
    """A seat in a drawing: its middle, and how far it is from there to its edge."""

    shape: Shape
    x: float
    y: float
    half: float

    @property
    def left(self) -> float:
        """The left edge of a square."""
        return round(self.x - self.half, 1)

    @property
    def top(self) -> float:
        """The upper edge of a square."""
        return round(self.y - self.half, 1)

    @property
    def across(self) -> float:
        """How wide and high a square is."""
        return 2 * self.half


def short_names(people: Collection[Person]) -> dict[str, str]:
    """For each person's id a short name that no other of them has: the surname, or else all."""
    families = {person.id: family(person) for person in people}
    shared = Counter(families.values())
    return {p.id: p.name if shared[families[p.id]] > 1 else families[p.id] for p in people}


def family(person: Person) -> str:
    """The surname: what stands before the comma of the sorted name, else the last word."""
    first, comma, _ = (person.sort_name or "").partition(",")
    return first.strip() if comma and first.strip() else surname(person.name)
