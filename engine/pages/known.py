"""The second reading of the timeline: what the public learned on each day, if some of it later.

Knows when an event became known; an event without such a date stands under its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from engine.dates import Date
from engine.kinds.event import Event
from engine.kinds.record import Status
from engine.links import Link
from engine.settings import Era
from engine.views.days import by_era, days
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class Learned:
    """An event under the day on which it became known."""

    id: str
    link: Link
    status: Status
    happened: str
    """When it had happened; empty where it stands under its own day."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class LearnedRow:
    """A day, or a date that is coarser than one, with what became known."""

    label: str
    machine: str | None
    exact: bool
    """Whether it is one certain day."""
    events: tuple[Learned, ...]


@dataclass(frozen=True)
class LearnedEra:
    """A named span of the timeline."""

    words: SectionWords
    rows: tuple[LearnedRow, ...]


@dataclass(frozen=True)
class KnownView:
    """What ``pages/known.html`` shows."""

    opening: Opening
    said: str
    """How to read it, with how many events became known later."""
    eras: tuple[LearnedEra, ...]
    timeline: str
    """The address of the first reading."""


def known_page(story: Story) -> Iterator[Blank]:
    """What was known on each day, if any event became known later than it happened."""
    if not any(event.known for event in story.graph.all(Event)):
        return
    sheet = Sheet(story, "known.html", "timeline")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    story, head = sheet.story, opening(sheet, "known")
    events = story.graph.all(Event)
    late = [event for event in events if event.known]
    view = KnownView(
        head,
        story.words["known_when.later"].format(n=len(late), all=len(events)),
        tuple(_era(sheet, era, inside) for era, inside in by_era(sheet, learned)),
        sheet.to("timeline.html"),
    )
    return finish(sheet, "known", view, (head.title, head.lede))


def learned(event: Event) -> Date:
    """When the public learned of an event, as far as it is recorded."""
    return event.known or event.date


def _era(sheet: Sheet, era: Era | None, events: Sequence[Event]) -> LearnedEra:
    head = section(sheet, "known", era.id if era else "events", era.label if era else "")
    return LearnedEra(head, tuple(_rows(sheet, events)))


def _rows(sheet: Sheet, events: Sequence[Event]) -> Iterator[LearnedRow]:
    for day in days(sheet, events, learned, None):
        items = tuple(_item(sheet, event) for event in day.events)
        yield LearnedRow(day.label, day.machine, day.exact, items)


def _item(sheet: Sheet, event: Event) -> Learned:
    happened = sheet.moment(event.date).words if event.known else ""
    words = sheet.story.words["known_when.happened"].format(date=happened) if happened else ""
    marks = sheet.marks(event.cites)
    return Learned(event.id, sheet.link(event), event.status, words, marks)
