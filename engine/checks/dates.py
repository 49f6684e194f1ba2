"""Times have a zone, and spans run forward."""

from collections.abc import Iterator

from engine.dates import Bound, Date, runs_backwards
from engine.diagnostics import Diagnostic
from engine.fields import Part
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from engine.kinds.source import Source
from engine.links import Addresses


def check_timezone(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """A time without a zone is in the site's, so the site must name one."""
    if graph.settings.timezone is not None or "timezone" in graph.settings.refused:
        return
    for event in graph.all(Event):
        for field, date in (("date", event.date), ("known", event.known)):
            if date is not None and date.needs_zone:
                yield _zoneless(event, field, date)
    for motion in graph.all(Motion):
        if motion.date.needs_zone:
            yield _zoneless(motion, "date", motion.date)


def _zoneless(record: Part, field: str, date: Date) -> Diagnostic:
    message = f"'{date.text}' is a time without a zone, and the site names none"
    hint = "add 'timezone: Europe/Paris' to site.yaml, or an offset such as +01:00"
    return Diagnostic(record.where(field), "missing-timezone", message, hint)


def check_terms(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Nothing ends before it begins, and nothing is known before it happens."""
    for person in graph.all(Person):
        for term in person.memberships:
            yield from _forward(graph, term, ("from", term.from_), ("until", term.until))
    for body in graph.all(Organization):
        yield from _forward(graph, body, ("founded", body.founded), ("dissolved", body.dissolved))
        for tie in body.ties:
            yield from _forward(graph, tie, ("from", tie.from_), ("until", tie.until))
    for era in graph.settings.eras:
        yield from _forward(graph, era, ("from", era.from_), ("until", era.until))
    for source in graph.all(Source):
        yield from _forward(graph, source, ("date", source.date), ("accessed", source.accessed))
    for event in graph.all(Event):
        yield from _forward(graph, event, ("date", event.date), ("known", event.known))


def _forward(
    graph: Graph, part: Part, first: tuple[str, Bound], last: tuple[str, Bound]
) -> Iterator[Diagnostic]:
    (start_name, start), (end_name, end) = first, last
    if isinstance(start, Date) and isinstance(end, Date) and runs_backwards(start, end, graph.zone):
        message = f"'{end_name}' ({end.text}) lies before '{start_name}' ({start.text})"
        yield Diagnostic(part.where(end_name), "runs-backwards", message, "are they exchanged?")
