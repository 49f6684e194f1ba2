"""Where the steps of the calendar begin."""

from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from engine.dates import DAY, EVER, HOUR, parse, span
from engine.drawing.units import (
    CENTURY,
    DECADE,
    HOURS,
    MONTH,
    ONE_DAY,
    QUARTER,
    UNITS,
    WEEK,
    YEAR,
    Unit,
    begins,
    hour_of,
)

LONDON = ZoneInfo("Europe/London")


def at(text: str) -> int:
    start = span(parse(text), LONDON).start
    assert start is not None
    return start


def named(unit: Unit, start: str, end: str) -> list[str]:
    found = begins(unit, at(start), at(end), LONDON)
    return [
        f"{begin:%d %b %H:%M}" if unit.hours else begin.date().isoformat() for _, begin in found
    ]


def test_days_begin_at_midnight_of_the_zone_also_when_the_clocks_change() -> None:
    found = [instant for instant, _ in begins(ONE_DAY, at("2024-03-30"), at("2024-04-02"), LONDON)]
    assert [b - a for a, b in pairwise(found)] == [DAY, DAY - HOUR]


def test_the_first_step_may_begin_before_the_span() -> None:
    assert named(WEEK, "2024-02-29", "2024-03-12") == ["2024-02-26", "2024-03-04", "2024-03-11"]
    assert named(MONTH, "2024-02-29", "2024-03-12") == ["2024-02-01", "2024-03-01"]
    assert named(QUARTER, "2024-02-29", "2024-07-01") == ["2024-01-01", "2024-04-01"]
    assert named(YEAR, "2024-02-29", "2025-03-12") == ["2024-01-01", "2025-01-01"]
    assert named(DECADE, "1985-02-28", "2001-03-12") == ["1980-01-01", "1990-01-01", "2000-01-01"]
    assert named(CENTURY, "1985-02-28", "2001-03-12") == ["1900-01-01", "2000-01-01"]


def test_hours_are_those_that_clocks_show() -> None:
    six = HOURS[3]
    assert named(six, "2024-03-30T13:00", "2024-03-31T13:00") == [
        "30 Mar 12:00", "30 Mar 18:00", "31 Mar 00:00", "31 Mar 06:00", "31 Mar 12:00",
    ]  # fmt: skip
    day = parse("2024-03-31").points[0]
    assert day.day == 31
    found = dict(begins(six, at("2024-03-31"), at("2024-04-01"), LONDON))
    noon = next(instant for instant, begin in found.items() if begin.hour == 12)
    assert noon - at("2024-03-31") == 11 * HOUR
    assert noon == hour_of(found[noon].date(), 12, LONDON)


def test_an_hour_that_clocks_leave_out_does_not_begin() -> None:
    hours = begins(HOURS[0], at("2000-03-26"), at("2000-03-27"), LONDON)
    assert [begin.hour for _, begin in hours][:3] == [0, 2, 3]


def test_the_calendar_has_ends() -> None:
    assert named(DECADE, "0001-05-05", "0012-01-01") == ["0001-01-01", "0010-01-01"]
    last = [begin.year for _, begin in begins(YEAR, at("9998-05-05"), EVER, LONDON)]
    assert last == [9998, 9999]
    days = [begin.day for _, begin in begins(ONE_DAY, at("9999-12-30"), EVER, LONDON)]
    assert days == [30, 31]


@given(st.sampled_from(UNITS), st.dates(), st.integers(1, 40))
def test_the_steps_of_a_span_leave_no_gap(unit: Unit, day: object, steps: int) -> None:
    start = at(str(day))
    end = min(start + steps * unit.minutes, EVER)
    found = [instant for instant, _ in begins(unit, start, end, LONDON)]
    assert found == sorted(set(found))
    assert found[0] <= start
    assert all(instant < end for instant in found)
    assert all(b - a <= 1.05 * unit.minutes + HOUR for a, b in pairwise(found))
