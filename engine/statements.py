"""Record → Statements: each thing that is said with a status, with sources or with a date.

Knows which parts of a record say something; not what may be wrong with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dates import Bound, Date
from engine.fields import Part
from engine.kinds.event import Event
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation, Proponent
from engine.kinds.motion import Motion, Vote
from engine.kinds.organization import Organization, Rule, Tie
from engine.kinds.page import Answer, Page
from engine.kinds.person import Membership, Person
from engine.kinds.record import Record, Status
from engine.markdown import Citation

Said = Membership | Tie | Rule | Vote | Proponent | Answer
"""The parts of records that say something."""
DECIDED = ("removed", "resigned")
"""How a term ends that nobody knew of beforehand; others may be told before they end."""


@dataclass(frozen=True)
class Statement:
    """Something that a record, or a part of one, says."""

    part: Part
    what: str
    """What it is, in words: ``the event``."""
    cites: tuple[Citation, ...]
    status: Status | None = None
    happened: tuple[tuple[str, Date], ...] = ()
    """When what it says came about, with the name of the field."""


def statements(record: Record) -> Iterator[Statement]:
    """All that a record says, itself and in its parts, which stand after it."""
    if isinstance(record, Event | Motion):
        when = (("date", record.date),)
        yield Statement(record, f"the {record.kind}", record.cites, record.status, when)
    elif isinstance(record, Evidence):
        yield Statement(record, "the evidence", record.cites, record.status)
    if isinstance(record, Motion):
        yield from (_of(vote, "the vote", ("date", record.date)) for vote in record.votes)
    elif isinstance(record, Person):
        yield from (_of(term, "the membership", *_term(term)) for term in record.memberships)
    elif isinstance(record, Organization):
        yield from (_of(tie, "the tie", ("from", tie.from_)) for tie in record.ties)
        yield from (_of(rule, "the rule") for rule in record.rules)
    elif isinstance(record, Explanation):
        yield from (_of(one, "the proponent") for one in record.proponents)
    elif isinstance(record, Page):
        yield from (_of(answer, "the answer") for answer in record.answer)


def _of(part: Said, what: str, *dates: tuple[str, Bound]) -> Statement:
    happened = tuple((name, bound) for name, bound in dates if isinstance(bound, Date))
    return Statement(part, what, part.cites, part.status, happened)


def _term(term: Membership) -> tuple[tuple[str, Bound], ...]:
    return ("from", term.from_), ("until", term.until if term.ended in DECIDED else None)
