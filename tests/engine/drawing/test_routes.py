"""By which channels and aisles a line goes."""

from engine.drawing.grid import Grid, grid
from engine.drawing.routes import Across, Around, Bent, passed, routes


def rows(*tiers: str) -> Grid:
    """A grid of boxes with names of one letter, each row from the left."""
    return grid([list(tier) for tier in tiers], [], 4)


def test_neighbours_in_a_row_are_joined_straight() -> None:
    assert routes(rows("abc"), [("a", "b"), ("c", "b")]) == [
        Across("a", "b", 0, 1), Across("b", "c", 0, 2),
    ]  # fmt: skip


def test_boxes_of_one_row_with_another_between_are_joined_by_a_loop() -> None:
    assert routes(rows("abc", "def"), [("c", "a"), ("d", "f")]) == [
        Bent(("a", "c"), (), 1), Bent((), ("d", "f"), 1),
    ]  # fmt: skip
    assert routes(rows("abc"), [("a", "c"), ("c", "a")]) == [
        Bent((), ("a", "c"), 0), Bent(("a", "c"), (), 1),
    ]  # fmt: skip


def test_rows_one_below_the_other_are_joined_by_the_channel_between() -> None:
    assert routes(rows("ab", "cd"), [("a", "c"), ("d", "a")]) == [
        Bent(("a",), ("c",), 1), Bent(("a",), ("d",), 1),
    ]  # fmt: skip


def test_past_other_rows_a_line_goes_down_an_aisle_at_which_both_stand() -> None:
    assert routes(rows("ab", "cd", "ef"), [("a", "f")]) == [Around("a", "f", 1, None, None)]
    assert routes(rows("a", "b", "c"), [("c", "a")]) == [Around("a", "c", 1, None, None)]


def test_a_box_that_does_not_stand_at_the_aisle_goes_there_by_a_channel() -> None:
    (route,) = routes(rows("abcd", "efgh", "ijkl"), [("a", "l")])
    assert isinstance(route, Around)
    assert (route.first, route.last) != (None, None)
    assert list(passed(rows("abcd", "efgh", "ijkl"), route)) == [1, 2]


def test_lines_spread_over_the_aisles() -> None:
    found = routes(rows("a", "b", "c"), [("a", "c"), ("a", "c")])
    assert {route.aisle for route in found if isinstance(route, Around)} == {0, 1}


def test_a_line_that_others_hide_in_its_aisle_leaves_by_a_channel_where_it_can_be_named() -> None:
    found = routes(rows("a", "b", "c"), [("a", "c")] * 3)
    firsts = [route.first for route in found if isinstance(route, Around)]
    assert sorted(firsts, key=str) == [1, None, None]
