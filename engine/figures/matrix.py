"""Evidence against explanations, as a grid: what each piece says about each explanation."""

from dataclasses import dataclass

from engine.graph import Graph
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation


@dataclass(frozen=True)
class Cell:
    """What a piece of evidence says about an explanation: a bearing, or nothing."""

    explanation: Explanation
    number: int
    bearing: str | None


@dataclass(frozen=True)
class Row:
    """A piece of evidence, and its cells from left to right."""

    evidence: Evidence
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """The columns are numbered from 1, in the order of the explanations."""

    columns: tuple[tuple[int, Explanation], ...]
    rows: tuple[Row, ...]


def matrix(graph: Graph) -> Matrix | None:
    """The grid; None without an explanation or a piece of evidence.

    Rows stand with those that bear on the first explanation first, the firmest first.
    """
    columns = tuple(enumerate(graph.all(Explanation), 1))
    pieces = graph.all(Evidence)
    if not columns or not pieces:
        return None
    rows = [
        Row(one, tuple(Cell(e, n, one.bears_on.get(e.id)) for n, e in columns)) for one in pieces
    ]
    return Matrix(columns, tuple(sorted(rows, key=_order)))


def _order(row: Row) -> tuple[int, int, str]:
    first = next((cell.number for cell in row.cells if cell.bearing == "supports"), 99)
    firmness = list(type(row.evidence.status)).index(row.evidence.status)
    return first, firmness, row.evidence.id
