"""Graph → Groups: the corrections by verdict, and the page on which those of each stand.

A long page is split, so that none is heavy; knows nothing of what a page looks like.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.graph import Graph
from engine.kinds.correction import VERDICTS, Correction

MAIN = "corrections.html"
KEY = "key"
"""The id of those that change the story."""
ROOM = 20_000
"""Characters for which there is room on the main page; a group that has none has its own page."""


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
        there = sum(_length(group.corrections) for group in found if group.url == MAIN)
        is_near = not there or there + _length(some) <= ROOM
        if some:
            found.append(Group(id_, some, MAIN if is_near else f"corrections-{id_}.html"))
    return tuple(found)


def _length(corrections: Iterable[Correction]) -> int:
    """The characters of what they say."""
    texts = [(one.title, one.claim, one.finding, one.body.source or "") for one in corrections]
    return sum(len(text) for some in texts for text in some)


def moved(graph: Graph) -> dict[str, str]:
    """For the address of each correction that stands apart the one at which it is whole."""
    return {
        f"{MAIN}#{one.id}": f"{group.url}#{one.id}"
        for group in groups(graph)
        for one in group.corrections
        if group.url != MAIN
    }
