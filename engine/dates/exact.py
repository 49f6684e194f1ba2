"""Dates for other programs: ISO 8601 where it says no more than is known, and plain moments.

Knows no words and nothing of records.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.dates.date import Date, Kind, Point
from engine.dates.spans import DAY, LAST_DAY, possible_span
from engine.dates.words import machine

Sides = tuple[str | None, str | None]
"""A first and a last value; None where there is none to give."""


def sides_in_iso(when: Date, zone: ZoneInfo) -> Sides:
    """When something began and ended, each as precise as it was given.

    A side that is open, not known or in doubt is None, and so are both of one of several dates.
    """
    if when.kind is Kind.ONE_OF:
        return None, None
    if when.kind is Kind.POINT:
        return machine(when, zone), machine(when, zone)
    start, end = (
        machine(Date(when.text, Kind.POINT, (side,)), zone) if isinstance(side, Point) else None
        for side in when.sides
    )
    return start, end


def reach_in_iso(when: Date, zone: ZoneInfo) -> Sides:
    """The earliest moment that a date may mean, and the first that it can no longer mean."""
    reach = possible_span(when, zone)
    return _in_iso(reach.start, zone), _in_iso(reach.end, zone)


def moment_at(instant: int, zone: ZoneInfo) -> datetime | None:
    """An instant as clocks in the zone show it; None where a calendar of four digits has none."""
    if not 2 * DAY <= instant <= (LAST_DAY - 2) * DAY:
        return None
    return (datetime(1, 1, 1, tzinfo=UTC) + timedelta(minutes=instant)).astimezone(zone)


def _in_iso(instant: int | None, zone: ZoneInfo) -> str | None:
    """With the offset of the zone, or in UTC where that offset has seconds, as ISO has none."""
    moment = None if instant is None else moment_at(instant, zone)
    if moment is None:
        return None
    offset = moment.utcoffset() or timedelta()
    exact = moment.astimezone(UTC) if offset.total_seconds() % 60 else moment
    return exact.isoformat(timespec="minutes")
