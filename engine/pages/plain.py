"""Pages of running text, the page for what is not found, and pages for earlier addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from engine.kinds.page import SECTIONS
from engine.kinds.page import Page as PageWords
from engine.kinds.record import Record
from engine.links import Link, absolute, address
from engine.markdown import Html
from engine.sections import cut
from engine.views.frame import finish
from engine.views.items import Spine, spine_of
from engine.views.noted import beside
from engine.views.page import Blank, Notes, Page
from engine.views.sheet import Sheet
from engine.views.story import Story

TOP = 2
"""The level of the headings that make a table of contents."""


@dataclass(frozen=True)
class PlainView:
    """What ``pages/plain.html`` shows."""

    title: str
    lede: str
    spine: Spine | None
    texts: tuple[tuple[Html, tuple[Notes, ...]], ...]
    """The text up to its first heading and under each, and the notes beside it."""


@dataclass(frozen=True)
class AliasView:
    """What ``pages/alias.html`` shows."""

    to: Link
    canonical: str | None


def plain_pages(story: Story) -> Iterator[Blank]:
    """A page for each text that is not the words of one of the engine's pages."""
    for page in story.graph.all(PageWords):
        if page.id not in SECTIONS:
            sheet = Sheet(story, address(page), page.id)
            yield Blank(sheet.url, partial(_plain, sheet, page))


def _plain(sheet: Sheet, page: PageWords) -> Page:
    for heading in page.body.headings:
        if heading.level == TOP:
            sheet.enter(heading.id, heading.text)
    view = PlainView(
        sheet.story.filled(page.title),
        sheet.story.filled(page.summary or ""),
        spine_of(page),
        tuple(_texts(sheet, page)),
    )
    return finish(sheet, "plain", view, (view.title, view.lede or view.title))


def _texts(sheet: Sheet, page: PageWords) -> Iterator[tuple[Html, tuple[Notes, ...]]]:
    for text in cut(page.body):
        yield sheet.prose(text, below=1), beside(sheet, text)


def not_found_page(story: Story) -> Iterator[Blank]:
    """404.html, which a server shows at any depth: its addresses begin at the site's root."""
    base = story.settings.base_url
    root = urlsplit(base).path.rstrip("/") + "/" if base else "/"
    sheet = Rooted(story, "404.html", "", root=root)
    words = (story.words["page.404.title"], story.words["page.404.lede"])
    yield Blank(sheet.url, partial(finish, sheet, "404", None, words))


@dataclass
class Rooted(Sheet):
    """A sheet whose addresses do not depend on where the page is shown."""

    root: str = "/"

    def to(self, url: str) -> str:
        """An address from the root of the host."""
        return self.root + url


def alias_pages(story: Story) -> Iterator[Blank]:
    """A small page at each earlier address, which leads on to the present one."""
    for entry in story.graph.published:
        record = entry.record
        for alias in record.aliases if record else ():
            url = record.address.format(id=alias) if record else ""
            if record and "#" not in url:
                yield Blank(url, partial(_alias, Sheet(story, url, ""), record))


def _alias(sheet: Sheet, record: Record) -> Page:
    settings, link = sheet.story.settings, sheet.link(record)
    canonical = absolute(settings, address(record)) if settings.base_url else None
    page = finish(sheet, "alias", AliasView(link, canonical), (link.title, link.title))
    return replace(page, meta=replace(page.meta, canonical=None))
