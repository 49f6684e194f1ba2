"""The timeline: the rail to scale, and every event in order, era by era, day by day.

Where there are many, the eras beside that of the motion show their key events and have pages of
their own; where there are too many for one page, so has every era, or some years of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from engine.dates import Date
from engine.drawing.figure import NARROW, WIDE
from engine.figures.hours import Hours, hours
from engine.figures.timeline import Timeline, timeline
from engine.filtering import row_classes
from engine.kinds.event import Event
from engine.links import Link, main_pages
from engine.markdown import Html
from engine.settings import Era
from engine.views.days import Eventful, Leaf, by_era, day_of, days, leaves, stands
from engine.views.filters import Filters, filters
from engine.views.frame import finish
from engine.views.items import EventItem, Opening, SectionWords, event_items, opening, section
from engine.views.page import Blank, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


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
    crowded: bool
    """The day of the vote."""


@dataclass(frozen=True)
class EraView:
    """A named span of the timeline: its rows, or those of its key events and where all are."""

    words: SectionWords
    rows: tuple[Row, ...]
    pages: tuple[Link, ...] = ()


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
    known: Link | None
    """The second reading: what was known on each day."""
    eras: tuple[EraView, ...]


@dataclass(frozen=True)
class LeafView:
    """What ``pages/timeline_leaf.html`` shows."""

    title: str
    lede: str
    filters: Filters | None
    era: EraView


def timeline_page(story: Story) -> Iterator[Blank]:
    """The timeline, if there is an event, and the pages into which it is parted."""
    if not story.graph.all(Event):
        return
    sheet = Sheet(story, "timeline.html", "timeline")
    yield Blank(sheet.url, partial(_page, sheet))
    all_ = [(era, leaf) for era, inside in _parted(sheet, by_era(sheet, _happened))
            for leaf in leaves(sheet, era, inside)]  # fmt: skip
    for n, (_, leaf) in enumerate(all_):
        below = Sheet(story, f"{leaf.name}.html", "timeline")
        yield Blank(below.url, partial(_leaf_page, below, all_, n))


def _page(sheet: Sheet) -> Page:
    graph, words = sheet.story.graph, sheet.story.words
    head, found = opening(sheet, "timeline"), list(by_era(sheet, _happened))
    parted = _parted(sheet, found)
    listed = sum(len(_shown(era, inside, parted)) for era, inside in found)
    view = TimelineView(
        opening=head,
        scale=section(sheet, "timeline", "scale"),
        filters=filters(sheet, listed) if len(parted) < len(found) else None,
        wide=timeline(graph, words, WIDE),
        narrow=timeline(graph, words, NARROW),
        hours_wide=hours(graph, words, WIDE),
        hours_narrow=hours(graph, words, NARROW),
        known=sheet.chapter("known") if "known" in main_pages(graph) else None,
        eras=tuple(_era(sheet, *one, parted) for one in found),
    )
    return finish(sheet, "timeline", view, (head.title, head.lede))


def _parted(sheet: Sheet, found: Iterable[Eventful]) -> list[Eventful]:
    """The eras that have pages of their own."""
    return [(era, inside) for era, inside in found if not stands(sheet, era)]


def _happened(event: Event) -> Date:
    return event.date


def _era(
    sheet: Sheet, era: Era | None, events: tuple[Event, ...], parted: Sequence[Eventful]
) -> EraView:
    head, shown = _head(sheet, era), _shown(era, events, parted)
    if (era, events) not in parted:
        return EraView(head, tuple(_rows(sheet, shown, era)))
    pages = tuple(_leaf_link(sheet, leaf) for leaf in leaves(sheet, era, events))
    return EraView(head, tuple(_rows(sheet, shown, None)), pages)


def _shown(
    era: Era | None, events: tuple[Event, ...], parted: Sequence[Eventful]
) -> tuple[Event, ...]:
    """What the timeline itself lists of an era: all, or of one that is parted the key events."""
    is_parted = (era, events) in parted
    return tuple(event for event in events if event.key) if is_parted else events


def _head(sheet: Sheet, era: Era | None) -> SectionWords:
    return section(sheet, "timeline", era.id if era else "events", era.label if era else "")


def _leaf_link(sheet: Sheet, leaf: Leaf) -> Link:
    words = sheet.story.words["timeline.leaf"]
    return Link(sheet.to(f"{leaf.name}.html"), words.format(years=leaf.years, n=len(leaf.events)))


def _leaf_page(sheet: Sheet, all_: Sequence[tuple[Era | None, Leaf]], n: int) -> Page:
    """A page of an era that is parted, with the ones before and after it."""
    story, (era, leaf) = sheet.story, all_[n]
    title, lede = _title(story, era, leaf), _leaf_link(sheet, leaf).title
    head = SectionWords("events", "", leaf.years, Html(""), Html(""))
    rows = tuple(_rows(sheet, leaf.events, None))
    view = LeafView(title, lede, filters(sheet, len(leaf.events)), EraView(head, rows))
    beside = [all_[at] if 0 <= at < len(all_) else None for at in (n - 1, n + 1)]
    before, after = (
        Link(sheet.to(f"{one[1].name}.html"), _title(story, *one)) if one else None
        for one in beside
    )
    return finish(sheet, "timeline_leaf", view, (title, lede), (before, after))


def _title(story: Story, era: Era | None, leaf: Leaf) -> str:
    name = era.label if era else story.words["section.timeline.events"]
    return f"{name}, {leaf.years}"


def _rows(sheet: Sheet, events: Sequence[Event], era: Era | None) -> Iterator[Row]:
    graph = sheet.story.graph
    voted = day_of(sheet, graph.motion.date) if graph.motion else None
    for day in days(sheet, events, _happened, era):
        yield Row(
            day.label,
            day.machine,
            day.exact,
            event_items(sheet, day.events),
            row_classes(graph, day.events),
            day.exact and voted is not None and day.machine == voted.isoformat(),
        )
