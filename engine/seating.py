"""Graph → who sits at a board's table when a motion is put, and who on the day after.

Knows terms and votes; nothing of how a table is drawn.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf
from zoneinfo import ZoneInfo

from engine.dates import Bound, Date, Held, Open, holds, local_day, parse, possible_span, span
from engine.graph import Graph, terms_at
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person


class Moment(StrEnum):
    """When a table is looked at: as a motion is put, or on the day after."""

    BEFORE = "before"
    AFTER = "after"


class State(StrEnum):
    """What has become of a seat by the day after a motion."""

    STAYS = "stays"
    SITS = "sits"
    """On the day after; whether before is not known."""
    JOINED = "joined"
    REMOVED = "removed"
    LEFT = "left"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sitter:
    """A person with a term at the table, and whether it covers the motion and the day after."""

    person: Person
    membership: Membership
    side: int | None
    """Which of the board's sides, counted from 0; None where it is not said."""
    before: Held
    after: Held

    @property
    def state(self) -> State:
        """What has become of the seat."""
        if self.after is Held.YES:
            arrived = {Held.YES: State.STAYS, Held.UNKNOWN: State.SITS, Held.NO: State.JOINED}
            return arrived[self.before]
        if Held.UNKNOWN in (self.before, self.after):
            return State.UNKNOWN
        return State.REMOVED if self.membership.ended == "removed" else State.LEFT


@dataclass(frozen=True)
class Reach:
    """How far a term reaches, in instants of ``dates.spans``: None is not known, ``inf`` is open.

    It begins between ``begin`` and ``surely`` and ends between ``still`` and ``end``.
    """

    begin: float | None
    surely: float | None
    still: float | None
    end: float | None


_SUREST = (Held.YES, Held.UNKNOWN, Held.NO)


def seating(graph: Graph, board: Organization, motion: Motion) -> tuple[Sitter, ...]:
    """Who sits at the table, surely or perhaps, when a motion is put or on the day after."""
    people = {seat.person.id: seat.person for seat in graph.seats(board)}
    found = (sitter(graph, board, motion, person) for person in people.values())
    return tuple(s for s in found if s and {s.before, s.after} != {Held.NO})


def sitter(graph: Graph, board: Organization, motion: Motion, person: Person) -> Sitter | None:
    """A person at the table, or None if they never had a term there.

    Of several terms the one counts that covers the motion most surely.
    """
    found = [(term, *_held(graph, motion, person, term)) for term in terms_at(board, person)]
    if not found:
        return None
    term, before, _ = min(found, key=lambda row: _SUREST.index(row[1]))
    after = min((row[2] for row in found), key=_SUREST.index)
    return Sitter(person, term, side(board, term), before, after)


def side(board: Organization, term: Membership) -> int | None:
    """Which of a board's sides a term belongs to, counted from 0."""
    ids = [each.id for each in board.sides]
    return ids.index(term.side) if term.side in ids else None


def reach(graph: Graph, motion: Motion | None, person: Person, term: Membership) -> Reach:
    """How far a term reaches: by its own dates, and by a vote that the person had in a motion."""
    begin, surely = _limits(term.from_, -inf, graph.zone)
    still, end = _limits(term.until, inf, graph.zone)
    if motion and _sat(graph, motion, person, term) is Held.YES:
        put = span(motion.date, graph.zone)
        surely = _least(surely, put.end)
        still = None if put.start is None else max(put.start, -inf if still is None else still)
    # Nobody leaves before coming, so each end of a term limits the other.
    return Reach(begin, _least(surely, end), begin if still is None else still, end)


def _least(first: float | None, second: float | None) -> float | None:
    known = [instant for instant in (first, second) if instant is not None]
    return min(known, default=None)


def _limits(bound: Bound, limit: float, zone: ZoneInfo) -> tuple[float | None, float | None]:
    if isinstance(bound, Date):
        whole = possible_span(bound, zone)
        return whole.start, whole.end
    return (limit, limit) if bound is Open.OPEN else (None, None)


def _held(graph: Graph, motion: Motion, person: Person, term: Membership) -> tuple[Held, Held]:
    """Whether a term covers the motion without beginning with it, and the day after."""
    on = _sat(graph, motion, person, term)
    eve, morrow = _days_around(motion.date, graph.zone)
    came_that_day = not _votes(motion, person, term) and graph.held(term, eve) is Held.NO
    taken = Open.OPEN if on is Held.YES else term.from_
    after = holds(taken, term.until, morrow, graph.zone)
    return Held.NO if came_that_day else on, after


def _sat(graph: Graph, motion: Motion, person: Person, term: Membership) -> Held:
    """Whether somebody sat on the day of a motion; who is listed as a voter did."""
    on = graph.held(term, motion.date)
    return Held.YES if on is Held.UNKNOWN and _votes(motion, person, term) else on


def _votes(motion: Motion, person: Person, term: Membership) -> bool:
    voters = {vote.voter.id for vote in motion.votes}
    return motion.organization.id == term.organization.id and person.id in voters


def _days_around(when: Date, zone: ZoneInfo) -> tuple[Date, Date]:
    """The last day that lies before a date and the first after it; itself on an open side."""
    whole = possible_span(when, zone)
    return (
        when if whole.start is None else _day(whole.start, -1, zone),
        when if whole.end is None else _day(whole.end - 1, 1, zone),
    )


def _day(instant: int, step: int, zone: ZoneInfo) -> Date:
    number = local_day(instant, zone).toordinal() + step
    day = date.fromordinal(min(max(number, 1), date.max.toordinal()))
    return parse(day.isoformat())
