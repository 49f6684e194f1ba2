"""Pages of running text, the page for what is not found, and pages for earlier addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from engine.kinds.page import SECTIONS
from engine.kinds.page import Page as PageWords
from engine.links import Link, address
from engine.markdown import Html
from engine.views.frame import finish
from engine.views.items import Spine, spine_of
from engine.views.page import Page
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
    body: Html


@dataclass(frozen=True)
class AliasView:
    """What ``pages/alias.html`` shows."""

    to: Link
    canonical: str | None


def plain_pages(story: Story) -> Iterator[Page]:
    """A page for each text that is not the words of one of the engine's pages."""
    for page in story.graph.all(PageWords):
        if page.id in SECTIONS:
            continue
        sheet = Sheet(story, address(page), page.id)
        for heading in page.body.headings:
            if heading.level == TOP:
                sheet.enter(heading.id, heading.text)
        view = PlainView(
            story.filled(page.title),
            story.filled(page.summary or ""),
            spine_of(page),
            sheet.prose(page.body, below=1),
        )
        yield finish(sheet, "plain", view, (view.title, view.lede or view.title))


def not_found_page(story: Story) -> Iterator[Page]:
    """404.html, which a server shows at any depth: its addresses begin at the site's root."""
    base = story.settings.base_url
    root = urlsplit(base).path.rstrip("/") + "/" if base else "/"
    sheet = Rooted(story, "404.html", "", root=root)
    title = story.words["page.404.title"]
    yield finish(sheet, "404", None, (title, story.words["page.404.lede"]))


@dataclass
class Rooted(Sheet):
    """A sheet whose addresses do not depend on where the page is shown."""

    root: str = "/"

    def to(self, url: str) -> str:
        """An address from the root of the host."""
        return self.root + url


def alias_pages(story: Story) -> Iterator[Page]:
    """A small page at each earlier address, which leads on to the present one."""
    for entry in story.graph.published:
        record = entry.record
        for alias in record.aliases if record else ():
            url = record.address.format(id=alias) if record else ""
            if record and "#" not in url:
                sheet = Sheet(story, url, "")
                link = sheet.link(record)
                base = story.settings.base_url
                canonical = f"{base.rstrip('/')}/{address(record)}" if base else None
                view = AliasView(link, canonical)
                page = finish(sheet, "alias", view, (link.title, link.title))
                yield replace(page, meta=replace(page.meta, canonical=None))
