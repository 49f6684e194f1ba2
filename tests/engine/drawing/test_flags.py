"""Labels with lines down to their marks."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.blocks import Box, even_lines
from engine.drawing.figure import text_width
from engine.drawing.flags import Flag, Wish, flags


def test_a_label_stands_over_its_mark_without_a_line_if_nothing_is_in_the_way() -> None:
    found = flags([Wish(100, 25, (("The vote",),))], (), (0, 200), 5)
    assert found is not None
    (flag,) = found
    assert (flag.anchor, flag.box.low, flag.box.high, flag.has_line) == ("middle", 30, 47, False)
    assert round((flag.box.left + flag.box.right) / 2, 6) == 100


def test_labels_of_near_marks_stand_one_above_the_other() -> None:
    wishes = [Wish(x, 25, (("A long label",),)) for x in (100, 115)]
    found = flags(wishes, (), (0, 400), 5)
    assert found is not None
    assert sorted(flag.box.low for flag in found) == [30, 50]
    assert [flag.has_line for flag in sorted(found, key=lambda f: f.box.low)] == [False, True]


def test_a_label_keeps_inside_the_ends() -> None:
    found = flags([Wish(2, 25, (("At the very edge",),))], (), (0, 200), 5)
    assert found is not None
    assert found[0].box.left == 0
    assert found[0].anchor == "start"  # in a wider font it grows inwards


def test_the_form_that_fits_is_taken() -> None:
    whole, broken = ("A rather long label",), ("A rather", "long label")
    found = flags([Wish(60, 25, (whole, broken))], (), (0, 120), 5)
    assert found is not None
    assert found[0].lines == broken


def test_too_many_labels_find_no_place() -> None:
    assert flags([Wish(10 * n, 25, (("A label",),)) for n in range(40)], (), (0, 400), 3) is None
    assert flags([], (), (0, 400), 3) == ()


def test_lines_are_even_and_cut_only_if_they_must_be() -> None:
    assert even_lines("Short", 100, 2) == ("Short",)
    assert even_lines("The council votes on the lease", 170, 2) == (
        "The council votes", "on the lease",
    )  # fmt: skip
    assert even_lines("The council votes on the lease again and again", 112, 2)[1].endswith("…")


texts = st.sampled_from(["Fire", "A letter comes", "The council votes on it", "Nothing, again"])
wishes = st.lists(
    st.tuples(st.integers(17, 120), st.sampled_from([25, 44, 63]), texts), max_size=9
).map(lambda rows: [(sum(r[0] for r in rows[: n + 1]), *row[1:]) for n, row in enumerate(rows)])
"""Marks as they stand on a rail: each with room for itself."""


@settings(deadline=None, max_examples=60)
@given(wishes)
def test_labels_never_touch_labels_lines_or_marks(rows: list[tuple[int, int, str]]) -> None:
    wanted = [
        Wish(x, top, (even_lines(text, 170, 2), even_lines(text, 90, 3))) for x, top, text in rows
    ]
    marks = [Box(x - 8, x + 8, 8, top) for x, top, _ in rows]
    found = flags(wanted, marks, (0, 1100), 12)
    if found is None:
        return
    assert sorted(flag.wish.x for flag in found) == sorted(x for x, _, _ in rows)
    for flag in found:
        check(flag)
        assert not any(flag.box.touches(mark) for mark in marks)
    for one, other in combinations(found, 2):
        assert not one.box.touches(other.box)
        assert not one.box.touches(other.line)
        assert not other.box.touches(one.line)


def check(flag: Flag) -> None:
    assert flag.lines in flag.wish.forms
    assert 0 <= flag.box.left <= flag.wish.x <= flag.box.right <= 1100
    assert all(text_width(line) <= flag.box.right - flag.box.left + 0.01 for line in flag.lines)
    assert flag.box.low > flag.wish.top
