"""What is counted as wrong with a drawing."""

from engine.drawing.blocks import Box
from engine.drawing.clashes import crossings, lies_over, overlaps
from engine.drawing.wires import Wire

LEVEL = Wire(((0, 50), (100, 50)))
UPRIGHT = Wire(((50, 0), (50, 100)))


def test_lines_at_a_right_angle_cross() -> None:
    assert crossings([LEVEL, UPRIGHT]) == 1
    assert crossings([LEVEL, Wire(((50, 50), (50, 100)))]) == 0
    assert crossings([LEVEL, LEVEL]) == 0
    assert overlaps([LEVEL, UPRIGHT], []) == 0


def test_a_line_over_a_line_is_an_overlap() -> None:
    assert overlaps([LEVEL, Wire(((40, 50), (60, 50)))], []) == 1
    assert overlaps([LEVEL, Wire(((100, 50), (160, 50)))], []) == 0


def test_a_line_through_a_box_is_an_overlap_and_one_that_ends_at_it_is_not() -> None:
    assert overlaps([LEVEL], [Box(40, 60, 40, 60)]) == 1
    assert overlaps([LEVEL], [Box(100, 160, 40, 60)]) == 0


def test_a_label_over_a_label_a_box_or_another_line_is_an_overlap() -> None:
    named = Wire(LEVEL.points, ("a",), Box(40, 60, 20, 45))
    other = Wire(((0, 90), (100, 90)), ("b",), Box(50, 70, 30, 60))
    assert overlaps([named, other], []) == 2
    assert lies_over(other, [named, other])
    assert not lies_over(named, [named, other])
    assert overlaps([named], [Box(0, 100, 0, 30)]) == 1


def test_a_label_that_interrupts_its_own_line_is_none() -> None:
    named = Wire(LEVEL.points, ("a",), Box(40, 60, 40, 60))
    assert overlaps([named], []) == 0
    assert lies_over(named, [named])
    assert not lies_over(LEVEL, [LEVEL])
