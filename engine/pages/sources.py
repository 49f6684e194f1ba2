"""The sources page: what the site rests on, how much on which source, and what is not used."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.kinds.source import TYPES, Source
from engine.links import Link
from engine.markdown import Citation
from engine.resting import is_on_one, is_on_unnamed
from engine.views.bibliography import Bibliography, bibliography
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section
from engine.views.known import KnownRow, known_rows
from engine.views.ledger import Standing, standing
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class UnusedRow:
    """A passage on which nothing rests, and why."""

    mark: Mark
    gist: str
    reason: str


@dataclass(frozen=True)
class WeightRow:
    """A source, how much rests on it, and how much on it alone."""

    link: Link
    about: str
    statements: int
    alone: int


@dataclass(frozen=True)
class TypeRow:
    """How many sources there are of a type, and how much rests on them."""

    name: str
    sources: int
    statements: int


@dataclass(frozen=True)
class SourcesView:
    """What ``pages/sources.html`` shows; a section that has nothing to show is None."""

    opening: Opening
    sources: SectionWords
    items: tuple[tuple[Link, Bibliography], ...]
    """Those that are told in full here: the ones that the site is derived from."""
    weights: tuple[WeightRow, ...]
    types: SectionWords | None
    type_rows: tuple[TypeRow, ...]
    alone: SectionWords | None
    alone_said: str
    unnamed: SectionWords | None
    unnamed_items: tuple[Standing, ...]
    kinds: SectionWords
    kind_rows: tuple[KnownRow, ...]
    two_voices: bool
    unused: SectionWords | None
    unused_rows: tuple[UnusedRow, ...]


def sources_page(story: Story) -> Iterator[Blank]:
    """The sources, if there is one."""
    if not story.graph.all(Source):
        return
    sheet = Sheet(story, "sources.html", "sources")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    head = opening(sheet, "sources")
    return finish(sheet, "sources", _view(sheet, head), (head.title, head.lede))


def _view(sheet: Sheet, head: Opening) -> SourcesView:
    story, graph = sheet.story, sheet.story.graph
    weights, sources = _weights(sheet), graph.all(Source)
    whole = [one for one in sources if one.is_seed or not graph.has_two_voices]
    alone = [claim for claim in story.claims if is_on_one(graph, claim)]
    unnamed = [claim for claim in story.claims if is_on_unnamed(graph, claim)]
    unused = tuple(_unused(sheet))

    def words_of(id_: str, shown: object) -> SectionWords | None:
        return section(sheet, "sources", id_) if shown else None

    return SourcesView(
        opening=head,
        sources=section(sheet, "sources", "sources"),
        items=tuple((sheet.link(source), bibliography(sheet, source)) for source in whole),
        weights=weights,
        types=words_of("types", weights),
        type_rows=tuple(_types(sheet)),
        alone=words_of("alone", weights),
        alone_said=story.words["ledger.alone"].format(n=len(alone), all=len(story.claims)),
        unnamed=words_of("unnamed", unnamed),
        unnamed_items=standing(sheet, unnamed),
        kinds=section(sheet, "sources", "kinds"),
        kind_rows=tuple(known_rows(sheet)),
        two_voices=graph.has_two_voices,
        unused=words_of("unused", unused),
        unused_rows=unused,
    )


def _weights(sheet: Sheet) -> tuple[WeightRow, ...]:
    """Every source, first that on which most rests; none where there is but one."""
    graph, rows = sheet.story.graph, []
    for source in graph.all(Source) if len(graph.all(Source)) > 1 else ():
        found = sheet.story.resting[source.id]
        row = WeightRow(sheet.link(source), sheet.imprint(source), len(found), len(found.falls))
        rows.append(row)
    return tuple(sorted(rows, key=lambda row: (-row.statements, row.link.title.casefold())))


def _types(sheet: Sheet) -> Iterator[TypeRow]:
    """Each type that there is, and the sources of which none is given, last."""
    graph, words = sheet.story.graph, sheet.story.words
    cited = [{one.source for one in claim.cites} for claim in sheet.story.claims]
    for type_ in (*TYPES, None):
        ids = {source.id for source in graph.all(Source) if source.type == type_}
        if ids:
            name = words[f"type.{type_ or 'none'}"]
            yield TypeRow(name, len(ids), sum(bool(found & ids) for found in cited))


def _unused(sheet: Sheet) -> Iterator[UnusedRow]:
    words = sheet.story.words
    for source, passage in sheet.story.graph.passages():
        (mark,) = sheet.marks([Citation(source.id, passage.id, passage.where.start)])
        if passage.duplicate_of:
            repeated, _ = sheet.passage_mark(passage.duplicate_of)
            yield UnusedRow(mark, passage.gist, words["passage.repeats"].format(mark=repeated))
        elif passage.unused:
            yield UnusedRow(mark, passage.gist, passage.unused)
