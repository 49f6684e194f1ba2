"""data/events.csv and data/people.csv: a row for each event, and for each person.

Format: RFC 4180, in UTF-8, with a row of names. Knows nothing of other formats.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.dates import Open, in_words, precision_in_words, reach_in_iso
from engine.exports.traces import page_of, traces
from engine.kinds.event import Event
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person
from engine.markdown import Citation
from engine.rendering import Output
from engine.values import Ref
from engine.views.page import Page
from engine.views.story import Story

BETWEEN = " | "
"""Between the several values of one cell."""


def events_table(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The events in order of time."""
    rows = [_event(story, event) for event in story.graph.all(Event)]
    if rows:
        yield Output("data/events.csv", _csv(rows))


def people_table(story: Story, pages: Sequence[Page]) -> Iterator[Output]:
    """The people in their alphabet."""
    rows = [_person(story, person) for person in story.graph.all(Person)]
    if rows:
        yield Output("data/people.csv", _csv(rows))


def _event(story: Story, event: Event) -> dict[str, str | None]:
    zone, words = story.graph.zone, story.date_words
    earliest, before = reach_in_iso(event.date, zone)
    return {
        "id": event.id,
        "title": event.title,
        "summary": event.summary,
        "date": event.date.text,
        "earliest": earliest,
        "before": before,
        "date_in_words": in_words(event.date, words, zone),
        "precision": precision_in_words(event.date, words),
        "known": event.known.text if event.known else None,
        "status": event.status.value,
        "disputed": event.disputed,
        "attribution": event.attribution,
        "strand": story.strand_label(event) or None,
        "place": event.place,
        "key": "true" if event.key else "false",
        "people": _ids(event.people),
        "organizations": _ids(event.organizations),
        **_found(story, event, event.cites),
    }


def _person(story: Story, person: Person) -> dict[str, str | None]:
    groups = {group.id: group.label for group in story.settings.groups}
    places = [membership.cites for membership in person.memberships]
    return {
        "id": person.id,
        "name": person.name,
        "sort_name": person.sort_name,
        "other_names": BETWEEN.join(other.name for other in person.other_names),
        "group": groups.get(person.group or ""),
        "summary": person.summary,
        "status": person.status and person.status.value,
        "disputed": person.disputed,
        "attribution": person.attribution,
        "memberships": BETWEEN.join(_membership(story, one) for one in person.memberships),
        **_found(story, person, [*person.cites, *(cite for cites in places for cite in cites)]),
    }


def _membership(story: Story, one: Membership) -> str:
    """``Director of The board, 2018/?, removed (reported)``; ``?`` is not known, ``..`` is open."""
    body: Organization = story.graph[one.organization]
    posts = {post.id: post.label for post in body.posts}
    role = one.role or posts.get(one.post or "") or story.words["role.member"]
    sides = (
        bound.value if isinstance(bound, Open) else bound.text if bound else "?"
        for bound in (one.from_, one.until)
    )
    ended = f", {one.ended}" if one.ended else ""
    status = f" ({one.status.value})" if one.status else ""
    return f"{role}: {body.name}, {' to '.join(sides)}{ended}{status}"


def _found(
    story: Story, record: Event | Person, citations: Iterable[Citation]
) -> dict[str, str | None]:
    found = traces(story, citations)
    return {
        "cites": BETWEEN.join(trace.cite for trace in found),
        "sources": BETWEEN.join(trace.words for trace in found),
        "page": page_of(story, record),
    }


def _ids(refs: Iterable[Ref[Person]] | Iterable[Ref[Organization]]) -> str:
    return BETWEEN.join(ref.id for ref in refs)


def _csv(rows: Sequence[Mapping[str, str | None]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
