"""Boxes on a grid: which row and column each stands in, so that ties are short.

Knows ids and who is tied to whom; nothing of sizes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

SWEEPS = 3
"""So often every row is put right with regard to the others."""


Pull = tuple[str, str, float]
"""Two boxes that are tied, and how much it matters that they are one above the other."""


@dataclass(frozen=True)
class Cell:
    """A place in the grid, from the top and from the left, counted from 0."""

    row: int
    column: int


@dataclass(frozen=True)
class Grid:
    """Where each box stands. ``tiers`` tells for each row which of the given rows it is part of."""

    cells: Mapping[str, Cell]
    tiers: tuple[int, ...]
    columns: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.tiers)

    def at(self, row: int) -> list[str]:
        """The boxes of a row, from the left."""
        found = [(cell.column, id_) for id_, cell in self.cells.items() if cell.row == row]
        return [id_ for _, id_ in sorted(found)]


def grid(tiers: Sequence[Sequence[str]], ties: Sequence[Pull], most: int) -> Grid:
    """The boxes in rows of at most so many, each row in its order.

    A row that is not full leaves those columns free that make the ties shortest.
    """
    rows = [(tier, part) for tier, ids in enumerate(tiers) for part in _parts(ids, most)]
    columns = max(len(ids) for _, ids in rows)
    cells: dict[str, Cell] = {}
    for _ in range(SWEEPS):
        for row, (_, ids) in enumerate(rows):
            free = combinations(range(columns), len(ids))
            chosen = min(free, key=lambda taken: _length(_put(cells, row, ids, taken), ties))
            cells = _put(cells, row, ids, chosen)
    return Grid(cells, tuple(tier for tier, _ in rows), columns)


def _parts(ids: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """A row in parts of about one length."""
    count = -(-len(ids) // most)
    for n in range(count):
        yield ids[n * len(ids) // count : (n + 1) * len(ids) // count]


def _put(
    cells: Mapping[str, Cell], row: int, ids: Sequence[str], columns: Sequence[int]
) -> dict[str, Cell]:
    return {**cells, **{id_: Cell(row, column) for id_, column in zip(ids, columns, strict=True)}}


def _length(cells: Mapping[str, Cell], ties: Sequence[Pull]) -> float:
    """How far across all ties reach together, between boxes that stand already."""
    return sum(
        weight * abs(cells[a].column - cells[b].column)
        for a, b, weight in ties
        if a in cells and b in cells
    )
