"""The cast page: who sat where, side against side, then everybody else by group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from engine.figures.board_table import BoardTable, Moment, board_table
from engine.graph import Seat
from engine.kinds.person import Person
from engine.views.frame import finish
from engine.views.items import (
    Opening,
    PersonItem,
    SectionWords,
    opening,
    person_item,
    section,
)
from engine.views.page import Blank, Page
from engine.views.roles import Ballot, Role, ballots_of, role
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class Sitter:
    """Somebody at the table, with the seat and the vote."""

    person: PersonItem
    seat: Role
    ballots: tuple[Ballot, ...]


@dataclass(frozen=True)
class Side:
    """One side of the table."""

    label: str
    sitters: tuple[Sitter, ...]


@dataclass(frozen=True)
class GroupView:
    """People of one group, who did not sit at the table."""

    words: SectionWords
    people: tuple[PersonItem, ...]


@dataclass(frozen=True)
class CastView:
    """What ``pages/cast.html`` shows."""

    opening: Opening
    board: SectionWords | None
    table: BoardTable | None
    sides: tuple[Side, ...]
    groups: tuple[GroupView, ...]


def cast_page(story: Story) -> Iterator[Blank]:
    """The cast, if there is a person."""
    if not story.graph.all(Person):
        return
    sheet = Sheet(story, "cast.html", "cast")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    story, head = sheet.story, opening(sheet, "cast")
    people, sitting = story.graph.all(Person), story.graph.sitting
    seated = {seat.person.id for seat in sitting}
    view = CastView(
        opening=head,
        board=section(sheet, "cast", "board") if sitting else None,
        table=board_table(story.graph, Moment.AFTER, story.words) if sitting else None,
        sides=tuple(_sides(sheet, sitting)),
        groups=tuple(_groups(sheet, [p for p in people if p.id not in seated])),
    )
    return finish(sheet, "cast", view, (head.title, head.lede))


def _sides(sheet: Sheet, sitting: Sequence[Seat]) -> Iterator[Side]:
    board = sheet.story.graph.board
    sides = [(side.id, side.label) for side in board.sides] if board else []
    known = {id_ for id_, _ in sides}
    for id_, label in [*sides, (None, "")]:
        found = [
            Sitter(
                person_item(sheet, seat.person),
                role(sheet, seat.person, seat.membership),
                ballots_of(sheet, seat.person),
            )
            for seat in sitting
            if (seat.membership.side if seat.membership.side in known else None) == id_
        ]
        if found:
            yield Side(label, tuple(found))


def _groups(sheet: Sheet, people: Sequence[Person]) -> Iterator[GroupView]:
    groups = {group.id: group.label for group in sheet.story.settings.groups}
    for id_, label in groups.items():
        found = [person for person in people if person.group == id_]
        if found:
            head = section(sheet, "cast", id_, label)
            yield GroupView(head, tuple(person_item(sheet, person) for person in found))
    rest = [person for person in people if person.group not in groups]
    if rest:
        head = section(sheet, "cast", "rest")
        yield GroupView(head, tuple(person_item(sheet, person) for person in rest))
