"""Two records never share an address, not even on a disk that folds upper and lower case."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic, Place
from engine.graph import Graph
from engine.kinds.page import SECTIONS, Page
from engine.kinds.record import Record
from engine.links import Addresses, address

RESERVED = ("404", "print", "changes", "search", "index-a-z", "site")
"""Names of pages that are the engine's own, now or in a later version."""


def check_addresses(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Records, aliases and the engine's own pages each have an address to themselves.

    Two records of one kind and id are told as such, and not for their address as well.
    """
    ours = ("", "a page that the engine makes")
    taken = {f"{name}.html": ours for name in RESERVED}
    for entry in graph.published:
        record = entry.record
        if record is None or (isinstance(record, Page) and record.id in SECTIONS):
            continue
        for url, place in _addresses(record):
            key, whose = taken.setdefault(url.casefold(), (record.id, record.path))
            if whose != record.path and (key != record.id or place.line > 1):
                message = f"'{url}' is also the address of {whose}"
                hint = "rename the file" if place.line == 1 else "delete the alias"
                yield Diagnostic(place, "same-address", message, hint)
            elif place.line > 1 and url == address(record):
                message = f"'{url}' is the record's own address"
                yield Diagnostic(place, "same-address", message, "delete the alias")


def _addresses(record: Record) -> Iterator[tuple[str, Place]]:
    """A record's own address and those of its aliases, with the place of each."""
    yield address(record), Place(record.path)
    for alias in record.aliases:
        yield record.address.format(id=alias), record.where.item("aliases", alias)
