"""The graph → every place where a text names a record: in a field, a citation or a link.

Drafts count too. It must not know what is to be done about a mention.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.diagnostics import Place
from engine.graph import Graph
from engine.kinds import KINDS
from engine.kinds.change import Change
from engine.kinds.correction import Correction
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.page import SECTIONS
from engine.kinds.record import Key
from engine.kinds.source import Source
from engine.links import OWN_PAGES, path_in_site
from engine.markdown import Link
from engine.nodes import Items, Text
from engine.records import Entry


@dataclass(frozen=True)
class Mention:
    """A record's id as it stands in a text."""

    place: Place
    """Where the reference begins: it may open with a quotation mark or an ``@``."""
    written: str
    """The reference as written, such as ``person/jane-doe`` or ``../people/jane-doe.md#roles``."""
    start: int
    """Where in ``written`` the id begins."""
    to: Key
    by: Key | None
    """The record that it stands in; None: site.yaml."""


def mentions(graph: Graph) -> tuple[Mention, ...]:
    """Every mention of a record, whether it is there or not, in the order of files and lines."""
    paths = {entry.document.path: entry.key for entry in graph.entries}
    found = [*_in_settings(graph)]
    for entry in graph.entries:
        found += _in_fields(entry)
        found += [
            Mention(one.place, one.source, 0, (Source.kind, one.source), entry.key)
            for one in entry.citations
        ]
        for link in entry.links:
            found += _in_link(link, paths, entry.key)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.place, one.start)))


def _in_settings(graph: Graph) -> Iterator[Mention]:
    settings = graph.settings
    for field, kind, id_ in (
        ("board", Organization, settings.board),
        ("motion", Motion, settings.motion),
    ):
        if id_ is not None:
            yield Mention(settings.where(field), id_, 0, (kind.kind, id_), None)


def _in_fields(entry: Entry) -> Iterator[Mention]:
    """References, and the two fields that name records in ways of their own."""
    for ref in entry.refs:
        yield Mention(ref.place, ref.id, 0, (ref.kind, ref.id), entry.key)
    record = entry.record
    if isinstance(record, Evidence):
        for id_ in record.bears_on:
            place = record.where.key("bears_on", id_)
            yield Mention(place, id_, 0, (Explanation.kind, id_), entry.key)
    if isinstance(record, Correction | Change):
        about = record.where.mapping.get("about")
        for text in about if isinstance(about, Items) else ():
            kind, slash, id_ = text.partition("/") if isinstance(text, Text) else ("", "", "")
            if slash:
                yield Mention(text.place, str(text), len(kind) + 1, (kind, id_), entry.key)


def _in_link(link: Link, paths: dict[str, Key], by: Key) -> Iterator[Mention]:
    """A link to a record's file, to a record that is a part of an engine's page, or to both."""
    path, target = path_in_site(link), link.target
    before, mark, fragment = target.partition("#")
    if path in paths and before:
        start = len(before) - len(paths[path][1] + ".md")
        yield Mention(link.place, target, start, paths[path], by)
    page = path.removeprefix(OWN_PAGES).removesuffix(".md")
    if not mark or path != f"{OWN_PAGES}{page}.md" or page not in SECTIONS:
        return
    for to in _parts_of(page, fragment):
        if to in paths.values():
            yield Mention(link.place, target, len(target) - len(to[1]), to, by)


def _parts_of(page: str, fragment: str) -> Iterator[Key]:
    """The records that a fragment of an engine's page may name."""
    for kind in KINDS:
        url, _, part = kind.address.partition("#")
        opening = part.removesuffix("{id}")
        if url == f"{page}.html" and part and fragment.startswith(opening):
            yield (kind.kind, fragment.removeprefix(opening))
    if page == "explanations":
        yield (Explanation.kind, fragment)
