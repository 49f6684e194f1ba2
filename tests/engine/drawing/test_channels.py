"""The lines of one channel."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.channels import Item, lay

ENDS = (4.0, 1096.0)


def test_an_upright_line_has_its_label_beside_it() -> None:
    found = lay([Item(0, (100,), (100,), "governs")], (), ENDS)
    box = found.spots[0].box
    assert box is not None
    assert box.left == 113 or box.right == 87
    assert found.cost == found.height


def test_a_bent_line_has_its_label_over_its_level_part() -> None:
    found = lay([Item(0, (100,), (500,), "governs")], (), ENDS)
    spot = found.spots[0]
    assert spot.box is not None
    assert (spot.box.left + spot.box.right) / 2 == 300
    assert spot.box.high == spot.depth - 5


def test_a_missing_line_leaves_room_for_its_cross() -> None:
    spot = lay([Item(0, (100,), (500,), "governs", crossed=True)], (), ENDS).spots[0]
    assert spot.box is not None
    assert spot.box.high == spot.depth - 14


def test_lines_that_do_not_meet_share_a_depth() -> None:
    found = lay([Item(0, (100,), (300,), "one"), Item(1, (600,), (800,), "two")], (), ENDS)
    assert found.spots[0].depth == found.spots[1].depth == found.height


def test_lines_are_ordered_so_that_they_cross_least() -> None:
    items = [Item(0, (100,), (500,), "one"), Item(1, (200,), (400,), "two")]
    found = lay(items, (), ENDS)
    assert found.spots[1].depth < found.spots[0].depth
    assert found.cost == found.height + 30 * 1


def test_a_label_that_finds_no_free_place_stands_over_its_line() -> None:
    found = lay([Item(0, (100,), (500,), "governs")], range(20, 1100, 30), ENDS)
    assert found.spots[0].box is not None
    assert found.cost > 1000


def test_an_empty_channel_has_no_height() -> None:
    assert lay([], (3, 4), ENDS).height == 0


words = st.sampled_from(
    ["", "governs", "a duty to tell", "profit, at a set rate of return", "料金"]
)
ports = st.integers(10, 1090).map(float)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(ports, ports, words, st.booleans()), max_size=6, unique_by=lambda r: r[0])
)
def test_labels_never_overlap_and_each_lies_over_its_line(
    rows: list[tuple[float, float, str, bool]],
) -> None:
    items = [Item(n, (a,), (b,), text, crossed) for n, (a, b, text, crossed) in enumerate(rows)]
    found = lay(items, (), ENDS)
    assert sorted(found.spots) == list(range(len(rows)))
    boxes = [spot.box for spot in found.spots.values() if spot.box]
    assert len(boxes) == sum(bool(text) for *_, text, _ in rows)
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))
    for spot in found.spots.values():
        assert 0 < spot.depth <= found.height
        if spot.box:
            assert 0 <= spot.box.low < spot.box.high < spot.depth
            assert ENDS[0] <= spot.box.left
            assert spot.box.right <= ENDS[1]
