"""One page per organization: its ties in words, its rules, its people, what happened there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
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
from engine.views.motions import MotionLine, motion_line
from engine.views.noted import beside
from engine.views.page import Blank, Mark, Moment, Notes, Page
from engine.views.roles import Role, members_of
from engine.views.sheet import Sheet
from engine.views.story import Story
from engine.views.ties import RuleItem, TieItem, rule_items, ties_with
from engine.voices import Voice, voice_of


@dataclass(frozen=True)
class OrganizationView:
    """What ``pages/organization.html`` shows."""

    name: str
    sort: str
    native: Spelling | None
    summary: str
    marks: tuple[Mark, ...]
    disputed: str | None
    founded: Moment | None
    dissolved: Moment | None
    posts: tuple[tuple[str, int | None], ...]
    body: Html
    shown: Shown | None
    notes: tuple[Notes, ...]
    """Those beside the text."""
    voice: Voice | None
    ties: tuple[TieItem, ...]
    rules: tuple[RuleItem, ...]
    members: tuple[Role, ...]
    motions: tuple[MotionLine, ...]
    events: tuple[EventItem, ...]
    spellings: tuple[Spelling, ...]
    flaws: tuple[Link, ...]
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def organization_pages(story: Story) -> Iterator[Blank]:
    """A page for each organization."""
    for body in story.graph.all(Organization):
        sheet = Sheet(story, address(body), "governance")
        yield Blank(sheet.url, partial(_page, sheet, body))


def _page(sheet: Sheet, body: Organization) -> Page:
    around = sheet.beside(sheet.story.graph.all(Organization), body)
    return finish(sheet, "organization", _view(sheet, body), (body.name, body.summary), around)


def _view(sheet: Sheet, body: Organization) -> OrganizationView:
    graph, text = sheet.story.graph, halves(sheet, body)
    motions = [motion for motion in graph.all(Motion) if motion.organization.id == body.id]
    view = OrganizationView(
        name=body.name,
        sort=body.classification or "",
        native=native_spelling(sheet, body),
        summary=body.summary,
        marks=sheet.marks(body.cites),
        disputed=body.disputed,
        founded=sheet.moment(body.founded) if body.founded else None,
        dissolved=sheet.moment(body.dissolved) if body.dissolved else None,
        posts=tuple((post.label, post.seats) for post in body.posts),
        body=text.account,
        shown=text.shown,
        notes=beside(sheet, body.body),
        voice=voice_of(graph, body),
        ties=tuple(ties_with(sheet, body)),
        rules=tuple(rule_items(sheet, (body,))),
        members=members_of(sheet, body),
        motions=tuple(motion_line(sheet, motion) for motion in motions),
        events=event_items(sheet, graph.events_of(body)),
        spellings=spellings(sheet, body),
        flaws=flaws_of(sheet, body),
        parts={},
    )
    return replace(view, parts=parts(sheet, "organization", _sections(view), view.voice))


def _sections(view: OrganizationView) -> dict[str, object]:
    """What each section of the page has to show, in their order."""
    facts = view.founded or view.dissolved or view.posts
    return {
        "account": view.body or view.flaws or view.disputed or facts,
        "shown": view.shown,
        "ties": view.ties,
        "rules": view.rules,
        "members": view.members,
        "motions": view.motions,
        "events": view.events,
        "spellings": view.spellings,
    }
