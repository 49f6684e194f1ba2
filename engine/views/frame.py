"""What stands around a page: navigation, the way here, contents, notes, what it rests on.

Knows what a finished sheet remembers; nothing of what the page itself says.
"""

from collections.abc import Iterator, Sequence

from engine.figures.ticks import ticks
from engine.kinds.page import SECTIONS
from engine.kinds.page import Page as PageWords
from engine.kinds.source import Source
from engine.links import Link, absolute, address, data_files, main_pages
from engine.views.noted import at_foot
from engine.views.page import DataFile, Meta, Page, Rests
from engine.views.sheet import Beside, Sheet

SEARCH_URL, INDEX_URL = "search.html", "index-a-z.html"
"""Where everything is found: with a script, and without."""
FEWEST = 3
"""A page with fewer sections needs no table of contents."""
MEDIA = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "xml": "application/atom+xml",
}
"""What the files of open data are, by their endings."""


def finish(
    sheet: Sheet, template: str, view: object, words: tuple[str, str], beside: Beside | None = None
) -> Page:
    """The page of a sheet on which all has been written.

    ``words`` are its title and its description; ``beside`` its neighbours among the records of
    its kind: without them one of the engine's pages has those of the navigation.
    """
    settings = sheet.story.settings
    title, description = words
    before, after = beside or _chapters_beside(sheet)
    meta = Meta(
        url=sheet.url,
        title=title,
        description=description,
        nav=tuple(_nav(sheet)),
        foot=tuple(_foot(sheet)),
        home=sheet.to("index.html"),
        root=sheet.to("static/site.css").removesuffix("static/site.css"),
        here=sheet.to(sheet.url),
        search=sheet.to(SEARCH_URL),
        logo=sheet.story.logo,
        reviewed=sheet.moment(settings.reviewed) if settings.reviewed else None,
        crumbs=tuple(_crumbs(sheet)),
        contents=tuple(sheet.contents) if len(sheet.contents) >= FEWEST else (),
        before=before,
        after=after,
        rests=tuple(_rests(sheet)),
        notes=tuple(sheet.notes.values()),
        at_foot=at_foot(sheet),
        canonical=absolute(settings, sheet.url) if settings.base_url else None,
        files=tuple(_files(sheet)),
    )
    return Page(sheet.url, template, view, meta)


def _chapters(sheet: Sheet) -> Sequence[str]:
    """The names of the engine's pages in the order of the navigation."""
    shown = main_pages(sheet.story.graph)
    return ("index", *(name for name in sheet.story.settings.nav if name in shown))


def _chapters_beside(sheet: Sheet) -> Beside:
    names = _chapters(sheet)
    name = sheet.url.removesuffix(".html")
    if name not in names:
        return None, None
    at = names.index(name)
    before = sheet.chapter(names[at - 1]) if at else None
    return before, sheet.chapter(names[at + 1]) if at + 1 < len(names) else None


def _nav(sheet: Sheet) -> Iterator[tuple[Link, str]]:
    for name in _chapters(sheet):
        here = "page" if sheet.url == f"{name}.html" else "true"
        yield sheet.chapter(name), here if name == sheet.section else ""


def _crumbs(sheet: Sheet) -> Iterator[Link]:
    """The front page and the engine's page above it; none for a page in the navigation."""
    name, mains = sheet.url.removesuffix(".html"), main_pages(sheet.story.graph)
    if name not in _chapters(sheet):
        yield sheet.chapter("index")
        if sheet.section in mains and sheet.section != name:
            yield sheet.chapter(sheet.section)


def _foot(sheet: Sheet) -> Iterator[Link]:
    nav = _chapters(sheet)
    for name in (name for name in main_pages(sheet.story.graph) if name not in nav):
        yield sheet.chapter(name)
    for page in sheet.story.graph.all(PageWords):
        if page.id not in SECTIONS and page.nav:
            yield Link(sheet.to(address(page)), sheet.story.name_of(page))
    yield Link(sheet.to(INDEX_URL), sheet.story.words["page.index-a-z.title"])
    yield Link(sheet.to("print.html"), sheet.story.words["page.print.title"])


def _files(sheet: Sheet) -> Iterator[DataFile]:
    for url in data_files(sheet.story.graph):
        name = url.replace("/", ".")
        title = sheet.story.words[f"data.{name}"]
        yield DataFile(sheet.to(url), title, MEDIA[url.rpartition(".")[2]])


def _rests(sheet: Sheet) -> Iterator[Rests]:
    graph = sheet.story.graph
    for source in graph.all(Source):
        cited = [p.id for p in source.passages if (source.id, p.id) in sheet.rests]
        if cited and (source.is_seed or not graph.has_two_voices):
            marks = [sheet.rests[(source.id, id_)] for id_ in cited]
            of = sheet.story.words["ticks.summary"].format(
                used=len(cited), all=len(source.passages), source=source.title
            )
            yield Rests(sheet.link(source), ticks(source, cited), tuple(marks), of)
