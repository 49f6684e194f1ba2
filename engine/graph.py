"""Records → Graph: every record by its reference, who holds what when, who cites which passage.

Read-only; knows nothing of addresses or pages.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from engine import dates
from engine.dates import Date, Held
from engine.kinds.change import Change
from engine.kinds.correction import Correction
from engine.kinds.event import Event
from engine.kinds.explanation import Explanation
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person
from engine.kinds.record import Key, Record
from engine.kinds.source import Passage, Source
from engine.markdown import Citation
from engine.records import Entry
from engine.settings import Settings
from engine.values import Ref

LAST = 1_000_000
"""The rank of an explanation that has none."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Seat:
    """A person's term at a board's table."""

    person: Person
    membership: Membership


@dataclass(frozen=True, eq=False)
class Graph:
    """All that is published, and the entries that it came from. Equal to itself alone."""

    settings: Settings
    entries: tuple[Entry, ...]
    with_drafts: bool = False

    def __getitem__(self, ref: Ref[R]) -> R:
        """The record of a reference that has been checked."""
        record: R = self._records[(ref.kind, ref.id)]  # type: ignore[assignment]
        return record

    def by_key(self, key: Key) -> Record | None:
        """The record of a kind and an id, or None."""
        return self._records.get(key)

    def find(self, kind: type[R], id_: str | None) -> R | None:
        """The record of a kind with an id, or None."""
        record = self._records.get((kind.kind, id_ or ""))
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """The published records of a kind: events as time runs, changes against it, or by name."""
        found: tuple[R, ...] = self._sorted.get(kind.kind, ())  # type: ignore[assignment]
        return found

    @cached_property
    def _sorted(self) -> dict[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for record in self._records.values():
            found.setdefault(record.kind, []).append(record)
        return {kind: tuple(sorted(some, key=self._order)) for kind, some in found.items()}

    @property
    def zone(self) -> ZoneInfo:
        """The site's zone."""
        return self.settings.zone

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """The entries that are not drafts, or all with ``--drafts``."""
        return tuple(e for e in self.entries if self.with_drafts or not e.is_draft)

    @cached_property
    def _records(self) -> dict[Key, Record]:
        return {e.key: e.record for e in self.published if e.record is not None}

    def _order(self, record: Record) -> tuple[object, ...]:
        if isinstance(record, Event | Motion):
            return (*dates.sort_key(record.date, self.zone), record.id)
        if isinstance(record, Change):  # the latest first
            return (*(-at for at in dates.sort_key(record.date, self.zone)), record.id)
        if isinstance(record, Correction):
            return (record.id,)
        if isinstance(record, Explanation):
            return (LAST if record.rank is None else record.rank, record.title.casefold())
        if isinstance(record, Person):
            return ((record.sort_name or record.name).casefold(), record.id)
        return (getattr(record, "title", "").casefold(), record.id)

    def events_of(self, record: Person | Organization) -> tuple[Event, ...]:
        """The events that name a person or an organization, in order of time."""
        return tuple(
            event
            for event in self.all(Event)
            if record.ref in {(r.kind, r.id) for r in (*event.people, *event.organizations)}
        )

    @cached_property
    def busiest(self) -> tuple[tuple[Person, int], ...]:
        """Everybody with the number of events that name them, the largest first."""
        counts = Counter(ref.id for event in self.all(Event) for ref in event.people)
        people = sorted(self.all(Person), key=lambda person: -counts[person.id])
        return tuple((person, counts[person.id]) for person in people)

    @cached_property
    def motion(self) -> Motion | None:
        """The motion that the site leads with: the one it names, else the latest."""
        motions = self.all(Motion)
        return self.find(Motion, self.settings.motion) or (motions[-1] if motions else None)

    @cached_property
    def board(self) -> Organization | None:
        """The organization whose seats are drawn: the one named, else the motion's."""
        named = self.find(Organization, self.settings.board)
        first = next(iter(self.all(Motion)), None)
        return named or (self.find(Organization, first.organization.id) if first else None)

    def seats(self, organization: Organization) -> tuple[Seat, ...]:
        """Every known term at an organization's table."""
        people = self.all(Person)
        return tuple(Seat(one, term) for one in people for term in terms_at(organization, one))

    def held(self, membership: Membership, on: Date) -> Held:
        """Whether somebody held a membership on a day: yes, no or not known."""
        return dates.holds(membership.from_, membership.until, on, self.zone)

    @cached_property
    def sitting(self) -> tuple[Seat, ...]:
        """Who held, or may have held, a seat of the board on the day of the motion."""
        if self.board is None or self.motion is None:
            return ()
        day = self.motion.date
        seats = self.seats(self.board)
        return tuple(s for s in seats if self.held(s.membership, day) is not Held.NO)

    def members(self, organization: Organization) -> tuple[Seat, ...]:
        """Every membership of an organization, in any post."""
        return tuple(
            Seat(person, membership)
            for person in self.all(Person)
            for membership in person.memberships
            if membership.organization.id == organization.id
        )

    @cached_property
    def citing(self) -> dict[tuple[str, str | None], tuple[Entry, ...]]:
        """For each source and passage the published entries that rest on it."""
        found: dict[tuple[str, str | None], dict[Key, Entry]] = {}
        for entry in self.published:
            for citation in entry.citations:
                place = found.setdefault((citation.source, citation.passage), {})
                place[entry.key] = entry
        return {where: tuple(entries.values()) for where, entries in found.items()}

    @cached_property
    def seeds(self) -> frozenset[str]:
        """The ids of the sources that the site is derived from."""
        return frozenset(source.id for source in self.all(Source) if source.is_seed)

    @cached_property
    def has_two_voices(self) -> bool:
        """Whether there are sources besides those that the site is derived from."""
        return 0 < len(self.seeds) < len(self.all(Source))

    def citations_of(self, record: Record) -> tuple[Citation, ...]:
        """Everything that a record cites, in its fields and in its text."""
        return self._citations.get(record.ref, ())

    @cached_property
    def _citations(self) -> dict[Key, tuple[Citation, ...]]:
        return {entry.key: entry.citations for entry in self.published}

    def passages(self) -> Sequence[tuple[Source, Passage]]:
        """Every passage of every seed, in order."""
        return [(source, passage) for source in self.all(Source) for passage in source.passages]


def terms_at(organization: Organization, person: Person) -> tuple[Membership, ...]:
    """A person's terms at an organization's table.

    Where it has posts with a number of seats, only those count; else each membership does.
    """
    posts = {post.id for post in organization.posts if post.seats is not None}
    return tuple(
        term
        for term in person.memberships
        if term.organization.id == organization.id and (not posts or term.post in posts)
    )
