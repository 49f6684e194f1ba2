"""Bands along a rail: how long something took, or when it may have happened; in lanes.

Heights are units above the rail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.dates import Date, Kind, Point, Precision, Qualifier
from engine.kinds.event import Event

THICK = 8
"""Of a band on the rail itself; half of it lies above."""
LANES = 5
"""With more lanes than this, all above the rail are lower."""
THIN = {False: (7, 10), True: (3, 5)}
"""The thickness of a band above the rail, and from lane to lane; where there are few, or many."""
SHORTEST = 3
POINT = 6
"""A band shorter than this is a point on the rail, whatever else is there."""


@dataclass(frozen=True)
class Band:
    """From ``left`` to ``right``; hatched: somewhere within. Lane 0 is the rail."""

    event: Event
    left: float
    right: float
    hatched: bool
    lane: int = 0
    crowded: bool = False
    """Whether there are many lanes."""

    @property
    def is_point(self) -> bool:
        """Whether it is too short to be anything but a point on the rail."""
        return self.right - self.left < POINT

    @property
    def thickness(self) -> float:
        """Its own height."""
        return THIN[self.crowded][0] if self.lane else THICK

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return THICK / 2 + self.lane * THIN[self.crowded][1]


Key = tuple[float, float, bool]
"""What makes two bands look the same: their ends, and whether they are hatched."""


def is_vague(when: Date, precision: Precision) -> bool:
    """Whether a date only tells somewhere within what it covers, on an axis so precise."""
    if when.qualifier is not Qualifier.NONE or when.kind is Kind.ONE_OF or None in when.sides:
        return True
    coarsest = list(Precision).index(when.precision)
    is_lacking = any(isinstance(p, Point) and p.unspecified for p in when.sides)
    return is_lacking or coarsest < list(Precision).index(precision)


def bands(found: Iterable[tuple[float, float, Event]], precision: Precision) -> tuple[Band, ...]:
    """A band for each event, the sure ones below.

    None lies over another, but on the rail for points, and where two are the same.
    """
    lanes: list[set[Key]] = [set()]
    wanted = [
        Band(event, left, max(right, left + SHORTEST), is_vague(event.date, precision))
        for left, right, event in found
    ]
    order = sorted(wanted, key=lambda band: (band.hatched, band.right - band.left, band.left))
    laid = [_laned(band, lanes) for band in order]
    return tuple(replace(band, crowded=len(lanes) > LANES) for band in laid)


def _laned(band: Band, lanes: list[set[Key]]) -> Band:
    """The band in the first lane that has room; lanes are added as they are needed."""
    if band.is_point:
        return band
    key = (band.left, band.right, band.hatched)
    lane = next((n for n, taken in enumerate(lanes) if _fits(key, taken)), len(lanes))
    if lane == len(lanes):
        lanes.append(set())
    lanes[lane].add(key)
    return replace(band, lane=lane)


def _fits(key: Key, taken: set[Key]) -> bool:
    return key in taken or all(key[1] <= left or right <= key[0] for left, right, _ in taken)


def height(laid: Sequence[Band], left: float, right: float) -> float:
    """How high the bands reach between two x."""
    over = [band.top for band in laid if band.left < right and left < band.right]
    return max([THICK / 2, *over])
