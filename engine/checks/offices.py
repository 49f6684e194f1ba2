"""No post has more holders at once than it has seats.

Only what is certain counts: a term lasts at least from the latest day on which it may have begun
to the earliest on which it may have ended, and whoever hands over on a day is not there beside
the successor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, isinf
from zoneinfo import ZoneInfo

from engine.dates import Bound, Date, Open, local_day, possible_span
from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.kinds.organization import Organization, Post
from engine.links import Addresses


@dataclass(frozen=True)
class _Stay:
    """The days between which somebody certainly holds a post, night by night."""

    holder: str
    begin: float
    end: float


def check_posts(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """More holders than seats are an error; two of a post without a number may be right."""
    for body in graph.all(Organization):
        for post in body.posts:
            seats = graph.members(body)
            stays = [
                _Stay(seat.person.id, *certain_days(term.from_, term.until, graph.zone))
                for seat in seats
                for term in [seat.membership]
                if term.post == post.id
            ]
            begin, holders = most_at_once(stays)
            if len(holders) > (1 if post.seats is None else post.seats):
                yield _crowded(post, begin, holders)


def _crowded(post: Post, begin: float, holders: Sequence[str]) -> Diagnostic:
    on = "" if isinf(begin) else f" on {date.fromordinal(int(begin)).isoformat()}"
    who = ", ".join(f"'{holder}'" for holder in holders)
    if post.seats is None:
        message = f"{len(holders)} people hold '{post.id}' at once{on}: {who}"
        hint = "say for how many it is with 'seats: …', or when the earlier term ended"
        return Diagnostic(post.where("id"), "two-holders", message, hint, Severity.WARNING)
    seats = "1 seat" if post.seats == 1 else f"{post.seats} seats"
    message = f"'{post.id}' has {seats}, but {len(holders)} people hold it at once{on}: {who}"
    hint = "which is right: the seats, or the terms in their files?"
    return Diagnostic(post.where("seats"), "too-many-members", message, hint)


def certain_days(taken: Bound, left: Bound, zone: ZoneInfo) -> tuple[float, float]:
    """The day by which a term has certainly begun, and that up to which it has certainly not ended.

    As ordinals of days, infinite where open; the first is not before the second if nothing is
    certain.
    """
    starts, ends = _reach(taken, -inf, zone), _reach(left, inf, zone)
    if starts[0] > ends[1]:
        return inf, -inf  # it runs backwards, which is told elsewhere
    return min(starts[1], ends[1]), max(starts[0], ends[0])


def _reach(bound: Bound, limit: float, zone: ZoneInfo) -> tuple[float, float]:
    if isinstance(bound, Date):
        span = possible_span(bound, zone)
        first = -inf if span.start is None else local_day(span.start, zone).toordinal()
        last = inf if span.end is None else local_day(span.end - 1, zone).toordinal()
        return first, last
    return (limit, limit) if bound is Open.OPEN else (-inf, inf)


def most_at_once(stays: Sequence[_Stay]) -> tuple[float, list[str]]:
    """The largest number of people who hold a post over one night, and the first such day."""
    best: tuple[float, list[str]] = (inf, [])
    for begin in sorted({stay.begin for stay in stays}):
        there = sorted({stay.holder for stay in stays if stay.begin <= begin < stay.end})
        if len(there) > len(best[1]):
            best = (begin, there)
    return best
