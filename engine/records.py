"""Documents → Records: each front matter read as the type that its folder names.

Knows the kinds; does not know what is on a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.diagnostics import Diagnostic, Place, Severity
from engine.documents import Document, File, read_document
from engine.fields import Own, decode
from engine.kinds import FOLDERS, KINDS
from engine.kinds.record import Key, Record
from engine.markdown import Citation, Link
from engine.values import Ref

_TYPES = {kind.kind: kind for kind in KINDS}


@dataclass(frozen=True)
class Entry:
    """A document and what became of it: ``record`` is None if its fields are at fault."""

    document: Document
    record: Record | None
    refs: tuple[Ref[object], ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def key(self) -> Key:
        """What identifies the record."""
        return (self.document.kind, self.document.id)

    @property
    def is_draft(self) -> bool:
        """Whether it says of itself that it is not to be published."""
        front = self.document.front
        return front is not None and front.get("draft") == "true"


def read_entry(file: File) -> Entry:
    """One file → one Entry: a pure function of its path and bytes."""
    return decode_record(read_document(file, FOLDERS[file.path.rpartition("/")[0]]))


def decode_record(document: Document) -> Entry:
    """One document → one Entry: its front matter read as the type of its kind."""
    kind, body = _TYPES[document.kind], document.body
    if document.front is None:
        return Entry(document, None, (), body.citations, body.links, document.faults)
    own: Own = {" id": document.id, " path": document.path, " body": body}
    decoded = decode(kind, document.front, own)
    met = decoded.gathered
    return Entry(
        document,
        decoded.record,
        tuple(met.refs),
        (*met.citations, *body.citations, *(c for p in met.prose for c in p.citations)),
        (*body.links, *(link for p in met.prose for link in p.links)),
        (*document.faults, *decoded.faults, *(f for p in met.prose for f in p.faults)),
    )


def same_ids(entries: Iterable[Entry]) -> list[Diagnostic]:
    """Two files of one kind and id, from two folders: a fault at the second."""
    first: dict[Key, Entry] = {}
    faults = []
    for entry in entries:
        other = first.setdefault(entry.key, entry)
        if other is not entry:
            kind, id_ = entry.key
            message = f"a second {kind} with the id '{id_}'"
            hint = f"rename this file or {other.document.path}"
            faults.append(Diagnostic(Place(entry.document.path), "same-id", message, hint))
    return faults


def unwritten(entries: Iterable[Entry]) -> list[Diagnostic]:
    """The places of entries that are still to be written; in a draft they may wait."""
    message, hint = "this is still to be written", "write what it asks for, and delete the mark"
    return [
        Diagnostic(place, "unwritten", message, hint, severity)
        for entry in entries
        for severity in [Severity.WARNING if entry.is_draft else Severity.ERROR]
        for place in entry.document.unwritten
    ]
