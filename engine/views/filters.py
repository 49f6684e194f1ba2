"""The filters of the timeline: by how well an event is known, by person, by strand."""

from dataclasses import dataclass
from typing import TypeVar

from engine.filtering import people, statuses, strands
from engine.kinds.record import STATUSES, Status
from engine.views.sheet import Sheet

T = TypeVar("T")
FEWEST = 6
"""Fewer events are seen at a glance."""


@dataclass(frozen=True)
class Choice:
    """Something to choose: its number in the style sheet, its id, its name."""

    number: int
    id: str
    name: str


@dataclass(frozen=True)
class Filters:
    """What can be chosen; a row with but one choice is empty."""

    events: int
    statuses: tuple[tuple[int, Status], ...]
    people: tuple[Choice, ...]
    strands: tuple[Choice, ...]


def filters(sheet: Sheet, events: int) -> Filters | None:
    """The filters of a page with so many events; None where there is little to filter."""
    graph = sheet.story.graph
    known = [(STATUSES.index(status) + 1, status) for status in statuses(graph)]
    someone = [Choice(n, person.id, person.name) for n, person in enumerate(people(graph), 1)]
    threads = [Choice(n, strand.id, strand.label) for n, strand in enumerate(strands(graph), 1)]
    found = Filters(events, several(known), several(someone), several(threads))
    shown = found.statuses or found.people or found.strands
    return found if shown and events >= FEWEST else None


def several(choices: list[T]) -> tuple[T, ...]:
    """The choices, if there is more than one."""
    return tuple(choices) if len(choices) > 1 else ()
