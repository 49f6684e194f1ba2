"""Dates on the line of time: how far they reach, in what order they come, who held what when.

An instant is a whole number of minutes since 0001-01-01T00:00 UTC, in the Gregorian calendar
reckoned backwards. It may lie before that or after the year 9999: nothing here overflows.
Knows no words and nothing of records.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import product
from zoneinfo import ZoneInfo

from engine.dates.date import Date, Kind, Open, Point, Precision, Qualifier

HOUR = 60
DAY = 24 * HOUR
LAST_DAY = date.max.toordinal()
BEFORE, AFTER = -9, LAST_DAY + 9
"""Days so far out that nothing can be dated to them, in any zone and with any doubt."""
EVER = AFTER * DAY
"""An instant after all that can be dated."""

Bound = Date | Open | None
"""Where a term begins or ends; None is not known."""
Days = tuple[int, int]
"""The first and the last of a run of days, counted as ``date.toordinal`` does."""


@dataclass(frozen=True)
class Span:
    """From an instant up to another, which is outside; None where that is open or not known."""

    start: int | None
    end: int | None


class Held(StrEnum):
    """Whether somebody held something."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def span(when: Date, zone: ZoneInfo) -> Span:
    """All that a date covers, as written: days begin at midnight in the zone.

    Doubt does not widen it. Of a time that the clocks of the zone show twice, the first counts.
    """
    return _reach(when, zone, margin=0)


def possible_span(when: Date, zone: ZoneInfo) -> Span:
    """The span, made wider where a date is in doubt.

    By a year, a month or a day on each side, as precise as the date is; a time by an hour.
    """
    return _reach(when, zone, margin=1)


def local_day(instant: int, zone: ZoneInfo) -> date:
    """The day that calendars in the zone show at an instant."""
    return date.fromordinal(min(max(_day_at(instant, zone), 1), LAST_DAY))


def stamp(when: Date, zone: ZoneInfo) -> str:
    """The second at which a date begins, as RFC 3339 writes it; where it only ends, its end."""
    start, _ = sort_key(when, zone)
    minutes = min(max(start, 0), LAST_DAY * DAY - 1)
    begins = datetime(1, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    return begins.isoformat().replace("+00:00", "Z")


def sort_key(when: Date, zone: ZoneInfo) -> tuple[int, int]:
    """Orders dates: the earlier start first, of equal starts the one that reaches further.

    What has no start, ``../2023`` or ``/2023``, comes at its last minute. Add an id for a total
    order.
    """
    whole = span(when, zone)
    end = EVER if whole.end is None else whole.end
    return (end - 1, -EVER) if whole.start is None else (whole.start, -end)


def holds(taken: Bound, left: Bound, when: Date, zone: ZoneInfo) -> Held:
    """Whether a term covers a day; both the day of taking up and that of leaving belong to it.

    Each bound lies somewhere in its possible span, and so does ``when``: the answer is sure only
    if all the days that they may mean give the same one.
    """
    found = _answers(taken, left, _possible_days(when, zone), zone)
    return found.pop() if len(found) == 1 else Held.UNKNOWN


def runs_backwards(taken: Bound, left: Bound, zone: ZoneInfo) -> bool:
    """Whether a term certainly ends on a day before it begins."""
    return not _answers(taken, left, [(BEFORE, AFTER)], zone)


def _answers(taken: Bound, left: Bound, days: list[Days], zone: ZoneInfo) -> set[Held]:
    """What the term says of each run of days, for each way in which it may run forward."""
    starts, ends = _bound_days(taken, BEFORE, zone), _bound_days(left, AFTER, zone)
    return {
        _held(start, end, day)
        for start, end, day in product(starts, ends, days)
        if start[0] <= end[1]
    }


def _held(start: Days, end: Days, day: Days) -> Held:
    latest_start, earliest_end = min(start[1], end[1]), max(start[0], end[0])
    if latest_start <= day[0] and day[1] <= earliest_end:
        return Held.YES
    return Held.NO if day[1] < start[0] or end[1] < day[0] else Held.UNKNOWN


def _bound_days(bound: Bound, limit: int, zone: ZoneInfo) -> list[Days]:
    if isinstance(bound, Date):
        return _possible_days(bound, zone)
    return [(limit, limit)] if bound is Open.OPEN else [(BEFORE, AFTER)]


def _possible_days(when: Date, zone: ZoneInfo) -> list[Days]:
    """The runs of days in one of which a date lies, made wider by doubt."""
    if when.kind is not Kind.INTERVAL:
        return [_point_days(point, zone) for point in when.points]
    start, end = when.sides
    first = _point_days(start, zone)[0] if isinstance(start, Point) else BEFORE
    last = _point_days(end, zone)[1] if isinstance(end, Point) else AFTER
    return [(first, last)]


def _point_days(point: Point, zone: ZoneInfo) -> Days:
    margin = _margin(point, 1)
    if point.clock is None:
        return _days(point, margin)
    start, end = _point_reach(point, zone, margin)
    return _day_at(start, zone), _day_at(end - 1, zone)


def _margin(point: Point, margin: int) -> int:
    return 0 if point.qualifier is Qualifier.NONE else margin


def _reach(when: Date, zone: ZoneInfo, margin: int) -> Span:
    reaches = [_point_reach(point, zone, _margin(point, margin)) for point in when.points]
    if when.kind is Kind.ONE_OF:
        reaches = [(min(start for start, _ in reaches), max(end for _, end in reaches))]
    return Span(
        reaches[0][0] if isinstance(when.sides[0], Point) else None,
        reaches[-1][1] if isinstance(when.sides[-1], Point) else None,
    )


def _point_reach(point: Point, zone: ZoneInfo, margin: int) -> tuple[int, int]:
    if point.clock is not None:
        day = _days(point, 0)[0]
        start = _instant(day, point.clock, zone if point.offset is None else point.offset)
        return start - margin * HOUR, start + 1 + margin * HOUR
    first, last = _days(point, margin)
    start = _instant(first, 0, zone)
    # A zone that crossed the date line left out a day, which then has no length.
    return start, max(start + 1, _instant(last + 1, 0, zone))


def _days(point: Point, margin: int) -> Days:
    """The first and the last day of a point, which may be a year or a month, and of a margin."""
    if point.month and point.day:
        day = date(point.year, point.month, point.day).toordinal()
        return day - margin, day + margin
    years = 100 if point.unspecified is Precision.YEAR else 1
    months = 1 if point.month else 12 * years
    start = point.year * 12 + (point.month or 1) - 1
    return _month_start(start - margin * months), _month_start(start + months + margin * months) - 1


def _month_start(month: int) -> int:
    """The first day of a month that is counted from January of the year 0."""
    if month >= 12 * (date.max.year + 1):
        return LAST_DAY + 1
    return date(month // 12, month % 12 + 1, 1).toordinal() if month >= 12 else 1


def _instant(day: int, clock: int, zone: ZoneInfo | int) -> int:
    """When a clock on the wall shows a time, in a zone or so many minutes east of UTC."""
    local = (day - 1) * DAY + clock
    if isinstance(zone, int):
        return local - zone
    calendar_day = date.fromordinal(min(max(day, 1), LAST_DAY))
    wall = datetime.combine(calendar_day, time(clock // 60, clock % 60), zone)
    # Local mean time has seconds: the minute that begins within the day, not the one before.
    return local - _seconds_east(wall) // 60


def _day_at(instant: int, zone: ZoneInfo) -> int:
    near = min(max(instant, DAY), (LAST_DAY - 2) * DAY)  # where any zone still has a date
    moment = datetime(1, 1, 1, tzinfo=UTC) + timedelta(minutes=near)
    return (instant * 60 + _seconds_east(moment.astimezone(zone))) // (DAY * 60) + 1


def _seconds_east(moment: datetime) -> int:
    return int((moment.utcoffset() or timedelta()).total_seconds())
