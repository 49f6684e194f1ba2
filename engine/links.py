"""Record → Link, and addresses relative to the page that they stand on.

Knows where everything is published, not what it looks like.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from engine.graph import Graph
from engine.kinds.change import Change
from engine.kinds.correction import Correction
from engine.kinds.event import Event
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.page import SECTIONS, Page
from engine.kinds.person import Person
from engine.kinds.record import Key, Record
from engine.kinds.source import Source
from engine.kinds.term import Term
from engine.markdown import Link as Written
from engine.settings import Settings
from engine.urls import parts_of

SCHEMES = ("http", "https", "mailto")
OWN_PAGES = "content/pages/"


@dataclass(frozen=True)
class Link:
    """An address relative to the page it stands on, and the words for it."""

    url: str
    title: str
    lang: str | None = None
    """The language of the title where it is not the site's."""


@dataclass(frozen=True)
class Target:
    """What a written link leads to: an address of the site, or a fault in words."""

    url: str = ""
    fragment: str = ""
    wrong: str = ""
    """What was looked for in vain, outside what is wrong with the address."""
    is_outside: bool = False
    """Whether it leaves the site."""


@cache
def relative(url: str, to: str) -> str:
    """The address of ``to`` as written on the page at ``url``; both from the site's root."""
    if to.partition("#")[0] == url:
        return "#" + to.partition("#")[2] if "#" in to else posixpath.basename(url)
    path, mark, fragment = to.partition("#")
    return posixpath.relpath(path, posixpath.dirname(url) or ".") + mark + fragment


def address(record: Record) -> str:
    """Where a record is published, from the site's root."""
    return record.address.format(id=record.id)


def path_in_site(link: Written) -> str:
    """The file that a relative link names, from the site's folder; empty if it leads outside."""
    parts = parts_of(link.target)
    if parts is None or parts.scheme or link.target.startswith("//"):
        return ""
    folder = posixpath.dirname(link.place.path)
    named = posixpath.normpath(posixpath.join(folder, parts.path)) if parts.path else ""
    return named or link.place.path


def main_pages(graph: Graph) -> tuple[str, ...]:
    """The pages that the engine makes: those that have a record to show, and the front page."""
    shown: dict[str, tuple[type[Record], ...]] = {
        "timeline": (Event,),
        "cast": (Person,),
        "governance": (Organization, Motion),
        "explanations": (Explanation,),
        "sources": (Source,),
        "corrections": (Correction,),
        "glossary": (Term,),
        "changes": (Change,),
    }
    found = [name for name, kinds in shown.items() if any(graph.all(kind) for kind in kinds)]
    if any(event.known for event in graph.all(Event)):
        found.insert(found.index("timeline") + 1, "known")
    return ("index", *found)


def absolute(settings: Settings, url: str) -> str:
    """An address from the site's root with the site's own before it, where that is known."""
    return f"{settings.base_url.rstrip('/')}/{url}" if settings.base_url else url


def data_files(graph: Graph) -> tuple[str, ...]:
    """The files of open data that the site has something to write into; feeds need its address.

    By their addresses from the site's root; the interface's words name them.
    """
    events, people = graph.all(Event), graph.all(Person)
    shown = {
        "data/site.json": True,
        "data/timeline.json": events,
        "data/events.csv": events,
        "data/people.csv": people,
        "timeline.ics": events,
        "feed.xml": events and graph.settings.base_url,
        "changes.xml": graph.all(Change) and graph.settings.base_url,
    }
    return tuple(url for url, content in shown.items() if content)


@dataclass(frozen=True)
class Addresses:
    """Resolves what authors write: relative paths to Markdown files and to ``static/``."""

    graph: Graph
    static: frozenset[str]
    """The paths of the site's own static files, from the site's root."""

    @cached_property
    def by_path(self) -> dict[str, str]:
        """For each file or engine's page the address of what it became."""
        paths = {f"{OWN_PAGES}{name}.md": f"{name}.html" for name in main_pages(self.graph)}
        for entry in self.graph.published:
            if entry.record is not None:
                paths[entry.document.path] = address(entry.record)
        return paths

    @cached_property
    def _unready(self) -> set[str]:
        """Paths that exist but have no address yet: what is wrong with them is told elsewhere."""
        entries = self.graph.entries
        return {e.document.path for e in entries if e.record is None}

    @cached_property
    def drafts(self) -> set[Key]:
        """What may not be referred to."""
        return {e.key for e in self.graph.entries} - {e.key for e in self.graph.published}

    def resolve(self, link: Written) -> Target:
        """Where a link in prose leads."""
        parts = parts_of(link.target)
        if parts is None:
            return Target(link.target, wrong="host", is_outside=True)
        if parts.scheme or link.target.startswith("//"):
            known = parts.scheme in SCHEMES and bool(parts.netloc or parts.path)
            wrong = "" if known else f"scheme {parts.scheme}:"
            return Target(link.target, wrong=wrong, is_outside=True)
        path = path_in_site(link)
        url = self.by_path.get(path)
        if url is not None:
            page, _, own = url.partition("#")
            return Target(page, parts.fragment or own)
        if path in self.static:
            return Target(path)
        return Target() if path in self._unready else Target(wrong=path)

    def record_at(self, url: str) -> Record | None:
        """The record that has the page at an address to itself; None for the engine's pages."""
        return self._by_address.get(url)

    def anchors(self, url: str) -> set[str]:
        """The ids to which a link may lead on a page of a record or of the engine's."""
        name = url.removesuffix(".html")
        if name in SECTIONS:
            settings, words = self.graph.settings, self.graph.find(Page, name)
            eras = settings.eras
            spans = {"timeline": eras, "known": eras, "cast": settings.groups}.get(name, ())
            ids = {*SECTIONS[name], *(span.id for span in spans), *self._on_page(url)}
            return ids | _headings(words)
        record = self.record_at(url)
        passages = record.passages if isinstance(record, Source) else ()
        return {*(p.id for p in passages), *(record.parts if record else ())} | _headings(record)

    def _on_page(self, url: str) -> Iterator[str]:
        """The ids of the records that are published as a part of a page."""
        for kind in (Motion, Evidence, Correction, Term, Change):
            page, _, fragment = kind.address.partition("#")
            if page == url:
                yield from (fragment.format(id=record.id) for record in self.graph.all(kind))
        if url == "explanations.html":
            yield from (explanation.id for explanation in self.graph.all(Explanation))

    @cached_property
    def _by_address(self) -> dict[str, Record]:
        return {address(e.record): e.record for e in self.graph.published if e.record}


def _headings(record: Record | None) -> set[str]:
    return {heading.id for heading in record.body.headings} if record else set()
