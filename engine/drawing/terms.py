"""Graph → the terms at a board's table: whose, how far each reaches, and the same in words.

Knows when, not where anything is drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, isfinite
from zoneinfo import ZoneInfo

from engine.dates import (
    Bound,
    Date,
    Open,
    Point,
    Span,
    in_short,
    in_words,
    local_day,
    parse,
    possible_span,
)
from engine.drawing.figure import Words
from engine.drawing.marks import date_words
from engine.graph import Graph, terms_at
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person
from engine.seating import Reach, reach, side

A_DAY = 24 * 60
"""Minutes: the shortest axis."""


@dataclass(frozen=True)
class Holder:
    """Somebody who held a seat."""

    name: str
    reaches: tuple[Reach, ...]
    """Of each term, in order."""
    is_removed: bool
    word: str
    """How the last term ended; empty while it goes on, or if that is not known."""
    sentence: str


@dataclass(frozen=True)
class Change:
    """From an instant on, so many seats are surely held."""

    instant: float
    count: int


@dataclass(frozen=True)
class Terms:
    """All terms at a table: of those who left, then of the removed, then of who stays."""

    board: str
    holders: tuple[Holder, ...]
    vote: Span | None
    """When the motion was put."""
    vote_date: str
    marks: tuple[tuple[float, str], ...]
    """The instants that are known of dates other than the vote's, in order, and the dates."""
    is_to_scale: bool
    """Whether any of these dates has both a beginning and an end."""

    @property
    def extent(self) -> tuple[int, int]:
        """The first and the last instant that is known."""
        vote = (self.vote.start, self.vote.end) if self.vote else ()
        instants = (at for r in self.reaches for at in (r.begin, r.surely, r.still, r.end))
        known = [int(at) for at in (*instants, *vote) if at is not None and isfinite(at)]
        first, last = min(known, default=0), max(known, default=0)
        return first, max(last, first + A_DAY)

    @property
    def voted(self) -> float | None:
        """The middle of the motion's date, or its one end that is known."""
        ends = (self.vote.start, self.vote.end) if self.vote else ()
        known = [at for at in ends if at is not None]
        return sum(known) / len(known) if known else None

    @property
    def reaches(self) -> list[Reach]:
        """Of every term."""
        return [each for holder in self.holders for each in holder.reaches]

    @property
    def changes(self) -> list[Change]:
        """When it changes how many seats are surely held; nothing where all is order only."""
        steps: dict[float, int] = {}
        for each in self.reaches if self.is_to_scale else ():
            if each.surely is not None and each.still is not None and each.surely < each.still:
                steps[each.surely] = steps.get(each.surely, 0) + 1
                steps[each.still] = steps.get(each.still, 0) - 1
        counts = {at: sum(steps[past] for past in steps if past <= at) for at in sorted(steps)}
        return [Change(at, counts[at]) for at in counts if isfinite(at) and steps[at]]


def board_terms(graph: Graph, words: Words) -> Terms | None:
    """The terms at the site's board; None without one, or if nobody is known to have sat there."""
    board, motion = graph.board, graph.motion
    people = {s.person.id: s.person for s in graph.seats(board)} if board else {}
    if board is None or not people:
        return None
    motion = motion if motion and motion.organization.id == board.id else None
    teller = _Teller(graph, board, motion, words)
    put = _in_days(motion.date, graph) if motion else None
    vote = possible_span(put, graph.zone) if put else None
    dates = {b for p in people.values() for t in terms_at(board, p) for b in (t.from_, t.until)}
    spans = {d: possible_span(d, graph.zone) for d in dates if isinstance(d, Date)}
    own = {d: whole for d, whole in spans.items() if not (vote and _is_then(whole, vote))}
    ends = [(d, at) for d, whole in own.items() for at in (whole.start, whole.end)]
    return Terms(
        board.name,
        tuple(teller.holder(person) for person in sorted(people.values(), key=teller.order)),
        vote,
        teller.short(put) if put else "",
        tuple(sorted((float(at), teller.short(d)) for d, at in ends if at is not None)),
        any(w.start is not None and w.end is not None for w in own.values()),
    )


def scale_of(terms: Terms, words: Words) -> str:
    """Whether a drawing of the terms is to scale."""
    return words["figure.terms.scale" if terms.is_to_scale else "figure.terms.order"]


def sentences(terms: Terms, words: Words, zone: ZoneInfo) -> tuple[str, ...]:
    """All that a drawing of the terms says."""
    said = [words["figure.terms.said_scale"].format(scale=scale_of(terms, words))]
    if terms.vote_date:
        said.append(words["figure.terms.said_vote"].format(date=terms.vote_date))
    said += [holder.sentence for holder in terms.holders]
    days = [(parse(local_day(int(c.instant), zone).isoformat()), c.count) for c in terms.changes]
    counts = [
        words["figure.terms.count"].format(n=n, date=in_words(day, date_words(words), zone))
        for day, n in days
    ]
    if counts:
        counted = words["figure.list.apart"].join(counts)
        said.append(words["figure.terms.counts"].format(counts=counted))
    return tuple(said)


def _in_days(when: Date, graph: Graph) -> Date:
    """A date without its time."""
    start = possible_span(when, graph.zone).start
    if when.points[0].clock is None or start is None:
        return when
    return parse(local_day(start, graph.zone).isoformat())


def _is_then(whole: Span, vote: Span) -> bool:
    """Whether all that is known of a date lies within that of the vote, so that it adds nothing."""
    start, end = _or(vote.start, -inf), _or(vote.end, inf)
    return all(start <= at <= end for at in (whole.start, whole.end) if at is not None)


@dataclass(frozen=True)
class _Teller:
    """What is said of people is made from this."""

    graph: Graph
    board: Organization
    motion: Motion | None
    words: Words

    def terms(self, person: Person) -> list[tuple[Membership, Reach]]:
        """A person's terms, in order."""
        found = [
            (term, reach(self.graph, self.motion, person, term))
            for term in terms_at(self.board, person)
        ]
        return sorted(found, key=lambda term: (_or(term[1].begin, -inf), _or(term[1].end, inf)))

    def order(self, person: Person) -> tuple[int, float, int]:
        """Those who left by when, the removed and those who stay by their side."""
        last, whole = self.terms(person)[-1]
        number = side(self.board, last)
        place = len(self.board.sides) if number is None else number
        if last.ended == "removed":
            return 1, 0, place
        return (0, _or(whole.end, inf), place) if _has_ended(last) else (2, 0, place)

    def holder(self, person: Person) -> Holder:
        """A person with all terms."""
        found = self.terms(person)
        last = found[-1][0]
        terms = " ".join(self._said(person, *term) for term in found)
        return Holder(
            person.name,
            tuple(whole for _, whole in found),
            last.ended == "removed",
            self._ended(last),
            self.words["figure.terms.person"].format(name=person.name, terms=terms),
        )

    def _ended(self, term: Membership) -> str:
        how = term.ended if term.ended in ("removed", "resigned", "expired") else "left"
        return self.words[f"figure.seat.{how}"] if _has_ended(term) else ""

    def _said(self, person: Person, term: Membership, whole: Reach) -> str:
        end, ended = self._bound(term.until, "end"), self._ended(term)
        if ended:
            end = self.words["figure.terms.ended"].format(date=end, word=ended)
        start = self._bound(term.from_, "start")
        said = self.words["figure.terms.term"].format(start=start, end=end)
        by_vote = whole != reach(self.graph, None, person, term)
        return f"{said} {self.words['figure.terms.voted']}" if by_vote else said

    def _bound(self, bound: Bound, which: str) -> str:
        if isinstance(bound, Date):
            return self._dated(bound, in_words)
        return self.words[f"figure.terms.open_{which}" if bound else "figure.terms.unknown"]

    def short(self, when: Date) -> str:
        """A date for a line across the drawing."""
        return self._dated(when, in_short)

    def _dated(self, when: Date, said: Callable[[Date, Words, ZoneInfo], str]) -> str:
        """A date in words; of one with a single end, that it is before or after that."""
        words, zone = date_words(self.words), self.graph.zone
        if len(when.points) == len(when.sides):
            return said(when, words, zone)
        key = "later" if isinstance(when.sides[0], Point) else "by"
        end = said(parse(when.text.strip("./")), words, zone)
        return self.words[f"figure.terms.{key}"].format(date=end)


def _or(instant: float | None, limit: float) -> float:
    return limit if instant is None else instant


def _has_ended(term: Membership) -> bool:
    """Whether it is over: one that ended "on this day or later, or never" need not be."""
    until = term.until
    return term.ended is not None or (isinstance(until, Date) and until.sides[-1] is not Open.OPEN)
