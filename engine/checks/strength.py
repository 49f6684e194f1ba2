"""No statement is marked better known than its sources allow, and none is counted twice.

What a source can carry is decided by the source, not by the kind of its passages: one that rests
on unnamed people stays so however plainly it speaks. A source that only repeats another is that
other one.
"""

from collections.abc import Iterator, Sequence

from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph
from engine.kinds.record import Status
from engine.kinds.source import Source
from engine.links import Addresses
from engine.markdown import Citation
from engine.resting import chain_of
from engine.statements import Statement, statements

FIRM = (Status.OFFICIAL, Status.FIRST_PERSON, Status.REPORTED)
"""What unnamed people cannot carry."""


def check_strength(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Statuses and numbers of sources agree with what the sources are."""
    for entry in graph.published:
        for statement in statements(entry.record) if entry.record else ():
            chains = [chain_of(graph, citation.source) for citation in statement.cites]
            if chains and all(any(one.anonymous for one in chain) for chain in chains):
                yield from _unnamed(statement, chains)
            yield from _twice(graph, statement.cites)
        for group in entry.record.body.groups if entry.record else ():
            yield from _twice(graph, group)


def _unnamed(statement: Statement, chains: Sequence[Sequence[Source]]) -> Iterator[Diagnostic]:
    """What is said of a statement whose sources all rest on unnamed people."""
    names = ", ".join(dict.fromkeys(f"'{chain[0].id}'" for chain in chains))
    if statement.status in FIRM:
        place, rests = statement.part.where("status"), f"rests only on unnamed people ({names})"
        message = f"marked '{statement.status}', but {statement.what} {rests}"
        hint = "write 'anonymous' or 'rumour', or cite a source with a name"
        yield Diagnostic(place, "overstated", message, hint, Severity.WARNING)
    elif statement.status is not Status.RUMOUR and len({chain[-1].id for chain in chains}) == 1:
        place = statement.cites[0].place
        message = f"{statement.what} rests on unnamed people in one source alone ({names})"
        hint = "cite a second source that does not repeat it, or mark it as 'rumour'"
        yield Diagnostic(place, "one-unnamed-source", message, hint, Severity.WARNING)


def _twice(graph: Graph, cites: Sequence[Citation]) -> Iterator[Diagnostic]:
    """Of two sources with one origin, the one that repeats."""
    origins: dict[str, str] = {}
    for citation in sorted(cites, key=lambda one: len(chain_of(graph, one.source))):
        chain = chain_of(graph, citation.source)
        origin = chain[-1].id if chain else citation.source
        first = origins.setdefault(origin, citation.source)
        if first != citation.source:
            message = f"'{citation.source}' and '{first}' count as one source"
            hint = f"'{citation.source}' only repeats '{chain[1].id}': cite one of the two"
            yield Diagnostic(citation.place, "counted-twice", message, hint, Severity.WARNING)


def check_repeats(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """No source repeats itself, be it by way of others; each ring is told once."""
    for source in graph.all(Source):
        chain = chain_of(graph, source.id)
        is_ring = chain[-1].repeats is not None and chain[-1].repeats.id == source.id
        if source.repeats and is_ring and source.id == min(one.id for one in chain):
            message = f"'{source.id}' repeats itself"
            way = " → ".join([*(one.id for one in chain), source.id])
            place = source.repeats.place
            yield Diagnostic(place, "repeats-itself", message, f"one of them was first: {way}")
