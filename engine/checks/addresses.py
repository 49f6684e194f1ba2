"""Two outputs never share an address, not even on a disk that folds upper and lower case."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic, Place
from engine.graph import Graph
from engine.kinds.page import SECTIONS, Page
from engine.links import Addresses, address

RESERVED = ("404", "print", "changes", "search", "index-a-z", "site")
"""Names of pages that are the engine's own, now or in a later version."""


def check_addresses(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Records, aliases and the engine's own pages each have an address to themselves."""
    taken: dict[str, str] = {f"{name}.html": "a page that the engine makes" for name in RESERVED}
    for entry in graph.published:
        record = entry.record
        if record is None or (isinstance(record, Page) and record.id in SECTIONS):
            continue
        same = {e.document.path for e in graph.published if e.key == entry.key}
        urls = [(address(record), Place(record.path))]
        for alias in record.aliases:
            urls.append((record.address.format(id=alias), record.where("aliases")))
        for url, place in urls:
            folded = url.casefold()
            if folded in taken and "#" not in url and taken[folded] not in same:
                message = f"'{url}' is also the address of {taken[folded]}"
                hint = "rename the file" if place.line == 1 else "delete the alias"
                yield Diagnostic(place, "same-address", message, hint)
            taken.setdefault(folded, record.path)
    for path in sorted(addresses.static):
        if path.casefold() in taken:
            message = f"'{path}' is also the address of {taken[path.casefold()]}"
            yield Diagnostic(Place(path), "same-address", message, "rename the file")
