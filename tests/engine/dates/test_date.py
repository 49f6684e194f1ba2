"""Dates as authors give them, read into their parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dates.date import (
    Date,
    DateFault,
    Kind,
    Open,
    Point,
    Precision,
    Qualifier,
    parse,
    parse_bound,
)

DOUBTS = {
    "": Qualifier.NONE,
    "?": Qualifier.UNCERTAIN,
    "~": Qualifier.APPROXIMATE,
    "%": Qualifier.BOTH,
}
DAY = Point(2023, 11, 17)
CLOCK = 12 * 60 + 23


@pytest.mark.parametrize(
    ("text", "point", "precision"),
    [
        ("2023", Point(2023), Precision.YEAR),
        ("0001", Point(1), Precision.YEAR),
        ("9999-12-31", Point(9999, 12, 31), Precision.DAY),
        ("2023-07", Point(2023, 7), Precision.MONTH),
        ("2023-11-17", DAY, Precision.DAY),
        ("2023-11-17T12:23", Point(2023, 11, 17, CLOCK), Precision.MINUTE),
        ("2023-11-17T00:00", Point(2023, 11, 17, 0), Precision.MINUTE),
        ("2023-11-17T12:23-08:00", Point(2023, 11, 17, CLOCK, -480), Precision.MINUTE),
        ("2023-11-17T12:23+05:30", Point(2023, 11, 17, CLOCK, 330), Precision.MINUTE),
        ("2023-11-17T12:23Z", Point(2023, 11, 17, CLOCK, 0), Precision.MINUTE),
        ("2019?", Point(2019, qualifier=Qualifier.UNCERTAIN), Precision.YEAR),
        ("2023-10~", Point(2023, 10, qualifier=Qualifier.APPROXIMATE), Precision.MONTH),
        ("2023-11-17%", Point(2023, 11, 17, qualifier=Qualifier.BOTH), Precision.DAY),
        (
            "2023-11-17T12:23~",
            Point(2023, 11, 17, CLOCK, None, Qualifier.APPROXIMATE),
            Precision.MINUTE,
        ),
        (
            "2023-11-17T12:23-08:00?",
            Point(2023, 11, 17, CLOCK, -480, Qualifier.UNCERTAIN),
            Precision.MINUTE,
        ),
        ("2023-11-XX", Point(2023, 11, unspecified=Precision.DAY), Precision.MONTH),
        ("2023-XX", Point(2023, unspecified=Precision.MONTH), Precision.YEAR),
        ("20XX", Point(2000, unspecified=Precision.YEAR), Precision.YEAR),
    ],
)
def test_a_point_is_read(text: str, point: Point, precision: Precision) -> None:
    when = parse(text)
    assert when == Date(text, Kind.POINT, (point,))
    assert (when.precision, when.qualifier) == (precision, point.qualifier)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "qualifier"),
    [
        ("2018/2023-07", Point(2018), Point(2023, 7), Precision.YEAR, Qualifier.NONE),
        ("2023-11-17/2023-11", DAY, Point(2023, 11), Precision.MONTH, Qualifier.NONE),
        ("2023/2023", Point(2023), Point(2023), Precision.YEAR, Qualifier.NONE),
        ("2019/..", Point(2019), Open.OPEN, Precision.YEAR, Qualifier.NONE),
        ("../2023-11-17", Open.OPEN, DAY, Precision.DAY, Qualifier.NONE),
        ("2019/", Point(2019), None, Precision.YEAR, Qualifier.NONE),
        ("/2023", None, Point(2023), Precision.YEAR, Qualifier.NONE),
        (
            "2018~/2019",
            Point(2018, qualifier=Qualifier.APPROXIMATE),
            Point(2019),
            Precision.YEAR,
            Qualifier.APPROXIMATE,
        ),
        (
            "2018~/2019?",
            Point(2018, qualifier=Qualifier.APPROXIMATE),
            Point(2019, qualifier=Qualifier.UNCERTAIN),
            Precision.YEAR,
            Qualifier.BOTH,
        ),
    ],
)
def test_an_interval_is_read(
    text: str,
    start: Point | Open | None,
    end: Point | Open | None,
    precision: Precision,
    qualifier: Qualifier,
) -> None:
    when = parse(text)
    assert when == Date(text, Kind.INTERVAL, (start, end))
    assert (when.precision, when.qualifier) == (precision, qualifier)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("[2023-11-18,2023-11-19]", (Point(2023, 11, 18), Point(2023, 11, 19))),
        ("[2023-11-18, 2023-11-19]", (Point(2023, 11, 18), Point(2023, 11, 19))),
        ("[2019,2018,2023-07]", (Point(2019), Point(2018), Point(2023, 7))),
    ],
)
def test_one_of_several_is_read(text: str, points: tuple[Point, ...]) -> None:
    when = parse(text)
    assert when == Date(text, Kind.ONE_OF, points)
    assert when.points == points


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2023/2022", "'2023/2022' ends before it begins", "write 2022/2023"),
        (
            "2023-12/2023-11-30",
            "'2023-12/2023-11-30' ends before it begins",
            "write 2023-11-30/2023-12",
        ),
        ("[2023-11-18]", "'[2023-11-18]' is a list of one date", "write 2023-11-18"),
        ("[2023,2023]", "'[2023,2023]' names one date twice", "write each date once"),
        (
            "2001-21",
            "'2001-21' is EDTF, but a season is not supported here",
            "write its months: 2024-06/2024-08",
        ),
        ("17/11/2023", "'17/11/2023' is a date in another form", "did you mean 2023-11-17?"),
    ],
)
def test_what_is_no_date_is_a_fault_with_message_and_hint(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(DateFault) as caught:
        parse(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["2023-11-17/2023-11", "2023/2023-01", "2023-11-17/2023-11-17"])
def test_an_interval_may_end_within_what_it_begins_with(text: str) -> None:
    assert parse(text).kind is Kind.INTERVAL


@pytest.mark.parametrize(
    ("text", "has_zone", "needs_zone"),
    [
        ("2023-11-17T00:00", False, True),
        ("2023-11-17T12:23~", False, True),
        ("2023-11-17T12:23Z", True, False),
        ("2023-11-17T12:23-08:00", True, False),
        ("2023-11-17", False, False),
        ("2018/2023", False, False),
    ],
)
def test_only_a_time_without_its_own_offset_needs_a_zone(
    text: str, has_zone: bool, needs_zone: bool
) -> None:
    when = parse(text)
    assert (when.has_zone, when.needs_zone) == (has_zone, needs_zone)


def test_two_dots_are_an_open_bound_and_no_date() -> None:
    assert parse_bound("..") is Open.OPEN
    assert parse_bound("2019/..") == parse("2019/..")
    with pytest.raises(DateFault):
        parse("..")


@given(
    st.dates(),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "T00:00", "T23:59", "T12:23Z", "T12:23-08:00", "T12:23+13:45"]),
    st.sampled_from(list(DOUBTS)),
)
def test_every_point_comes_back_as_it_was_written(
    day: date, length: int, time: str, mark: str
) -> None:
    text = day.isoformat()[:length] + (time if length == 10 else "") + mark
    when = parse(text)
    point = when.points[0]
    assert (when.text, when.kind, when.qualifier) == (text, Kind.POINT, DOUBTS[mark])
    assert (point.year, point.month, point.day) == (
        day.year,
        day.month if length > 4 else None,
        day.day if length > 7 else None,
    )
    assert (point.clock is not None) == ("T" in text)
    assert parse(when.text) == when


@given(st.lists(st.dates(), min_size=2, max_size=4, unique=True), st.sampled_from([4, 7, 10]))
def test_intervals_and_lists_come_back_as_they_were_written(days: list[date], length: int) -> None:
    texts = list(dict.fromkeys(day.isoformat()[:length] for day in days))
    first, last = min(texts), max(texts)
    points = tuple(parse(text).points[0] for text in texts)
    if len(texts) > 1:
        assert parse(f"[{','.join(texts)}]").points == points
        with pytest.raises(DateFault):
            parse(f"{last}/{first}")
    assert parse(f"{first}/{last}").points == (parse(first).points[0], parse(last).points[0])


@given(st.text() | st.text("0123456789-/?~%XTZ:+.,[]{}YSE ", max_size=30))
def test_whatever_is_written_is_a_date_or_a_fault(text: str) -> None:
    try:
        when = parse(text)
    except DateFault as fault:
        assert fault.message
        assert fault.hint
    else:
        assert parse(when.text) == when
        assert when.points
