"""Which row and column each box stands in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.drawing.grid import Cell, Pull, grid


def test_a_row_stands_in_its_order_and_a_short_one_under_what_it_is_tied_to() -> None:
    found = grid([["a", "b", "c"], ["d"]], [("c", "d", 1)], 4)
    assert found.cells == {"a": Cell(0, 0), "b": Cell(0, 1), "c": Cell(0, 2), "d": Cell(1, 2)}
    assert (found.rows, found.columns, found.tiers) == (2, 3, (0, 1))


def test_the_weightier_tie_decides() -> None:
    ties: list[Pull] = [("a", "d", 1), ("c", "d", 2)]
    assert grid([["a", "b", "c"], ["d"]], ties, 4).cells["d"].column == 2


def test_a_row_that_is_too_long_is_broken_into_even_parts() -> None:
    found = grid([["a", "b", "c", "d", "e"], ["f"]], [], 4)
    assert [found.at(row) for row in range(found.rows)] == [["a", "b"], ["c", "d", "e"], ["f"]]
    assert found.tiers == (0, 0, 1)


def test_in_a_narrow_drawing_all_stand_one_below_the_other() -> None:
    found = grid([["a", "b"], ["c"]], [], 1)
    assert found.cells == {"a": Cell(0, 0), "b": Cell(1, 0), "c": Cell(2, 0)}
    assert found.tiers == (0, 0, 1)


@given(
    st.lists(st.integers(1, 8), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 31), st.integers(0, 31)), max_size=10),
    st.integers(1, 4),
)
def test_every_box_has_a_cell_of_its_own(
    sizes: list[int], pairs: list[tuple[int, int]], most: int
) -> None:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    tiers = [
        [str(start + n) for n in range(size)] for start, size in zip(starts, sizes, strict=True)
    ]
    count = sum(sizes)
    found = grid(tiers, [(str(a % count), str(b % count), 1) for a, b in pairs], most)
    assert len({(cell.row, cell.column) for cell in found.cells.values()}) == count
    assert [box for row in range(found.rows) for box in found.at(row)] == [
        b for t in tiers for b in t
    ]
    assert all(cell.column < found.columns <= most for cell in found.cells.values())
    assert all(a <= b for a, b in pairwise(found.tiers))
