"""What a timeline's main axis shows: from when to when, which events, and which fall outside.

Knows the site's eras and the events; nothing of where anything is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from engine.dates import DAY, EVER, Date, sort_key, span
from engine.drawing.units import ONE_DAY, begins
from engine.graph import Graph
from engine.kinds.event import Event
from engine.settings import Era

LONGER = 4
"""The axis may be so many times as long as the era that it is chosen for."""
GAP = 7 * DAY
"""A shorter gap between two events is never cut out."""
KEPT = 2 / 3
"""Without eras, the axis keeps at least this part of all events."""


@dataclass(frozen=True)
class Stage:
    """From an instant up to another, and the events before, on and after it, in order."""

    start: int
    end: int
    earlier: tuple[Event, ...]
    shown: tuple[Event, ...]
    later: tuple[Event, ...]
    eras: tuple[Era, ...] = ()
    """The eras that the axis is made of, in order."""

    def where(self, when: Date, zone: ZoneInfo) -> tuple[int, int]:
        """What a date covers of the axis, at least a minute."""
        reach = span(when, zone)
        start = self.start if reach.start is None else reach.start
        end = self.end if reach.end is None else reach.end
        first = min(max(start, self.start), self.end - 1)
        return first, max(first + 1, min(end, self.end))


def stage(graph: Graph) -> Stage | None:
    """The axis: the era of the motion, else the fullest, with its neighbours while it stays short.

    Without eras it is the densest stretch of events. None without an event.
    """
    events = graph.all(Event)
    if not events:
        return None
    zone = graph.zone
    eras = _joined(_bounded(graph.settings.eras, zone), graph)
    if eras:
        bounds = eras[0][0], max(end for _, end, _ in eras)
        return _staged(events, bounds, zone, tuple(era for *_, era in eras))
    return _staged(events, _extent(_densest(events, zone), zone), zone)


def _staged(
    events: Sequence[Event], bounds: tuple[int, int], zone: ZoneInfo, eras: tuple[Era, ...] = ()
) -> Stage:
    start, end = bounds
    at = [(sort_key(event.date, zone)[0], event) for event in events]
    return Stage(
        start,
        end,
        tuple(event for when, event in at if when < start),
        tuple(event for when, event in at if start <= when < end),
        tuple(event for when, event in at if when >= end),
        eras,
    )


Bounded = tuple[int, int, Era]
"""When an era begins and ends, and the era."""


def _bounded(eras: Sequence[Era], zone: ZoneInfo) -> list[Bounded]:
    """The eras of which both bounds are known, in order of time."""
    found = []
    for era in eras:
        if isinstance(era.from_, Date) and isinstance(era.until, Date):
            start, end = span(era.from_, zone).start, span(era.until, zone).end
            if start is not None and end is not None and start < end:
                found.append((start, end, era))
    return sorted(found, key=lambda era: era[:2])


def _joined(eras: list[Bounded], graph: Graph) -> list[Bounded]:
    """The main era and its neighbours, as long as the axis does not get long."""
    main = _main(eras, graph)
    if main is None:
        return []
    first = last = main
    longest = LONGER * (eras[first][1] - eras[first][0])
    while True:
        wider = [(first, last + 1), (first - 1, last)]
        fits = [
            (a, b) for a, b in wider
            if a >= 0 and b < len(eras) and eras[b][1] - eras[a][0] <= longest
        ]  # fmt: skip
        if not fits:
            return eras[first : last + 1]
        first, last = fits[0]


def _main(eras: list[Bounded], graph: Graph) -> int | None:
    """Which era the axis is for: that of the motion, if it has an event, else the fullest."""
    when = [sort_key(event.date, graph.zone)[0] for event in graph.all(Event)]
    put = sort_key(graph.motion.date, graph.zone)[0] if graph.motion else None
    counts = [sum(start <= at < end for at in when) for start, end, _ in eras]
    held = [put is not None and start <= put < end for start, end, _ in eras]
    full = [n for n, count in enumerate(counts) if count]
    return max(full, key=lambda n: (held[n], counts[n], n), default=None)


def _densest(events: Sequence[Event], zone: ZoneInfo) -> list[Event]:
    """The events without outliers: cut where one gap is longer than all the rest together.

    The fuller side is kept, the later one of two that are equal.
    """
    kept = list(events)
    at = {event.id: sort_key(event.date, zone)[0] for event in events}
    while len(kept) > 1:
        gaps = [at[b.id] - at[a.id] for a, b in pairwise(kept)]
        widest = max(range(len(gaps)), key=lambda n: gaps[n])
        fuller = max(kept[widest + 1 :], kept[: widest + 1], key=len)
        if gaps[widest] < GAP or 2 * gaps[widest] <= sum(gaps):
            break
        if len(fuller) < KEPT * len(events):
            break
        kept = fuller
    return kept


def _extent(events: Sequence[Event], zone: ZoneInfo) -> tuple[int, int]:
    """From the day of the first to that of the last; a span longer than all that is cut."""
    reaches = [span(event.date, zone) for event in events]
    starts = [sort_key(event.date, zone)[0] for event in events]
    known = [(r.start, r.end) for r in reaches if r.start is not None and r.end is not None]
    lengths = [end - start for start, end in known]
    longest = max(max(starts) - min(starts), min(lengths, default=DAY))
    ends = [end for start, end in known if end - start <= longest]
    end = max([*ends, max(starts) + 1])
    return _day(min(starts), zone)[0], _day(end - 1, zone)[1]


def _day(instant: int, zone: ZoneInfo) -> tuple[int, int]:
    """When the day of an instant begins and ends in the zone."""
    found = [at for at, _ in begins(ONE_DAY, instant, instant + 2 * DAY, zone)]
    return found[0], min(found[1:2], default=EVER)
