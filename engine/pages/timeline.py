"""The timeline page: the rail to scale, and every event in order, era by era, day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from engine.dates import Date, Kind, Precision, local_day, sort_key, span
from engine.dates import parse as parse_date
from engine.drawing.figure import NARROW, WIDE
from engine.figures.hours import Hours, hours
from engine.figures.timeline import Timeline, timeline
from engine.filtering import row_classes
from engine.kinds.event import Event
from engine.kinds.motion import Motion
from engine.settings import Era
from engine.views.filters import Filters, filters
from engine.views.frame import finish
from engine.views.items import EventItem, Opening, SectionWords, event_items, opening, section
from engine.views.page import Page
from engine.views.sheet import Sheet
from engine.views.story import Story

LONGEST = 62
"""An era of at most so many days keeps a row for each day, also the empty ones."""
EXACT = (Precision.DAY, Precision.MINUTE)


@dataclass(frozen=True)
class Row:
    """A day, or a date that is coarser than one, with its events."""

    label: str
    machine: str | None
    exact: bool
    """Whether it is one certain day."""
    events: tuple[EventItem, ...]
    classes: str
    """Names by which the filters find it."""
    crowded: bool = False
    """The day of the vote."""


@dataclass(frozen=True)
class EraView:
    """A named span of the timeline."""

    words: SectionWords
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TimelineView:
    """What ``pages/timeline.html`` shows."""

    opening: Opening
    scale: SectionWords
    filters: Filters | None
    wide: Timeline | None
    narrow: Timeline | None
    hours_wide: Hours | None
    hours_narrow: Hours | None
    eras: tuple[EraView, ...]


def timeline_page(story: Story) -> Iterator[Page]:
    """The timeline, if there is an event."""
    graph, words = story.graph, story.words
    events = graph.all(Event)
    if not events:
        return
    sheet = Sheet(story, "timeline.html", "timeline")
    head = opening(sheet, "timeline")
    view = TimelineView(
        opening=head,
        scale=section(sheet, "timeline", "scale"),
        filters=filters(sheet),
        wide=timeline(graph, words, WIDE),
        narrow=timeline(graph, words, NARROW),
        hours_wide=hours(graph, words, WIDE),
        hours_narrow=hours(graph, words, NARROW),
        eras=tuple(_eras(sheet, events)),
    )
    yield finish(sheet, "timeline", view, (head.title, head.lede))


def _eras(sheet: Sheet, events: Sequence[Event]) -> Iterator[EraView]:
    """The site's eras with their events, then what falls in none of them."""
    left = list(events)
    for era in sheet.story.settings.eras:
        inside = [event for event in left if _is_in(event, era, sheet.story.graph.zone)]
        left = [event for event in left if event not in inside]
        if inside:
            head = section(sheet, "timeline", era.id, era.label)
            yield EraView(head, tuple(_rows(sheet, inside, era)))
    if left:
        yield EraView(section(sheet, "timeline", "events"), tuple(_rows(sheet, left, None)))


def _is_in(event: Event, era: Era, zone: ZoneInfo) -> bool:
    """Whether the event sorts between the bounds of the era."""
    at = sort_key(event.date, zone)[0]
    start = span(era.from_, zone).start if isinstance(era.from_, Date) else None
    end = span(era.until, zone).end if isinstance(era.until, Date) else None
    return (start is None or start <= at) and (end is None or at < end)


def _rows(sheet: Sheet, events: Sequence[Event], era: Era | None) -> Iterator[Row]:
    """A row for each day or date that has events, and for each empty day of a short era."""
    given = _given(_days_of(sheet, era))
    days: dict[date | str, list[Event]] = {day: [] for day in _days_of(sheet, era)}
    for event in events:
        day = _day_of(sheet, event) or sheet.short(event.date, given)
        days.setdefault(day, []).append(event)
    voted = _day_of(sheet, sheet.story.graph.motion) if sheet.story.graph.motion else None
    order = sorted(days.items(), key=lambda row: _place_of(sheet, *row))
    for day, found in order:
        items, names = event_items(sheet, found), row_classes(sheet.story.graph, found)
        if isinstance(day, date):
            label = sheet.short(parse_date(day.isoformat()), given)
            yield Row(label, day.isoformat(), True, items, names, crowded=day == voted)
        else:
            yield Row(day, items[0].moment.machine, False, items, names)


def _given(days: Iterable[date]) -> Precision | None:
    """What a heading over the days says already: their month, their year, or neither."""
    months = {(day.year, day.month) for day in days}
    if len({year for year, _ in months}) != 1:
        return None
    return Precision.MONTH if len(months) == 1 else Precision.YEAR


def _place_of(sheet: Sheet, day: date | str, events: Sequence[Event]) -> tuple[int, int]:
    zone = sheet.story.graph.zone
    if isinstance(day, date):
        return sort_key(parse_date(day.isoformat()), zone)
    return sort_key(events[0].date, zone)


def _day_of(sheet: Sheet, record: Event | Motion) -> date | None:
    """The one day on which something happened for certain, in the site's zone."""
    if record.date.kind is not Kind.POINT or record.date.precision not in EXACT:
        return None
    start = span(record.date, sheet.story.graph.zone).start
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
