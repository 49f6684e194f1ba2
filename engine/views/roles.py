"""Views of terms and votes: what somebody was, from when to when, and how they voted."""

from dataclasses import dataclass

from engine.dates import Date, Kind, Open, Point
from engine.dates import parse as parse_date
from engine.kinds.motion import Motion, Vote
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person
from engine.kinds.record import Status
from engine.links import Link
from engine.views.page import Mark
from engine.views.sheet import Sheet


@dataclass(frozen=True)
class Role:
    """A membership in words."""

    holder: Link
    body: Link
    role: str
    side: str
    term: str
    ended: str
    status: Status | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Ballot:
    """A vote in words."""

    voter: Link
    motion: Link
    option: str
    implied: bool
    status: Status | None
    marks: tuple[Mark, ...]


def role(sheet: Sheet, person: Person, membership: Membership) -> Role:
    """A membership in words; its post's label where it has no words of its own."""
    body, words = sheet.story.graph[membership.organization], sheet.story.words
    posts = {post.id: post.label for post in body.posts}
    sides = {side.id: side.label for side in body.sides}
    post = posts.get(membership.post or "", words["role.member"])
    return Role(
        sheet.link(person),
        sheet.link(body),
        membership.role or post,
        sides.get(membership.side or "", ""),
        term(sheet, membership),
        words[f"ended.{membership.ended}"] if membership.ended else "",
        membership.status,
        sheet.marks(membership.cites),
    )


def term(sheet: Sheet, membership: Membership) -> str:
    """From when to when, as a sentence, with what is not known said as such."""
    start, end = membership.from_, membership.until
    key = f"term.{_sort(start)}.{_sort(end)}"
    said = sheet.story.words[key].format(start=_said(sheet, start), end=_said(sheet, end))
    return said[:1].upper() + said[1:]


def _said(sheet: Sheet, bound: Date | Open | None) -> str:
    """A bound in words; one that is an interval lies somewhere in it, perhaps never reached."""
    if not isinstance(bound, Date):
        return ""
    if bound.kind is not Kind.INTERVAL:
        return sheet.moment(bound).words
    first, _, last = bound.text.partition("/")
    has_first, has_last = (isinstance(side, Point) for side in bound.sides)
    which = "by" if not has_first else "within" if has_last else "later"
    said = {"by": last, "within": bound.text, "later": first}[which]
    return sheet.story.words[f"term.{which}"].format(date=sheet.moment(parse_date(said)).words)


def _sort(bound: Date | Open | None) -> str:
    if bound is None:
        return "unknown"
    return "date" if isinstance(bound, Date) else "open"


def ballot(sheet: Sheet, motion: Motion, vote: Vote) -> Ballot:
    """A vote in words."""
    return Ballot(
        sheet.link(sheet.story.graph[vote.voter]),
        sheet.link(motion),
        sheet.story.words[f"option.{vote.option}"],
        vote.implied,
        vote.status,
        sheet.marks(vote.cites),
    )


def ballots_of(sheet: Sheet, person: Person) -> tuple[Ballot, ...]:
    """Every vote of a person."""
    return tuple(
        ballot(sheet, motion, vote)
        for motion in sheet.story.graph.all(Motion)
        for vote in motion.votes
        if vote.voter.id == person.id
    )


def members_of(sheet: Sheet, body: Organization) -> tuple[Role, ...]:
    """Everybody who is or was something in an organization."""
    seats = sheet.story.graph.members(body)
    return tuple(role(sheet, seat.person, seat.membership) for seat in seats)
