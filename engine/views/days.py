"""Events by day, era by era, and in pages of a size that can be read.

Knows the site's eras and when something counts as dated; nothing of what is told of an event.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from engine.dates import Date, Kind, Precision, local_day, sort_key, span
from engine.dates import parse as parse_date
from engine.kinds.event import Event
from engine.settings import Era
from engine.views.sheet import Sheet

LONGEST = 62
"""An era of at most so many days keeps a row for each day, also the empty ones."""
FEW = 60
"""So many events stand on one page, whatever their eras."""
MOST = 150
"""A page does not list more events, if they can be parted."""
EXACT = (Precision.DAY, Precision.MINUTE)

Eventful = tuple[Era | None, tuple[Event, ...]]
"""An era and its events; None for what falls in no era."""
Dating = Callable[[Event], Date]
"""The date by which events are put in order."""


@dataclass(frozen=True)
class Day:
    """A day, or a date that is coarser than one, with its events."""

    label: str
    machine: str | None
    exact: bool
    """Whether it is one certain day."""
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Leaf:
    """A page of an era that is too long to stand among others: its name, years and events."""

    name: str
    years: str
    events: tuple[Event, ...]


def stands(sheet: Sheet, era: Era | None) -> bool:
    """Whether all events of an era stand on the timeline itself.

    Of many events those of the motion's own era do, if it has one; of too many, none.
    """
    graph, eras = sheet.story.graph, sheet.story.settings.eras
    total, motion = len(graph.all(Event)), graph.motion
    if total <= FEW or motion is None:
        return total <= MOST
    own = next((one for one in eras if _is_in(motion.date, one, graph.zone)), None)
    return total <= MOST and own in (None, era)


def by_era(sheet: Sheet, dating: Dating) -> Iterator[Eventful]:
    """The site's eras that have events, each with its own, then what falls in none of them."""
    zone = sheet.story.graph.zone
    left = sorted(sheet.story.graph.all(Event), key=lambda e: (*sort_key(dating(e), zone), e.id))
    for era in sheet.story.settings.eras:
        inside = tuple(event for event in left if _is_in(dating(event), era, zone))
        left = [event for event in left if event not in inside]
        if inside:
            yield era, inside
    if left:
        yield None, tuple(left)


def _is_in(when: Date, era: Era, zone: ZoneInfo) -> bool:
    """Whether a date sorts between the bounds of the era."""
    at = sort_key(when, zone)[0]
    start = span(era.from_, zone).start if isinstance(era.from_, Date) else None
    end = span(era.until, zone).end if isinstance(era.until, Date) else None
    return (start is None or start <= at) and (end is None or at < end)


def leaves(sheet: Sheet, era: Era | None, events: Sequence[Event]) -> tuple[Leaf, ...]:
    """The pages of an era: one, or if it is too long one for as many whole years as fit."""
    prefix = f"timeline-{era.id}" if era else "timeline"
    if len(events) <= MOST:
        return (Leaf(prefix if era else "timeline-events", _years(sheet, events), tuple(events)),)
    parted: list[list[Event]] = []
    for year in sorted({_year(sheet, event) for event in events}):
        found = [event for event in events if _year(sheet, event) == year]
        if parted and len(parted[-1]) + len(found) <= MOST:
            parted[-1] += found
        else:
            parted.append(found)
    return tuple(
        Leaf(f"{prefix}-{_year(sheet, part[0])}", _years(sheet, part), tuple(part))
        for part in parted
    )


def _year(sheet: Sheet, event: Event) -> int:
    zone = sheet.story.graph.zone
    return local_day(sort_key(event.date, zone)[0], zone).year


def _years(sheet: Sheet, events: Sequence[Event]) -> str:
    years = sorted({_year(sheet, event) for event in events})
    words = sheet.story.words
    if len(years) == 1:
        return words["dates.year"].format(year=years[0])
    return words["figure.axis.range"].format(start=years[0], end=years[-1])


def days(sheet: Sheet, events: Iterable[Event], dating: Dating, era: Era | None) -> Iterator[Day]:
    """Each day or date that has events, and each empty day of a short era."""
    within = _days_of(sheet, era)
    given = _given(within)
    found: dict[date | str, list[Event]] = {day: [] for day in within}
    for event in events:
        day = day_of(sheet, dating(event)) or sheet.short(dating(event), given)
        found.setdefault(day, []).append(event)

    def place(row: tuple[date | str, list[Event]]) -> tuple[int, int]:
        day = row[0]
        when = parse_date(day.isoformat()) if isinstance(day, date) else dating(row[1][0])
        return sort_key(when, sheet.story.graph.zone)

    for day, some in sorted(found.items(), key=place):
        if isinstance(day, date):
            label = sheet.short(parse_date(day.isoformat()), given)
            yield Day(label, day.isoformat(), True, tuple(some))
        else:
            yield Day(day, sheet.moment(dating(some[0])).machine, False, tuple(some))


def _given(within: Sequence[date]) -> Precision | None:
    """What a heading over the days says already: their month, their year, or neither."""
    months = {(day.year, day.month) for day in within}
    if len({year for year, _ in months}) != 1:
        return None
    return Precision.MONTH if len(months) == 1 else Precision.YEAR


def day_of(sheet: Sheet, when: Date) -> date | None:
    """The one day that a date means for certain, in the site's zone."""
    if when.kind is not Kind.POINT or when.precision not in EXACT:
        return None
    start = span(when, sheet.story.graph.zone).start
    return local_day(start, sheet.story.graph.zone) if start is not None else None


def _days_of(sheet: Sheet, era: Era | None) -> list[date]:
    """Every day of an era that has both ends and is not too long; else none."""
    if era is None or not isinstance(era.from_, Date) or not isinstance(era.until, Date):
        return []
    zone = sheet.story.graph.zone
    start, end = span(era.from_, zone).start, span(era.until, zone).end
    if start is None or end is None or not 0 < end - start <= LONGEST * 24 * 60:
        return []
    first, last = local_day(start, zone), local_day(end - 1, zone)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
