"""The crowded day: the motion's or the one on which most happened, and the evening before it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from engine.dates import Date, Precision, Qualifier, local_day, span
from engine.drawing.figure import WIDE
from engine.drawing.units import day_end, hour_of, midnight
from engine.graph import Graph
from engine.kinds.event import Event

FEWEST = 3
"""A day with fewer events is not crowded."""
EVENING = 18
"""The hour at which an evening begins."""


def ends(width: int) -> tuple[float, float]:
    """From where to where the hours are drawn, in a place so many units wide.

    The timeline needs it too: its wedge leads to them.
    """
    return (330, 1090) if width >= WIDE else (4, 324)


@dataclass(frozen=True)
class Window:
    """A crowded day, from the evening before or from its midnight, and what happened then."""

    day: date
    start: int
    midnight: int
    """When the day begins."""
    end: int
    events: tuple[Event, ...]
    """In the order of their rows."""

    @property
    def has_evening(self) -> bool:
        """Whether the evening before belongs to it."""
        return self.start < self.midnight


def crowded(graph: Graph) -> Window | None:
    """The motion's day, else the one with the most events, of equal ones the latest.

    None if fewer than three fall on it, or none of them has a clock time.
    """
    zone, days = graph.zone, defaultdict(list)
    for event in graph.all(Event):
        days[_day_of(event.date, zone)].append(event)
    days.pop(None, None)
    voted = _day_of(graph.motion.date, zone) if graph.motion else None
    full = [day for day, found in days.items() if day and len(found) >= FEWEST]
    day = max(full, key=lambda day: (day == voted, len(days[day]), day), default=None)
    if day is None or not any(_has_clock(event) for event in days[day]):
        return None
    eve = day - timedelta(days=1) if day > date.min else None
    before = _evening(days.get(eve, []), days[day], zone)
    start = midnight(day, zone)
    begin = hour_of(eve, EVENING, zone) if before and eve else start
    shown = sorted((*before, *days[day]), key=lambda event: _order(event, begin, zone))
    return Window(day, begin, start, day_end(day, zone), tuple(shown))


def _order(event: Event, begin: int, zone: ZoneInfo) -> tuple[int, bool]:
    """What may have begun first comes first, and what is sure before what is not."""
    start = span(event.date, zone).start
    return max(begin, begin if start is None else start), _is_doubted(event)


def _is_doubted(event: Event) -> bool:
    """Whether its date is said to be about right, or perhaps wrong."""
    return event.date.qualifier is not Qualifier.NONE


def _day_of(when: Date, zone: ZoneInfo) -> date | None:
    """The one day on which all that a date covers lies."""
    reach = span(when, zone)
    if reach.start is None or reach.end is None:
        return None
    day = local_day(reach.start, zone)
    return day if day == local_day(reach.end - 1, zone) else None


def _has_clock(event: Event) -> bool:
    return event.date.precision is Precision.MINUTE


def _evening(before: list[Event], day: list[Event], zone: ZoneInfo) -> list[Event]:
    """The events of the day before that belong to the day.

    Those of its evening; of those without an hour, the key ones in which somebody takes part
    who is in an event of the day.
    """
    people = {person.id for event in day for person in event.people}
    return [event for event in before if _is_prelude(event, people, zone)]


def _is_prelude(event: Event, people: set[str], zone: ZoneInfo) -> bool:
    start = span(event.date, zone).start
    if _has_clock(event) and start is not None:
        return start >= hour_of(local_day(start, zone), EVENING, zone)
    return event.key and any(person.id in people for person in event.people)
