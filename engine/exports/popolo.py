"""data/site.json: the whole story as data, with Popolo's names where Popolo has one.

Format: https://www.popoloproject.com/specs/. What it has no name for stands under ``explainer``,
in objects of its own classes, and in lists that it does not know. Knows nothing of other formats.
"""

from collections.abc import Iterator, Sequence

from engine.dates import Bound, Date, machine, sides_in_iso
from engine.exports.beyond import beyond, in_text, other_names, ours, said, sources
from engine.exports.traces import Object, given, in_json
from engine.kinds.event import Event
from engine.kinds.motion import Motion, Vote
from engine.kinds.organization import Organization, Tie
from engine.kinds.person import Membership, Person
from engine.links import absolute
from engine.rendering import Output
from engine.views.page import Page
from engine.views.story import Story


def popolo(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """People, bodies, memberships, posts, motions, votes and events; then what is not Popolo's."""
    graph = story.graph
    people, bodies, motions = graph.all(Person), graph.all(Organization), graph.all(Motion)
    data = {
        "site": _site(story),
        "persons": [_person(story, person) for person in people],
        "organizations": [_organization(story, body) for body in bodies],
        "memberships": [
            _membership(story, f"{person.id}-{number}", person, membership)
            for person in people
            for number, membership in enumerate(person.memberships, 1)
        ],
        "posts": [post for body in bodies for post in _posts(body)],
        "motions": [_motion(story, motion) for motion in motions],
        "vote_events": [_vote_event(story, motion) for motion in motions],
        "events": [_event(story, event) for event in graph.all(Event)],
        **beyond(story),
    }
    yield Output("data/site.json", in_json(data))


def _site(story: Story) -> Object:
    settings = story.settings
    return given(
        {
            "title": settings.title,
            "description": settings.description,
            "url": settings.base_url,
            "language": settings.language,
            "timezone": str(story.graph.zone),
            "publisher": settings.publisher,
            "reviewed": settings.reviewed and settings.reviewed.text,
            "licence": settings.licence,
        }
    )


def _person(story: Story, person: Person) -> Object:
    groups = {group.id: group.label for group in story.settings.groups}
    portrait = person.portrait
    return given(
        {
            "id": person.id,
            "name": person.name,
            "sort_name": person.sort_name,
            "other_names": other_names(person),
            "summary": person.summary,
            "image": absolute(story.settings, f"static/{portrait.file}") if portrait else None,
            "links": [given({"url": link.url, "note": link.label}) for link in person.links],
            "sources": sources(story, person.cites),
            "explainer": ours(story, person, {"group": groups.get(person.group or "")}),
        }
    )


def _organization(story: Story, body: Organization) -> Object:
    own = {
        "founded": body.founded and body.founded.text,
        "dissolved": body.dissolved and body.dissolved.text,
        "sides": [{"id": side.id, "label": side.label} for side in body.sides],
        "ties": [_tie(tie) for tie in body.ties],
        "rules": [
            said(rule.status, rule.cites, {"label": rule.label, "text": rule.text})
            for rule in body.rules
        ],
    }
    return given(
        {
            "id": body.id,
            "name": body.name,
            "other_names": other_names(body),
            "classification": body.classification,
            "founding_date": _day(story, body.founded),
            "dissolution_date": _day(story, body.dissolved),
            "description": body.summary,
            "sources": sources(story, body.cites),
            "explainer": ours(story, body, own),
        }
    )


def _tie(tie: Tie) -> Object:
    own = {
        "kind": tie.kind,
        "to": tie.to.id,
        "label": tie.label,
        "from": in_text(tie.from_),
        "until": in_text(tie.until),
        "absent": tie.absent or None,
    }
    return said(tie.status, tie.cites, own)


def _membership(story: Story, id_: str, person: Person, one: Membership) -> Object:
    own = {
        "from": in_text(one.from_),
        "until": in_text(one.until),
        "ended": one.ended,
        "side": one.side,
    }
    return given(
        {
            "id": id_,
            "person_id": person.id,
            "organization_id": one.organization.id,
            "role": one.role,
            "post_id": f"{one.organization.id}-{one.post}" if one.post else None,
            "start_date": _day(story, one.from_),
            "end_date": _day(story, one.until),
            "sources": sources(story, one.cites),
            "explainer": said(one.status, one.cites, own),
        }
    )


def _posts(body: Organization) -> Iterator[Object]:
    for post in body.posts:
        yield given(
            {
                "id": f"{body.id}-{post.id}",
                "label": post.label,
                "organization_id": body.id,
                "explainer": given({"seats": post.seats}),
            }
        )


def _motion(story: Story, motion: Motion) -> Object:
    own = {
        "title": motion.title,
        "summary": motion.summary,
        "date": motion.date.text,
        "seats": motion.seats,
        "needed": motion.needed,
    }
    return given(
        {
            "id": motion.id,
            "organization_id": motion.organization.id,
            "text": motion.text,
            "date": machine(motion.date, story.graph.zone),
            "requirement": str(motion.requirement),
            "result": motion.result,
            "sources": sources(story, motion.cites),
            "explainer": ours(story, motion, own),
        }
    )


def _vote_event(story: Story, motion: Motion) -> Object:
    counts = motion.counts.model_dump() if motion.counts else {}
    return given(
        {
            "id": motion.id,
            "motion_id": motion.id,
            "organization_id": motion.organization.id,
            "start_date": machine(motion.date, story.graph.zone),
            "result": motion.result,
            "counts": [{"option": option, "value": count} for option, count in counts.items()],
            "votes": [_vote(vote) for vote in motion.votes],
            "sources": sources(story, motion.cites),
        }
    )


def _vote(vote: Vote) -> Object:
    """A vote that is only implied, or not known, is no option of Popolo's: it would look cast."""
    is_cast = not vote.implied and vote.option != "unknown"
    own = {"option": vote.option, "implied": vote.implied or None}
    return given(
        {
            "voter_id": vote.voter.id,
            "option": vote.option if is_cast else None,
            "explainer": said(vote.status, vote.cites, own),
        }
    )


def _event(story: Story, event: Event) -> Object:
    start, end = sides_in_iso(event.date, story.graph.zone)
    own = {
        "date": event.date.text,
        "known": event.known and event.known.text,
        "key": event.key or None,
        "people": [ref.id for ref in event.people],
        "organizations": [ref.id for ref in event.organizations],
    }
    return given(
        {
            "id": event.id,
            "name": story.headline(event),
            "description": event.summary,
            "start_date": start,
            "end_date": end if end != start else None,
            "location": event.place,
            "classification": story.strand_label(event) or None,
            "sources": sources(story, event.cites),
            "explainer": ours(story, event, own),
        }
    )


def _day(story: Story, bound: Bound) -> str | None:
    """A year, month or day; a bound that lies somewhere in a span, or is in doubt, has none."""
    iso = machine(bound, story.graph.zone) if isinstance(bound, Date) else None
    return iso and iso.partition("T")[0]
