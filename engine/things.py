"""Record → schema.org: an event, a person, a body, a term or a source as search engines read it.

Knows the vocabulary of https://schema.org/ and nothing of pages but their addresses. It has no
word for how well a thing is known: what is weakly known is left out or called so in its name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.dates import Bound, Date, in_words, machine, precision_in_words, sides_in_iso
from engine.kinds.event import Event
from engine.kinds.organization import Organization
from engine.kinds.person import Membership, Person
from engine.kinds.record import Record
from engine.kinds.source import Source
from engine.kinds.term import Term
from engine.links import address
from engine.views.story import FIRM, Story

Thing = dict[str, object]
"""A node of JSON-LD."""


@dataclass(frozen=True)
class Describer:
    """Describes records on one page, on which ``to`` writes an address from the site's root."""

    story: Story
    to: Callable[[str], str]

    def thing(self, record: Record | None) -> Thing | None:
        """What a page about a record is about; None where the vocabulary has nothing to say."""
        if isinstance(record, Event):
            return self._event(record)
        if isinstance(record, Person):
            return self._person(record)
        if isinstance(record, Organization):
            return self._organization(record)
        return self.source(record) if isinstance(record, Source) else None

    def named(self, record: Person | Organization) -> Thing:
        """Only who it is."""
        kind = "Person" if isinstance(record, Person) else "Organization"
        return {"@type": kind, "@id": self._id(record), "name": record.name}

    def source(self, source: Source) -> Thing:
        """A source as a work: what it is called, whose it is, when it appeared, where it is."""
        work = "Article" if source.type == "article" else "CreativeWork"
        date = machine(source.date, self.story.graph.zone) if source.date else None
        return said(
            {
                "@type": work,
                "@id": self._id(source),
                "name": source.title,
                "author": source.author and {"@type": "Person", "name": source.author},
                "publisher": source.publisher
                and {"@type": "Organization", "name": source.publisher},
                "datePublished": date,
                "inLanguage": source.language,
                "url": source.url or source.archive_url,
            }
        )

    def cited(self, source: Source) -> Thing:
        """A source as a page cites it."""
        url = source.url or source.archive_url
        return said(
            {"@type": "CreativeWork", "@id": self._id(source), "name": source.title, "url": url}
        )

    def term(self, term: Term) -> Thing:
        """A term and what it means."""
        url = self.to(address(term))
        return {"@type": "DefinedTerm", "@id": url, "name": term.title, "description": term.summary}

    def _event(self, event: Event) -> Thing:
        story, graph = self.story, self.story.graph
        start, end = sides_in_iso(event.date, graph.zone)
        when = in_words(event.date, story.date_words, graph.zone)
        precision = precision_in_words(event.date, story.date_words)
        status = story.words[f"status.{event.status}"]
        people = [self.named(graph[ref]) for ref in event.people]
        return said(
            {
                "@type": "Event",
                "@id": self._id(event),
                "name": story.headline(event),
                "description": event.summary,
                "disambiguatingDescription": f"{when} ({precision}). {status}.",
                "startDate": start,
                "endDate": end if end != start else None,
                "location": event.place and {"@type": "Place", "name": event.place},
                "about": [*people, *(self.named(graph[ref]) for ref in event.organizations)],
            }
        )

    def _person(self, person: Person) -> Thing:
        bodies = self.story.graph
        picture = person.portrait and self.to(f"static/{person.portrait.file}")
        return said(
            {
                **self.named(person),
                "alternateName": list(dict.fromkeys(o.name for o in person.other_names)),
                "description": person.summary,
                "image": picture,
                "subjectOf": [{"@type": "WebPage", "url": link.url} for link in person.links],
                "memberOf": [
                    self._role(one, "memberOf", self.named(bodies[one.organization]))
                    for one in person.memberships
                    if one.status is None or one.status in FIRM
                ],
            }
        )

    def _organization(self, body: Organization) -> Thing:
        return said(
            {
                **self.named(body),
                "alternateName": list(dict.fromkeys(o.name for o in body.other_names)),
                "description": body.summary,
                "foundingDate": self._date(body.founded),
                "dissolutionDate": self._date(body.dissolved),
                "member": [
                    self._role(seat.membership, "member", self.named(seat.person))
                    for seat in self.story.graph.members(body)
                    if seat.membership.status is None or seat.membership.status in FIRM
                ],
            }
        )

    def _role(self, one: Membership, property_: str, other: Thing) -> Thing:
        """The other end of a membership, seen through the role, which has the dates."""
        posts = {post.id: post.label for post in self.story.graph[one.organization].posts}
        return said(
            {
                "@type": "OrganizationRole",
                "roleName": one.role or posts.get(one.post or ""),
                "startDate": self._date(one.from_),
                "endDate": self._date(one.until),
                property_: other,
            }
        )

    def _date(self, bound: Bound) -> str | None:
        """A date that is known well enough to be told without a word of doubt."""
        return machine(bound, self.story.graph.zone) if isinstance(bound, Date) else None

    def _id(self, record: Record) -> str:
        """The thing itself, apart from the page about it."""
        return self.to(f"{address(record)}#{record.kind}")


def said(fields: Mapping[str, object]) -> Thing:
    """The properties that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
