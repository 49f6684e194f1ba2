"""The sources page: what the site rests on, how well each passage is known, what is not used."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.source import Source
from engine.links import Link
from engine.markdown import Citation
from engine.views.bibliography import Bibliography, bibliography
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section
from engine.views.known import KnownRow, known_rows
from engine.views.page import Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class UnusedRow:
    """A passage on which nothing rests, and why."""

    mark: Mark
    gist: str
    reason: str


@dataclass(frozen=True)
class SourcesView:
    """What ``pages/sources.html`` shows."""

    opening: Opening
    sources: SectionWords
    items: tuple[tuple[Link, Bibliography], ...]
    kinds: SectionWords
    kind_rows: tuple[KnownRow, ...]
    unused: SectionWords | None
    unused_rows: tuple[UnusedRow, ...]


def sources_page(story: Story) -> Iterator[Page]:
    """The sources, if there is one."""
    sources = story.graph.all(Source)
    if not sources:
        return
    sheet = Sheet(story, "sources.html", "sources")
    head = opening(sheet, "sources")
    unused = tuple(_unused(sheet))
    view = SourcesView(
        opening=head,
        sources=section(sheet, "sources", "sources"),
        items=tuple((sheet.link(source), bibliography(sheet, source)) for source in sources),
        kinds=section(sheet, "sources", "kinds"),
        kind_rows=tuple(known_rows(sheet)),
        unused=section(sheet, "sources", "unused") if unused else None,
        unused_rows=unused,
    )
    yield finish(sheet, "sources", view, (head.title, head.lede))


def _unused(sheet: Sheet) -> Iterator[UnusedRow]:
    words = sheet.story.words
    for source, passage in sheet.story.graph.passages():
        (mark,) = sheet.marks([Citation(source.id, passage.id, passage.where.start)])
        if passage.duplicate_of:
            repeated, _ = sheet.passage_mark(passage.duplicate_of)
            yield UnusedRow(mark, passage.gist, words["passage.repeats"].format(mark=repeated))
        elif passage.unused:
            yield UnusedRow(mark, passage.gist, passage.unused)
