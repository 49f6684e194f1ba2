"""One page per event: what happened, how well it is known, and who sat at the table then."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from engine.dates import Held
from engine.kinds.event import Event
from engine.links import Link, address
from engine.markdown import Html
from engine.views.flaws import flaws_of
from engine.views.frame import finish
from engine.views.halves import Shown, halves
from engine.views.items import EventItem, SectionWords, event_item, parts
from engine.views.noted import beside
from engine.views.page import Blank, Notes, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class SeatThen:
    """Whether somebody held a seat at the moment of an event."""

    holder: Link
    side: str
    certain: bool


@dataclass(frozen=True)
class EventView:
    """What ``pages/event.html`` shows."""

    item: EventItem
    strand: str
    organizations: tuple[Link, ...]
    place: str | None
    known: Link | None
    """When the public learned it, if later, and where that is listed."""
    attribution: str | None
    body: Html
    shown: Shown | None
    notes: tuple[Notes, ...]
    """Those beside the text."""
    board: Link | None
    seats: tuple[SeatThen, ...]
    flaws: tuple[Link, ...]
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def event_pages(story: Story) -> Iterator[Blank]:
    """A page for each event, each with the one before and the one after it."""
    for event in story.graph.all(Event):
        sheet = Sheet(story, address(event), "timeline")
        yield Blank(sheet.url, partial(_page, sheet, event))


def _page(sheet: Sheet, event: Event) -> Page:
    words, around = (event.title, event.summary), sheet.beside(sheet.story.graph.all(Event), event)
    return finish(sheet, "event", _view(sheet, event), words, around)


def _view(sheet: Sheet, event: Event) -> EventView:
    board, text = sheet.story.graph.board, halves(sheet, event)
    view = EventView(
        item=event_item(sheet, event),
        strand=sheet.story.strand_label(event),
        organizations=sheet.links(event.organizations),
        place=event.place,
        known=_known(sheet, event),
        attribution=event.attribution,
        body=text.account,
        shown=text.shown,
        notes=beside(sheet, event.body),
        board=sheet.link(board) if board else None,
        seats=tuple(_seats(sheet, event)),
        flaws=flaws_of(sheet, event),
        parts={},
    )
    sections = {"account": True, "shown": view.shown, "seats": view.seats}
    return replace(view, parts=parts(sheet, "event", sections))


def _known(sheet: Sheet, event: Event) -> Link | None:
    if event.known is None:
        return None
    return Link(sheet.to(f"known.html#{event.id}"), sheet.moment(event.known).words)


def _seats(sheet: Sheet, event: Event) -> Iterator[SeatThen]:
    graph = sheet.story.graph
    if graph.board is None:
        return
    sides = {side.id: side.label for side in graph.board.sides}
    for certain in (Held.YES, Held.UNKNOWN):
        for seat in graph.seats(graph.board):
            if graph.held(seat.membership, event.date) is certain:
                side = sides.get(seat.membership.side or "", "")
                yield SeatThen(sheet.link(seat.person), side, certain is Held.YES)
