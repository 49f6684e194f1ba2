"""Who is named with a body belongs to it at that time, as far as the terms are known."""

from collections.abc import Iterator

from engine.dates import Date, Held
from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.person import Person
from engine.links import Addresses


def check_presence(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """An event names nobody together with a body that they certainly were not in.

    Nothing is said of somebody who was, or may have been, in another of its bodies.
    """
    for event in graph.all(Event):
        named = [ref.id for ref in event.organizations]
        for ref in event.people:
            person = graph.find(Person, ref.id)
            held = _held(graph, person, event.date) if person else {}
            of_event = {body: held[body] for body in named if body in held}
            if person and of_event and set(of_event.values()) == {Held.NO}:
                bodies = ", ".join(f"'{body}'" for body in of_event)
                message = f"'{ref.id}' was not in {bodies} on {event.date.text}"
                hint = f"see 'memberships' in {person.path}"
                yield Diagnostic(ref.place, "outside-term", message, hint, Severity.WARNING)


def _held(graph: Graph, person: Person, when: Date) -> dict[str, Held]:
    """For each body that a person belonged to, the surest answer of all terms in it."""
    found: dict[str, Held] = {}
    for term in person.memberships:
        held = graph.held(term, when)
        if found.get(term.organization.id, Held.NO) is Held.NO:
            found[term.organization.id] = held
    return found
