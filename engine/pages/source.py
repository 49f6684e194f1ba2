"""One page per source: its record, and every passage with the pages that rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.page import SECTIONS
from engine.kinds.record import Status
from engine.kinds.source import Passage, Source
from engine.links import Link, address
from engine.markdown import Html
from engine.records import Entry
from engine.views.bibliography import Bibliography, bibliography
from engine.views.frame import finish
from engine.views.items import SectionWords, parts
from engine.views.page import Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class PassageRow:
    """A passage: its mark, how it is known, what it says, and what rests on it."""

    id: str
    mark: str
    kinds: tuple[Status, ...]
    gist: str
    opens: str | None
    repeats: tuple[str, str] | None
    """The mark and address of the passage that it repeats."""
    unused: str | None
    used_on: tuple[Link, ...]


@dataclass(frozen=True)
class SourceView:
    """What ``pages/source.html`` shows."""

    title: str
    lang: str | None
    record: Bibliography
    passages: tuple[PassageRow, ...]
    used_on: tuple[Link, ...]
    """What cites the source as a whole."""
    body: Html
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def source_pages(story: Story) -> Iterator[Page]:
    """A page for each source."""
    sources = story.graph.all(Source)
    for source in sources:
        sheet = Sheet(story, address(source), "sources")
        view = SourceView(
            title=source.title,
            lang=sheet.foreign(source.language),
            record=bibliography(sheet, source),
            passages=tuple(_row(sheet, source, passage) for passage in source.passages),
            used_on=_used_on(sheet, source, None),
            body=sheet.prose(source.body),
            parts=parts(
                sheet,
                "source",
                {"record": True, "passages": source.passages, "account": source.body},
            ),
        )
        about = story.words["source.description"].format(title=source.title)
        words = (source.title, source.summary or about)
        yield finish(sheet, "source", view, words, sheet.beside(sources, source))


def _row(sheet: Sheet, source: Source, passage: Passage) -> PassageRow:
    repeated = passage.duplicate_of
    return PassageRow(
        passage.id,
        sheet.passage_mark(passage.id)[0],
        passage.kind,
        passage.gist,
        passage.opens,
        (sheet.passage_mark(repeated)[0], f"#{repeated}") if repeated else None,
        passage.unused,
        _used_on(sheet, source, passage.id),
    )


def _used_on(sheet: Sheet, source: Source, passage: str | None) -> tuple[Link, ...]:
    entries = sheet.story.graph.citing.get((source.id, passage), ())
    return tuple(_link(sheet, e) for e in entries if e.record and e.record is not source)


def _link(sheet: Sheet, entry: Entry) -> Link:
    """A link to what a record became; the engine's pages by the name that the navigation has."""
    assert entry.record is not None, "only what is published is linked"
    if entry.document.kind == "page" and entry.document.id in SECTIONS:
        return sheet.chapter(entry.document.id)
    return sheet.link(entry.record)
