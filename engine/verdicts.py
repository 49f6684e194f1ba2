"""Graph → Groups: the corrections by verdict, and the page on which those of each stand.

A long page is split, so that none is heavy; knows nothing of what a page looks like.
"""

from dataclasses import dataclass

from engine.graph import Graph
from engine.kinds.correction import VERDICTS, Correction

MAIN = "corrections.html"
KEY = "key"
"""The id of those that change the story."""
MOST = 80
"""So many stand in full on the main page; a group for which there is no room has its own."""


@dataclass(frozen=True)
class Group:
    """The corrections of one verdict, or those that change the story."""

    id: str
    corrections: tuple[Correction, ...]
    url: str
    """The page on which they stand in full."""


def groups(graph: Graph) -> tuple[Group, ...]:
    """All groups that have a correction, in their order; each correction is in one."""
    found: list[Group] = []
    for id_ in (KEY, *VERDICTS):
        some = tuple(
            one for one in graph.all(Correction) if id_ == (KEY if one.key else one.verdict)
        )
        there = sum(len(group.corrections) for group in found if group.url == MAIN)
        is_near = not there or there + len(some) <= MOST
        if some:
            found.append(Group(id_, some, MAIN if is_near else f"corrections-{id_}.html"))
    return tuple(found)


def moved(graph: Graph) -> dict[str, str]:
    """For the address of each correction that stands apart the one at which it is whole."""
    return {
        f"{MAIN}#{one.id}": f"{group.url}#{one.id}"
        for group in groups(graph)
        for one in group.corrections
        if group.url != MAIN
    }
