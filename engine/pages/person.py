"""One page per person: roles, events, votes and spellings; what is not there is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from engine.figures.seal import Seal, seal
from engine.kinds.person import Person, Portrait, WebLink
from engine.links import Link, address
from engine.markdown import Html
from engine.views.flaws import flaws_of
from engine.views.frame import finish
from engine.views.halves import Shown, halves
from engine.views.items import (
    EventItem,
    SectionWords,
    Spelling,
    event_items,
    native_spelling,
    parts,
    spellings,
)
from engine.views.noted import beside
from engine.views.page import Blank, Mark, Notes, Page
from engine.views.roles import Ballot, Role, ballots_of, role
from engine.views.sheet import Sheet
from engine.views.story import Story
from engine.voices import Voice, voice_of


@dataclass(frozen=True)
class PersonView:
    """What ``pages/person.html`` shows."""

    name: str
    seal: Seal
    group: str
    native: Spelling | None
    summary: str
    marks: tuple[Mark, ...]
    disputed: str | None
    body: Html
    shown: Shown | None
    notes: tuple[Notes, ...]
    """Those beside the text."""
    voice: Voice | None
    roles: tuple[Role, ...]
    events: tuple[EventItem, ...]
    ballots: tuple[Ballot, ...]
    spellings: tuple[Spelling, ...]
    portrait: Portrait | None
    picture: str
    """The address of the portrait."""
    links: tuple[WebLink, ...]
    flaws: tuple[Link, ...]
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def person_pages(story: Story) -> Iterator[Blank]:
    """A page for each person."""
    for person in story.graph.all(Person):
        sheet = Sheet(story, address(person), "cast")
        yield Blank(sheet.url, partial(_page, sheet, person))


def _page(sheet: Sheet, person: Person) -> Page:
    around = sheet.beside(sheet.story.graph.all(Person), person)
    return finish(sheet, "person", _view(sheet, person), (person.name, person.summary), around)


def _view(sheet: Sheet, person: Person) -> PersonView:
    groups = {group.id: group.label for group in sheet.story.settings.groups}
    text = halves(sheet, person)
    view = PersonView(
        name=person.name,
        seal=seal(sheet.story.graph, person),
        group=groups.get(person.group or "", ""),
        native=native_spelling(sheet, person),
        summary=person.summary,
        marks=sheet.marks(person.cites),
        disputed=person.disputed,
        body=text.account,
        shown=text.shown,
        notes=beside(sheet, person.body),
        voice=voice_of(sheet.story.graph, person),
        roles=tuple(role(sheet, person, membership) for membership in person.memberships),
        events=event_items(sheet, sheet.story.graph.events_of(person)),
        ballots=ballots_of(sheet, person),
        spellings=spellings(sheet, person),
        portrait=person.portrait,
        picture=sheet.to(f"static/{person.portrait.file}") if person.portrait else "",
        links=person.links,
        flaws=flaws_of(sheet, person),
        parts={},
    )
    return replace(view, parts=parts(sheet, "person", _sections(view), view.voice))


def _sections(view: PersonView) -> dict[str, object]:
    """What each section of the page has to show, in their order."""
    return {
        "roles": view.roles,
        "account": view.body or view.flaws or view.disputed,
        "shown": view.shown,
        "events": view.events,
        "votes": view.ballots,
        "spellings": view.spellings,
    }
