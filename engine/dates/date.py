"""Dates as authors give them: read into their parts, no more precise than they were written.

Knows neither how they lie in time (``spans``) nor how they are said (``words``).
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache

from engine.dates.faults import complaint, quoted
from engine.dates.forms import (
    LIST,
    POINT,
    UNSPECIFIED,
    is_end,
    is_member,
    is_point,
    is_unspecified,
    number,
    offset_of,
)


class DateFault(ValueError):
    """A text that is no date of ours: what is wrong with it and how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        """Both are for the author, plain and without a full stop."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class Precision(StrEnum):
    """The finest part that is given, from the coarsest on."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class Qualifier(StrEnum):
    """How a date is doubted: ``?`` the source may be wrong, ``~`` it is an estimate, ``%`` both."""

    NONE = "none"
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    BOTH = "both"


class Kind(StrEnum):
    """One time, a span from one to another, or one of several."""

    POINT = "point"
    INTERVAL = "interval"
    ONE_OF = "one-of"


class Open(Enum):
    """A side without end, which is known to be so; what is not known is None."""

    OPEN = ".."


@dataclass(frozen=True)
class Point:
    """One year, month, day or minute."""

    year: int
    """From 1 to 9999; of a century, ``20XX``, its first."""
    month: int | None = None
    day: int | None = None
    clock: int | None = None
    """Minutes since midnight as the clock on the wall shows them."""
    offset: int | None = None
    """Minutes east of UTC; None where it is the site's zone that counts."""
    qualifier: Qualifier = Qualifier.NONE
    unspecified: Precision | None = None
    """What is said not to be given: the year of ``20XX``, the month of ``2023-XX``, the day."""

    @property
    def precision(self) -> Precision:
        """The finest part that is given."""
        if self.clock is not None:
            return Precision.MINUTE
        if self.day is not None:
            return Precision.DAY
        return Precision.MONTH if self.month is not None else Precision.YEAR


@dataclass(frozen=True)
class Date:
    """What an author wrote where a date belongs."""

    text: str
    """As written."""
    kind: Kind
    sides: tuple[Point | Open | None, ...]
    """The one point; the start and the end of an interval; or each of several."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The sides that are given: always one at least."""
        return tuple(side for side in self.sides if isinstance(side, Point))

    @property
    def precision(self) -> Precision:
        """That of the coarsest point."""
        return min((p.precision for p in self.points), key=list(Precision).index)

    @property
    def qualifier(self) -> Qualifier:
        """All doubt that there is about any point."""
        found = {point.qualifier for point in self.points} - {Qualifier.NONE}
        return Qualifier.BOTH if len(found) > 1 else next(iter(found), Qualifier.NONE)

    @property
    def has_zone(self) -> bool:
        """Whether a time brings its own distance from UTC."""
        return any(point.offset is not None for point in self.points)

    @property
    def needs_zone(self) -> bool:
        """Whether a time has a meaning only in the zone of the site."""
        return any(point.clock is not None and point.offset is None for point in self.points)


@lru_cache(4096)
def parse(text: str) -> Date:
    """The date in a text. Raises ``DateFault``.

    The ends of an interval may be in doubt, but not lack digits or have a time; the members of a
    list may do neither, and there are two or more of them.
    """
    text = str(text)
    if is_point(text) or is_unspecified(text):
        return Date(text, Kind.POINT, (_point(text),))
    if match := LIST.fullmatch(text):
        members = [member.strip() for member in match[1].split(",")]
        if all(map(is_member, members)) and len(set(members)) == len(members) > 1:
            return Date(text, Kind.ONE_OF, tuple(map(_point, members)))
    sides = text.split("/")
    if len(sides) == 2 and any(map(is_end, sides)) and all(map(_is_side, sides)):
        return _interval(text, sides)
    raise DateFault(*complaint(text))


def parse_bound(text: str) -> Date | Open:
    """Where a term begins or ends: a date, or ``..`` for open. Raises ``DateFault``."""
    return Open.OPEN if text == Open.OPEN.value else parse(text)


def _is_side(text: str) -> bool:
    return text in ("", Open.OPEN.value) or is_end(text)


def _interval(text: str, sides: list[str]) -> Date:
    start, end = (_point(s) if is_end(s) else Open.OPEN if s else None for s in sides)
    if isinstance(start, Point) and isinstance(end, Point) and _is_after(start, end):
        raise DateFault(f"{quoted(text)} ends before it begins", f"write {sides[1]}/{sides[0]}")
    return Date(text, Kind.INTERVAL, (start, end))


def _is_after(start: Point, end: Point) -> bool:
    """Whether the whole of one day, month or year is later than the whole of the other."""
    pairs = zip((start.year, start.month, start.day), (end.year, end.month, end.day), strict=True)
    given = [(first, last) for first, last in pairs if first and last]
    return [first for first, _ in given] > [last for _, last in given]


_DOUBTS = {
    None: Qualifier.NONE,
    "?": Qualifier.UNCERTAIN,
    "~": Qualifier.APPROXIMATE,
    "%": Qualifier.BOTH,
}
_LACKS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def _point(text: str) -> Point:
    match = POINT.fullmatch(text) or UNSPECIFIED.fullmatch(text)
    assert match, "every caller has asked whether this is a date"
    has_clock = match.groupdict().get("hour") is not None
    return Point(
        year=number(match, "year", number(match, "century") * 100),
        month=number(match, "month") or None,
        day=number(match, "day") or None,
        clock=number(match, "hour") * 60 + number(match, "minute") if has_clock else None,
        offset=offset_of(match),
        qualifier=_DOUBTS[match.groupdict().get("qualifier")],
        unspecified=_LACKS[text.count("-")] if text.endswith("X") else None,
    )
