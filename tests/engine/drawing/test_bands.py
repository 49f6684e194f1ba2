"""Bands along a rail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates import Precision, parse
from engine.drawing.bands import bands, height, is_vague
from engine.kinds.event import Event
from tests.engine.figures.stories import events

SURE, DOUBTED = events("sure|2024-05-01", "unsure|2024-05-01?").all(Event)


@pytest.mark.parametrize(
    ("date", "vague"),
    [
        ("2024-05-01", False),
        ("2024-05-01T10:00", False),
        ("2024-05", True),
        ("2024", True),
        ("2024-05-01?", True),
        ("2024-05-01~", True),
        ("2024-05-XX", True),
        ("[2024-05-01,2024-05-02]", True),
        ("2024-05-01/2024-05-09", False),
        ("2024-05-01/2024-06", True),
        ("2024-05-01/..", False),
        ("2024-05-01/", True),
    ],
)
def test_on_an_axis_of_days_what_is_coarser_or_in_doubt_is_vague(date: str, vague: bool) -> None:
    assert is_vague(parse(date), Precision.DAY) is vague


def test_a_month_is_sure_on_an_axis_of_months_and_a_day_vague_on_one_of_minutes() -> None:
    assert not is_vague(parse("2024-05"), Precision.MONTH)
    assert is_vague(parse("2024-05-XX"), Precision.MONTH)
    assert is_vague(parse("2024-05-01"), Precision.MINUTE)


def test_bands_that_meet_get_lanes_the_sure_ones_lowest_and_the_same_share_one() -> None:
    found = bands([(0, 50, DOUBTED), (0, 50, SURE), (40, 90, SURE), (0, 50, SURE)], Precision.DAY)
    assert [(band.left, band.right, band.hatched, band.lane) for band in found] == [
        (0, 50, False, 0), (0, 50, False, 0), (40, 90, False, 1), (0, 50, True, 2),
    ]  # fmt: skip
    assert [band.top for band in found] == [4, 4, 14, 24]
    assert [height(found, 60, 70), height(found, 10, 20), height(found, 95, 99)] == [14, 24, 4]


def test_an_instant_is_a_point_on_the_rail_whatever_else_is_there() -> None:
    found = bands([(10, 10, SURE), (0, 50, SURE)], Precision.DAY)
    assert [(band.left, band.right, band.lane, band.is_point) for band in found] == [
        (10, 13, 0, True), (0, 50, 0, False),
    ]  # fmt: skip


def test_many_lanes_are_lower() -> None:
    found = bands([(0, 100 + n, SURE) for n in range(8)], Precision.DAY)
    assert [band.lane for band in found] == list(range(8))
    assert {band.thickness for band in found} == {8, 3}
    assert max(band.top for band in found) == 4 + 7 * 5


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60), st.booleans()), max_size=20))
def test_bands_in_one_lane_never_meet_but_where_they_are_the_same(
    spans: list[tuple[int, int, bool]],
) -> None:
    wanted = [(left, left + length, DOUBTED if vague else SURE) for left, length, vague in spans]
    found = [band for band in bands(wanted, Precision.DAY) if not band.is_point]
    for n, one in enumerate(found):
        for other in found[n + 1 :]:
            if one.lane == other.lane and (one.left, one.right) != (other.left, other.right):
                assert one.right <= other.left or other.right <= one.left
