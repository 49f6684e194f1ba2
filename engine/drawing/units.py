"""Units of the calendar: where hours, days, months and years begin on the line of time.

Knows the zone; nothing of any figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from engine.dates import DAY, HOUR, LAST_DAY, Precision, local_day, parse, span

LAST_YEAR = 9999


@dataclass(frozen=True)
class Unit:
    """A step of the calendar, in hours of a day, in days or in months."""

    name: str
    """hour, day, week, month, quarter, year, decade or century."""
    precision: Precision
    """How precise a date must be that takes no more than one such step."""
    minutes: int
    """About how long it is."""
    hours: int = 0
    days: int = 0
    months: int = 0


HOURS = tuple(Unit("hour", Precision.MINUTE, step * HOUR, hours=step) for step in (1, 2, 3, 6, 12))
ONE_DAY = Unit("day", Precision.DAY, DAY, days=1)
WEEK = Unit("week", Precision.DAY, 7 * DAY, days=7)
MONTH = Unit("month", Precision.MONTH, 30 * DAY, months=1)
QUARTER = Unit("quarter", Precision.MONTH, 91 * DAY, months=3)
YEAR = Unit("year", Precision.YEAR, 365 * DAY, months=12)
DECADE = Unit("decade", Precision.YEAR, 3652 * DAY, months=120)
CENTURY = Unit("century", Precision.YEAR, 36524 * DAY, months=1200)
UNITS = (*HOURS, ONE_DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY)
"""From the finest to the coarsest."""

PARTS = {
    "week": (ONE_DAY,),
    "month": (ONE_DAY,),
    "quarter": (MONTH,),
    "year": (MONTH, QUARTER),
    "decade": (YEAR,),
    "century": (YEAR, DECADE),
}
"""What may be ticked between the steps of a unit, the finest first."""


def begins(unit: Unit, start: int, end: int, zone: ZoneInfo) -> Iterator[tuple[int, datetime]]:
    """When each step begins that has a part in a span: as an instant, and on clocks in the zone.

    The first may begin before the span.
    """
    day: date | None = _floor(unit, local_day(start, zone))
    while day is not None and (at := midnight(day, zone)) < end:
        if unit.hours:
            yield from _hours(unit, day, (start, end), zone)
        else:
            yield at, datetime.combine(day, time())
        day = _next(unit, day)


def midnight(day: date, zone: ZoneInfo) -> int:
    """When a day begins in the zone."""
    return _instant(day.isoformat(), zone)


def day_end(day: date, zone: ZoneInfo) -> int:
    """When a day ends in the zone; the last of the calendar too."""
    end = span(parse(day.isoformat()), zone).end
    assert end is not None, "a point has an end"
    return end


def hour_of(day: date, hour: int, zone: ZoneInfo) -> int:
    """When clocks in the zone show a whole hour on a day."""
    return _instant(f"{day.isoformat()}T{hour:02}:00", zone)


def _instant(text: str, zone: ZoneInfo) -> int:
    start = span(parse(text), zone).start
    assert start is not None, "a point has a start"
    return start


def _hours(
    unit: Unit, day: date, window: tuple[int, int], zone: ZoneInfo
) -> Iterator[tuple[int, datetime]]:
    # An hour that clocks leave out begins when the next one does, and is that one.
    begun = {hour_of(day, hour, zone): hour for hour in range(0, 24, unit.hours)}
    for at, hour in begun.items():
        if window[0] - unit.minutes < at < window[1]:
            yield at, datetime.combine(day, time(hour))


def _floor(unit: Unit, day: date) -> date:
    """The first day of the step that a day belongs to; weeks begin on Monday."""
    if unit.months:
        month = day.year * 12 + day.month - 1
        return _month(max(month - month % unit.months, 12))
    days = max(unit.days, 1)
    return date.fromordinal(day.toordinal() - (day.toordinal() - 1) % days)


def _next(unit: Unit, day: date) -> date | None:
    """The first day of the following step; None where the calendar ends."""
    if unit.months:
        month = day.year * 12 + day.month - 1
        after = month - month % unit.months + unit.months
        return _month(after) if after < 12 * (LAST_YEAR + 1) else None
    ordinal = day.toordinal() + max(unit.days, 1)
    return date.fromordinal(ordinal) if ordinal <= LAST_DAY else None


def _month(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
