"""Dates in a reader's words, never more precise than they were given, and in a machine's form.

Knows no language: every word comes from the ``dates`` part of a file of strings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engine.dates.date import Date, Kind, Open, Point, Precision, Qualifier

Words = Mapping[str, str]
"""Templates by their names, as in ``dates`` of ``templates/strings.en.yaml``."""

NOON = 12 * 60


def in_words(when: Date, words: Words, zone: ZoneInfo) -> str:
    """A date in a sentence: "about May 2024", "2:30 p.m. CEST, 3 May 2024"."""
    return _Speech(words, zone, "", None).date(when)


def in_short(when: Date, words: Words, zone: ZoneInfo, given: Precision | None = None) -> str:
    """A date in a list or a figure: "Fri 3 May 2024".

    ``given`` is what is said around it and left out: in a list under a year "Fri 3 May", under
    a month "Fri 3", under a day "2:30 p.m. CEST".
    """
    return _Speech(words, zone, "short_", given).date(when)


def clock_in_words(when: Date, words: Words) -> str | None:
    """Only the time, "2:30 p.m.", for where the zone stands beside it; None without one."""
    clock = when.points[0].clock
    return None if clock is None else _clock(clock, words)


def precision_in_words(when: Date, words: Words) -> str:
    """How much is known of a date: "year only", "hour not given", "month only, approximate"."""
    point = when.points[0]
    name = f"no_{point.unspecified}" if point.unspecified else str(point.precision)
    if when.kind is Kind.ONE_OF:
        name = "one_of"
    elif when.kind is Kind.INTERVAL:
        name = _missing_side(when) or "interval"
    elif point.clock is not None and point.qualifier is not Qualifier.NONE:
        name = "doubted_minute"
    precision = words[f"only_{name}"]
    if when.kind is not Kind.POINT or point.qualifier is Qualifier.NONE:
        return precision
    return words[f"only_{point.qualifier}"].format(precision=precision)


def machine(when: Date, zone: ZoneInfo) -> str | None:
    """The value of ``<time datetime>``; None where HTML has no form that says no more.

    It has none for an interval, a choice, a century, doubt, or an offset with seconds.
    Source: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element
    """
    point = when.points[0]
    is_doubted = point.qualifier is not Qualifier.NONE
    if when.kind is not Kind.POINT or is_doubted or point.unspecified is Precision.YEAR:
        return None
    given = [f"{point.year:04}"] + [f"{part:02}" for part in (point.month, point.day) if part]
    if point.clock is None:
        return "-".join(given)
    wall = _wall(point, zone)
    seconds = _seconds_east(wall) if wall else (point.offset or 0) * 60
    hour, minute = divmod(point.clock, 60)
    moment = f"{'-'.join(given)}T{hour:02}:{minute:02}{_offset(seconds // 60, '+', '-')}"
    return None if seconds % 60 else moment


def _missing_side(when: Date) -> str:
    """Which side of an interval is open or not known; empty if neither."""
    for side, name in zip(when.sides, ("start", "end"), strict=True):
        if not isinstance(side, Point):
            return f"{'open' if side is Open.OPEN else 'unknown'}_{name}"
    return ""


@dataclass(frozen=True)
class _Speech:
    """How a date is to be said."""

    words: Words
    zone: ZoneInfo
    style: str
    """What the names of templates of this length begin with."""
    given: Precision | None

    def date(self, when: Date) -> str:
        """The whole date."""
        said = self._series(list(dict.fromkeys(when.points)))
        if when.kind is Kind.ONE_OF:
            others = self.words["between"].join(said[:-1])
            return self.words["last_of"].format(others=others, last=said[-1])
        missing = _missing_side(when) if when.kind is Kind.INTERVAL else ""
        if len(said) == 1 and not missing:
            return said[0]
        template = self.words[self.style + (missing or "interval")]
        return template.format(start=said[0], end=said[-1])

    def _series(self, points: Sequence[Point]) -> list[str]:
        """Each point, without what is given; what all share is said with the last one only."""
        shared = _shared(points)
        level = min(shared, 0 if self.given is None else _PRECISIONS.index(self.given) + 1)
        is_plain = all(point.qualifier is Qualifier.NONE for point in points)
        is_even = is_plain and len({point.precision for point in points}) == 1
        others = max(level, shared) if is_even else level
        return [*(self._point(p, others) for p in points[:-1]), self._point(points[-1], level)]

    def _point(self, point: Point, level: int) -> str:
        """One point with what is not known of it, without its first ``level`` parts."""
        if point.unspecified is Precision.YEAR:
            template = self.words[f"{self.style}no_year"]
            return template.format(start=point.year, end=point.year + 99)
        said = self._plain(point, level)
        if point.unspecified is not None:
            return self.words[f"{self.style}no_{point.unspecified}"].format(date=said)
        if point.qualifier is not Qualifier.NONE:
            return self.words[point.qualifier].format(date=said)
        return said

    def _plain(self, point: Point, level: int) -> str:
        if point.clock is not None:
            return self._time(point, point.clock, level)
        names = _SHORTER[point.precision]
        template = self.words[self.style + names[min(level, len(names) - 1)]]
        month, weekday = point.month or 1, ""
        if point.day:
            weekdays = self.words["short_weekdays"].split()
            weekday = weekdays[date(point.year, month, point.day).weekday()]
        name = self.words[f"{self.style}months"].split()[month - 1]
        return template.format(year=point.year, month=name, day=point.day, weekday=weekday)

    def _time(self, point: Point, clock: int, level: int) -> str:
        """A time with its zone; and with its day, if that may not be the day of the site."""
        wall = _wall(point, self.zone)
        clock_said, zone = _clock(clock, self.words), _zone(point, wall, self.words)
        if wall and level > _PRECISIONS.index(Precision.DAY):
            return self.words[f"{self.style}minute_in_day"].format(time=clock_said, zone=zone)
        day = self._plain(replace(point, clock=None), level if wall else 0)
        return self.words[f"{self.style}minute"].format(time=clock_said, zone=zone, date=day)


_PRECISIONS = list(Precision)
_SHORTER = {
    Precision.YEAR: ("year",),
    Precision.MONTH: ("month", "month_in_year"),
    Precision.DAY: ("day", "day_in_year", "day_in_month"),
}
"""The templates for a point of which so many leading parts are left out."""


def _shared(points: Sequence[Point]) -> int:
    """How many parts, from the year on, are given and the same in all points."""
    columns = zip(*((point.year, point.month, point.day) for point in points), strict=True)
    same = [len(set(column)) == 1 and None not in column for column in columns]
    return same.index(False) if False in same else len(same)


def _clock(clock: int, words: Words) -> str:
    if clock == NOON:
        return words["noon"]
    hour, minute = divmod(clock, 60)
    template = words["am" if clock < NOON else "pm"]
    return template.format(hour=(hour - 1) % 12 + 1, hour24=hour, minute=f"{minute:02}")


def _wall(point: Point, zone: ZoneInfo) -> datetime | None:
    """A time as the zone's own clocks show it; None if it is told by other clocks."""
    hour, minute = divmod(point.clock or 0, 60)
    day = date(point.year, point.month or 1, point.day or 1)
    for fold in (0, 1):  # in a night when the clocks go back, some times come twice
        wall = datetime.combine(day, time(hour, minute, fold=fold), zone)
        if point.offset is None or _seconds_east(wall) == point.offset * 60:
            return wall
    return None


def _zone(point: Point, wall: datetime | None, words: Words) -> str:
    """The abbreviation that the zone goes by, or else the distance from UTC."""
    abbreviation = (wall and wall.tzname()) or ""
    if abbreviation.isalpha():
        return abbreviation
    minutes = _seconds_east(wall) // 60 if wall else point.offset or 0
    if minutes == 0:
        return words["utc"]
    return words["zone"].format(offset=_offset(minutes, words["east"], words["west"]))


def _seconds_east(wall: datetime) -> int:
    return int((wall.utcoffset() or timedelta()).total_seconds())


def _offset(minutes: int, east: str, west: str) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{west if minutes < 0 else east}{hours:02}:{rest:02}"
