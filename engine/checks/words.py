"""The words of a page that the engine makes are for sections that it has."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic
from engine.graph import Graph
from engine.kinds.page import SECTIONS, Page
from engine.links import Addresses
from engine.nodes import Mapping, Node, Text
from engine.spelling import did_you_mean
from engine.wording import values, values_in


def check_sections(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Section ids are known; only the front page has an answer, only our pages have sections."""
    settings = graph.settings
    more = {"timeline": settings.eras, "known": settings.eras, "cast": settings.groups}
    unread = {"timeline": "eras", "known": "eras", "cast": "groups"}
    for page in graph.all(Page):
        known = [*SECTIONS.get(page.id, ()), *(part.id for part in more.get(page.id, ()))]
        for key in page.sections:
            if key not in known and unread.get(page.id) not in settings.refused:
                message = f"the page '{page.id}' has no section '{key}'"
                place = page.where.key("sections", key)
                yield Diagnostic(place, "unknown-section", message, did_you_mean(key, known))
        if page.answer and page.id != "index":
            message = "only the front page (index.md) has an answer"
            yield Diagnostic(page.where("answer"), "unknown-section", message, "move it there")


def check_values(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Values in braces, in the words of the engine's pages, are ones that are counted."""
    known = values(graph)
    for page in graph.all(Page):
        for text in _texts(page.where.mapping):
            for match in values_in(text):
                if match[1] not in known:
                    message = f"no value is called '{match[1]}'"
                    hint = did_you_mean(match[1], known)
                    place = text.locate(match[0])
                    yield Diagnostic(place, "unknown-value", message, hint)


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    else:
        for below in node.values() if isinstance(node, Mapping) else node:
            yield from _texts(below)
