"""Graph → the graph as it was before the motion: without bodies and ties that did not stand then.

Knows what is drawn of a structure; nothing of how, nor of the states that came later.
"""

from dataclasses import replace

from engine.dates import Held, Open
from engine.graph import Graph
from engine.kinds.organization import Organization
from engine.records import Entry
from engine.states import eve, stood


def before_motion(graph: Graph) -> Graph:
    """What may have stood on the day before the motion; all of it where there is no motion."""
    day = eve(graph)
    if day is None:
        return graph

    def then(entry: Entry) -> Entry:
        body = entry.record
        if not isinstance(body, Organization) or body.row is None:
            return entry
        founded, dissolved = body.founded or Open.OPEN, body.dissolved or Open.OPEN
        stands = stood(graph, founded, dissolved, day) is not Held.NO
        ties = [t for t in body.ties if stood(graph, t.from_, t.until, day) is not Held.NO]
        changed = {"row": body.row if stands else None, "ties": tuple(ties)}
        return replace(entry, record=body.model_copy(update=changed))

    return replace(graph, entries=tuple(map(then, graph.entries)))
