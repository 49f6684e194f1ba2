"""Graph → what the events of a timeline can be filtered by, and the classes that say so.

Knows nothing of pages. The style sheet, which is the same for every site, hides what has not the
class of a choice; so people and strands have numbers there and not names.
"""

from collections.abc import Sequence

from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.person import Person
from engine.kinds.record import STATUSES, Status
from engine.settings import Labelled

MOST = 6
"""So many people, and as many strands, have a number in the style sheet."""
OFTEN = 2
"""Somebody in fewer events needs no filter: their own page shows them."""


def statuses(graph: Graph) -> tuple[Status, ...]:
    """How events are known, from the firmest; the number is that of the status, from 1."""
    found = {event.status for event in graph.all(Event)}
    return tuple(status for status in STATUSES if status in found)


def people(graph: Graph) -> tuple[Person, ...]:
    """Who takes part most often, in the order of their numbers, which begin at 1."""
    return tuple(p for p, count in graph.busiest if count >= OFTEN)[:MOST]


def strands(graph: Graph) -> tuple[Labelled, ...]:
    """The site's strands that have an event, in the order of their numbers."""
    found = {event.strand for event in graph.all(Event)}
    return tuple(strand for strand in graph.settings.strands if strand.id in found)[:MOST]


def classes(graph: Graph, events: Sequence[Event]) -> str:
    """The classes of an event, or of several that are drawn as one: ``f p2 t3 x1``."""
    known = {event.status for event in events}
    found = [f"x{n}" for n, status in enumerate(STATUSES, 1) if status in known]
    return " ".join([row_classes(graph, events), *found])


def row_classes(graph: Graph, events: Sequence[Event]) -> str:
    """The classes of a row of events, which is hidden if none of them has the one chosen."""
    inside = {ref.id for event in events for ref in event.people}
    told = {event.strand for event in events}
    found = [f"p{n}" for n, person in enumerate(people(graph), 1) if person.id in inside]
    found += [f"t{n}" for n, strand in enumerate(strands(graph), 1) if strand.id in told]
    return " ".join(["f", *found])
