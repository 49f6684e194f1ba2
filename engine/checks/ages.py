"""A source cannot report what came after it."""

from collections.abc import Iterator

from engine.dates import Date, possible_span
from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.kinds.source import Source
from engine.links import Addresses
from engine.statements import Statement, statements


def check_ages(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Not all that a statement rests on is older than what it says.

    Nothing is said where one of its sources is not dated: that one may be young enough.
    """
    for entry in graph.published:
        told: set[tuple[str, ...]] = set()  # each vote of a motion would say it again
        for statement in statements(entry.record) if entry.record else ():
            dated = _dated_sources(graph, statement)
            for field, when in statement.happened:
                are_older = all(_is_before(graph, date, when) for date in dated.values())
                if dated and are_older and (when.text, *sorted(dated)) not in told:
                    told.add((when.text, *sorted(dated)))
                    yield _older(statement, field, when, dated)


def _dated_sources(graph: Graph, statement: Statement) -> dict[str, Date]:
    """The dates of the sources, or nothing if one of them has none."""
    sources = [graph.find(Source, citation.source) for citation in statement.cites]
    dates = {source.id: source.date for source in sources if source and source.date}
    return dates if len(dates) == len({citation.source for citation in statement.cites}) else {}


def _is_before(graph: Graph, source: Date, when: Date) -> bool:
    end, start = possible_span(source, graph.zone).end, possible_span(when, graph.zone).start
    return end is not None and start is not None and end <= start


def _older(statement: Statement, field: str, when: Date, dated: dict[str, Date]) -> Diagnostic:
    sources = ", ".join(f"'{source}' ({date.text})" for source, date in dated.items())
    older = f"rests only on what is older than its '{field}' ({when.text})"
    message, hint = f"{statement.what} {older}: {sources}", "cite what was written afterwards"
    place = statement.cites[0].place
    return Diagnostic(place, "older-source", message, hint, Severity.WARNING)
