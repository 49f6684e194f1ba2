"""One page per state of the structure: what stood at the end of a day, and what had changed.

Knows what states are made of; nothing of why a day is one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TypeVar

from engine.dates import Held
from engine.drawing.figure import NARROW, WIDE
from engine.figures.board_table import BoardTable, state_table
from engine.figures.structure import Structure, structure, structure_at
from engine.graph import Seat
from engine.links import Link
from engine.states import Change, Standing, State, Tied, changes, states
from engine.views.frame import finish
from engine.views.items import SectionWords, parts
from engine.views.page import Blank, Page
from engine.views.roles import Role, role
from engine.views.sheet import Sheet
from engine.views.steps import Step, label, state_link, state_url, steps
from engine.views.story import Story
from engine.views.ties import TieItem, tie_item

T = TypeVar("T")
Drawn = Callable[[int], Structure | None]
"""Gives the structure as it is for all states, for a place so many units wide."""


@dataclass(frozen=True)
class Rows:
    """Terms, ties and bodies of which one thing is said."""

    heading: str
    roles: tuple[Role, ...] = ()
    ties: tuple[TieItem, ...] = ()
    bodies: tuple[Link, ...] = ()


@dataclass(frozen=True)
class StateView:
    """What ``pages/state.html`` shows."""

    title: str
    label: str
    lede: str
    steps: tuple[Step, ...]
    parts: dict[str, SectionWords]
    changes: tuple[Rows, ...]
    same: str
    """That nothing has changed, if that is so."""
    wide: Structure | None
    narrow: Structure | None
    ties: tuple[Rows, ...]
    table: BoardTable | None
    board: tuple[Rows, ...]
    posts: tuple[Rows, ...]


def state_pages(story: Story) -> Iterator[Blank]:
    """A page for each state of the structure, with the ones before and after it."""
    drawn = cache(partial(structure, story.graph, story.words))
    for n, state in enumerate(states(story.graph)):
        sheet = Sheet(story, state_url(state), "governance")
        yield Blank(sheet.url, partial(_page, sheet, n, drawn))


def _page(sheet: Sheet, n: int, drawn: Drawn) -> Page:
    all_ = states(sheet.story.graph)
    view = _view(sheet, all_, n, (drawn(WIDE), drawn(NARROW)))
    before = state_link(sheet, all_[n - 1]) if n else None
    after = state_link(sheet, all_[n + 1]) if n + 1 < len(all_) else None
    return finish(sheet, "state", view, (view.title, view.lede), (before, after))


def _view(
    sheet: Sheet, all_: Sequence[State], n: int, drawn: Sequence[Structure | None]
) -> StateView:
    graph, words, state = sheet.story.graph, sheet.story.words, all_[n]
    before = all_[n - 1] if n else None
    day = state_link(sheet, state).title
    changed = tuple(_changes(sheet, before, state)) if before else ()
    table = state_table(graph, before, state, words)
    posts = tuple(_terms(sheet, state.posts))
    wide, narrow = (structure_at(one, graph, state, words) if one else None for one in drawn)
    shown = {"changes": changed, "structure": wide, "board": table or state.seats, "posts": posts}
    since = state_link(sheet, before).title if before else ""
    return StateView(
        title=words["state.title"].format(date=day),
        label=label(sheet, state),
        lede=words["state.lede"].format(date=day),
        steps=steps(sheet, all_, state),
        parts=_parts(sheet, shown, since),
        changes=changed,
        same=words["state.same"].format(date=since) if before and not changed else "",
        wide=wide,
        narrow=narrow,
        ties=tuple(_ties(sheet, state.ties)),
        table=table,
        board=tuple(_terms(sheet, state.seats)),
        posts=posts,
    )


def _parts(sheet: Sheet, shown: Mapping[str, object], since: str) -> dict[str, SectionWords]:
    """The sections that have anything to show; that of the changes says since when."""
    found = parts(sheet, "state", shown)
    return {id_: replace(part, title=part.title.format(date=since)) for id_, part in found.items()}


def _changes(sheet: Sheet, before: State, now: State) -> Iterator[Rows]:
    """What has changed, under a heading for each sort of change."""
    words = sheet.story.words
    for name, found in (
        ("seats", _by_change(changes(before.seats, now.seats))),
        ("posts", _by_change(changes(before.posts, now.posts))),
    ):
        for change, seats in found:
            yield Rows(words[f"state.changes.{name}.{change}"], roles=_roles(sheet, seats))
    for change, bodies in _by_change(changes(before.bodies, now.bodies)):
        links = tuple(sheet.link(body) for body in bodies)
        yield Rows(words[f"state.changes.bodies.{change}"], bodies=links)
    for change, ties in _by_change(changes(before.ties, now.ties)):
        yield Rows(words[f"state.changes.ties.{change}"], ties=_tie_items(sheet, ties))


def _by_change(found: Iterable[tuple[Change, T]]) -> Iterator[tuple[Change, list[T]]]:
    rows = list(found)
    for change in Change:
        if some := [what for of, what in rows if of is change]:
            yield change, some


def _terms(sheet: Sheet, rows: Sequence[Standing[Seat]]) -> Iterator[Rows]:
    """Who certainly holds something, then of whom it is not known."""
    for held, heading in _headings(sheet):
        if found := [row.what for row in rows if row.held is held]:
            yield Rows(heading, roles=_roles(sheet, found))


def _ties(sheet: Sheet, rows: Sequence[Standing[Tied]]) -> Iterator[Rows]:
    """What certainly is tied, then of what it is not known; nothing of what is not described."""
    for held, heading in _headings(sheet):
        found = [row.what for row in rows
                 if row.held is held and (held is Held.YES or not row.what.tie.absent)]  # fmt: skip
        if found:
            yield Rows(heading, ties=_tie_items(sheet, found))


def _headings(sheet: Sheet) -> tuple[tuple[Held, str], ...]:
    return (Held.YES, ""), (Held.UNKNOWN, sheet.story.words["state.unknown"])


def _roles(sheet: Sheet, seats: Iterable[Seat]) -> tuple[Role, ...]:
    return tuple(role(sheet, seat.person, seat.membership) for seat in seats)


def _tie_items(sheet: Sheet, ties: Iterable[Tied]) -> tuple[TieItem, ...]:
    return tuple(tie_item(sheet, tied.body, tied.tie) for tied in ties)
