"""Citations → whose voice they are: the account that the site retells, or the record beside it.

Knows sources and nothing of how a voice is shown. A site of one voice alone has none to tell.
"""

from collections.abc import Collection
from enum import StrEnum

from engine.graph import Graph
from engine.kinds.record import Record
from engine.markdown import Citation


class Voice(StrEnum):
    """Whose voice something is told in."""

    ACCOUNT = "account"
    """That of the sources which the site is derived from."""
    RECORD = "record"
    """That of all others."""
    BOTH = "both"


def voice(graph: Graph, citations: Collection[Citation]) -> Voice | None:
    """Whose voice some citations are; None without any, and on a site that has but one voice."""
    if not citations or not graph.has_two_voices:
        return None
    from_seeds = {citation.source in graph.seeds for citation in citations}
    if len(from_seeds) > 1:
        return Voice.BOTH
    return Voice.ACCOUNT if True in from_seeds else Voice.RECORD


def voice_of(graph: Graph, record: Record) -> Voice | None:
    """Whose voice a record is told in: by its own citations, else by all that it holds."""
    return voice(graph, record.cites or graph.citations_of(record))
