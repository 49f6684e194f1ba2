"""Graph → the states of the structure: what stands at the end of some days, and what has changed.

Knows terms, ties and bodies; nothing of how a state is drawn or said.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from engine.dates import Bound, Date, Held, Open, holds, local_day, parse, possible_span, span
from engine.graph import Graph, Seat
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization, Tie
from engine.kinds.person import Membership

MOST = 12
"""So many states are shown; the changes of a day that is left out come with the next one."""
ONE_DAY = timedelta(days=1)
T = TypeVar("T")


class Change(StrEnum):
    """What has become of something since the state before."""

    BEGAN = "began"
    ENDED = "ended"
    SURE = "sure"
    """It stands; whether it did before is not known."""
    PERHAPS = "perhaps"
    """It may stand, and did not before."""
    UNSURE = "unsure"
    """It stood; whether it still does is not known."""


CHANGES = {
    (Held.NO, Held.YES): Change.BEGAN,
    (Held.NO, Held.UNKNOWN): Change.PERHAPS,
    (Held.UNKNOWN, Held.YES): Change.SURE,
    (Held.YES, Held.UNKNOWN): Change.UNSURE,
    (Held.YES, Held.NO): Change.ENDED,
    (Held.UNKNOWN, Held.NO): Change.ENDED,
}


@dataclass(frozen=True)
class Tied:
    """A tie and the body from which it goes out."""

    body: Organization
    tie: Tie


@dataclass(frozen=True)
class Standing(Generic[T]):
    """Something that stands, does not, or is not known to."""

    what: T
    held: Held


@dataclass(frozen=True)
class State:
    """What stands at the end of a day; each row has the same things in every state."""

    day: date
    label: str
    """What the author calls it; mostly nothing."""
    seats: tuple[Standing[Seat], ...]
    """Every term at the board's table."""
    posts: tuple[Standing[Seat], ...]
    """Every term in another post, and in a role of which a date is known."""
    ties: tuple[Standing[Tied], ...]
    bodies: tuple[Standing[Organization], ...]
    """Those that are drawn."""


@lru_cache(2)
def states(graph: Graph) -> tuple[State, ...]:
    """The states that the site names, else those at which something certainly changes.

    The first of these is the day before the motion. None if nothing has changed since.
    """
    named = {_last_day(graph, state.date): state.label or "" for state in graph.settings.states}
    days = sorted(named) or _days(graph)
    return tuple(_state(graph, day, named.get(day, "")) for day in days)


def changes(
    before: Sequence[Standing[T]], now: Sequence[Standing[T]]
) -> Iterator[tuple[Change, T]]:
    """What differs between one row of two states."""
    for old, new in zip(before, now, strict=True):
        if old.held is not new.held:
            yield CHANGES[old.held, new.held], new.what


def most_seats(graph: Graph) -> int:
    """How many seats of the board are, or may be, held at once in one of the states."""
    found = [sum(s.held is not Held.NO for s in state.seats) for state in states(graph)]
    return max(found, default=0)


def eve(graph: Graph) -> date | None:
    """The day before the motion that the site leads with."""
    if graph.motion is None:
        return None
    start = possible_span(graph.motion.date, graph.zone).start
    return None if start is None else _before(local_day(start, graph.zone))


def _state(graph: Graph, day: date, label: str) -> State:
    board, bodies = graph.board, graph.all(Organization)
    table = graph.seats(board) if board else ()
    others = [seat for body in bodies for seat in graph.members(body)
              if _is_post(seat.membership) and seat not in table]  # fmt: skip
    ties = [Tied(body, tie) for body in bodies for tie in body.ties]
    drawn = [body for body in bodies if body.row is not None]
    return State(
        day,
        label,
        tuple(Standing(seat, _seated(graph, seat, day)) for seat in table),
        tuple(Standing(s, stood(graph, s.membership.from_, s.membership.until, day))
              for s in others),
        tuple(Standing(t, stood(graph, t.tie.from_, t.tie.until, day)) for t in ties),
        tuple(Standing(b, stood(graph, b.founded or Open.OPEN, b.dissolved or Open.OPEN, day))
              for b in drawn),
    )  # fmt: skip


def _is_post(term: Membership) -> bool:
    """Whether it is a post of the body, or a role of which a date is known."""
    return bool(term.post or isinstance(term.from_, Date) or isinstance(term.until, Date))


def stood(graph: Graph, start: Bound, end: Bound, day: date) -> Held:
    """Whether something that runs from a bound to another stands at the end of a day."""
    return _both(*_bounded(graph, start, end, day))


def _seated(graph: Graph, seat: Seat, day: date) -> Held:
    """Whether somebody sits at the end of a day; who votes has come and has not yet left."""
    begun, lasts = _bounded(graph, seat.membership.from_, seat.membership.until, day)
    for voted in _votes(graph, seat):
        if begun is Held.UNKNOWN and _before(voted) <= day:
            begun = Held.YES
        if lasts is Held.UNKNOWN and day < voted:
            lasts = Held.YES
    return _both(begun, lasts)


def _both(begun: Held, lasts: Held) -> Held:
    if Held.NO in (begun, lasts):
        return Held.NO
    return Held.YES if begun is lasts is Held.YES else Held.UNKNOWN


def _bounded(graph: Graph, start: Bound, end: Bound, day: date) -> tuple[Held, Held]:
    """Whether something has begun by the end of a day, and whether it lasts into the next.

    Nothing begins and ends on one day: what ends tomorrow has begun, what began today lasts.
    """
    zone, morrow = graph.zone, _after(day)
    begun = holds(start, Open.OPEN, _date(day), zone)
    lasts = holds(Open.OPEN, end, _date(morrow), zone)
    if begun is Held.UNKNOWN and lasts is Held.YES:
        ends_then = holds(Open.OPEN, end, _date(_after(morrow)), zone) is Held.NO
        begun = Held.YES if ends_then else begun
    if lasts is Held.UNKNOWN and begun is Held.YES:
        is_new = holds(start, Open.OPEN, _date(_before(day)), zone) is Held.NO
        lasts = Held.YES if is_new else lasts
    return begun, lasts


def _votes(graph: Graph, seat: Seat) -> Iterator[date]:
    """The days on which a term must have been running, since its holder had a vote."""
    board = seat.membership.organization
    for motion in graph.all(Motion):
        day = _last_day(graph, motion.date)
        is_voter = seat.person.id in {vote.voter.id for vote in motion.votes}
        if is_voter and motion.organization.id == board.id and _is_only_term(graph, seat, motion):
            yield day


def _is_only_term(graph: Graph, seat: Seat, motion: Motion) -> bool:
    """Whether no other term of the same person can be the one that had the vote."""
    board = graph[seat.membership.organization]
    of_person = [other for other in graph.seats(board) if other.person is seat.person]
    able = [s for s in of_person if graph.held(s.membership, motion.date) is not Held.NO]
    return able == [seat]


def _days(graph: Graph) -> list[date]:
    """The day before the motion and the later ones by which something has certainly changed."""
    found = _changed(graph)
    first = eve(graph)
    if first is None:
        first = _before(min(found, default=date.max))
    later = sorted(day for day in found if day > first)
    while len(later) >= MOST:
        gaps = {day: after - day for day, after in pairwise(later)}
        later.remove(min(gaps, key=lambda day: (*found[day], gaps[day])))
    return [first, *later] if later else []


def _changed(graph: Graph) -> dict[date, tuple[int, int]]:
    """For each day how many terms of the board, and how many things in all, change by it."""
    board, bodies = graph.board, graph.all(Organization)
    terms = [seat.membership for seat in (graph.seats(board) if board else ())]
    drawn = {body.id for body in bodies if body.row is not None}
    ties = [tie for body in bodies if body.id in drawn for tie in body.ties
            if tie.to.id in drawn and not tie.absent]  # fmt: skip
    bounds = [bound for term in terms for bound in (term.from_, term.until)]
    others = [bound for tie in ties for bound in (tie.from_, tie.until)]
    others += [when for b in bodies if b.id in drawn for when in (b.founded, b.dissolved)]
    seated, all_ = (
        Counter(_last_day(graph, bound) for bound in some if _is_closed(graph, bound))
        for some in (bounds, [*bounds, *others])
    )
    return {day: (seated[day], count) for day, count in all_.items() if day < date.max}


def _is_closed(graph: Graph, bound: Bound) -> bool:
    """Whether it is known by when something has happened."""
    return isinstance(bound, Date) and span(bound, graph.zone).end is not None


def _last_day(graph: Graph, when: Bound) -> date:
    """The day by whose end something has certainly happened."""
    assert isinstance(when, Date), "only dates are asked for"
    end = possible_span(when, graph.zone).end
    return date.max if end is None else local_day(end - 1, graph.zone)


def _before(day: date) -> date:
    return max(day, date.min + ONE_DAY) - ONE_DAY


def _after(day: date) -> date:
    return min(day, date.max - ONE_DAY) + ONE_DAY


def _date(day: date) -> Date:
    return parse(day.isoformat())
