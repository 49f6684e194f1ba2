"""Pages → pages with a head: what search engines and cards are told of each.

Knows which record a page is about and what it rests on; not how anything is said on it.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from engine.kinds.source import Source
from engine.kinds.term import Term
from engine.links import absolute, address, main_pages, relative
from engine.markdown import data_html
from engine.things import Describer, Thing, said
from engine.views.page import Head, Page
from engine.views.story import Story

HIDDEN = ("404", "alias")
"""The templates of pages that nobody is to find."""

MOST_CITED = 12
"""A page that cites more sources names in its head only those of its passages: it stays light."""


def with_heads(story: Story, pages: Sequence[Page]) -> list[Page]:
    """The pages, and on each that is to be found its head."""
    return [page if page.template in HIDDEN else _with_head(story, page) for page in pages]


def card_of(story: Story, url: str) -> str:
    """The picture that stands for a page: that of the main page which it belongs to."""
    name = url.partition("/")[0].removesuffix(".html")
    return f"cards/{name if name in main_pages(story.graph) else 'index'}.png"


def _with_head(story: Story, page: Page) -> Page:
    is_home = page.url == "index.html"
    card = absolute(story.settings, card_of(story, page.url)) if story.settings.base_url else None
    data = {"@context": "https://schema.org", "@graph": list(_graph(story, page, card))}
    head = Head(data_html(data), "website" if is_home else "article", card)
    return replace(page, meta=replace(page.meta, head=head))


def _graph(story: Story, page: Page, card: str | None) -> Iterator[Thing]:
    to = _writer(story, page)
    describer = Describer(story, to)
    thing = describer.thing(story.addresses.record_at(page.url))
    yield _article(describer, page, card, thing)
    if page.url == "glossary.html":
        terms = [describer.term(term) for term in story.graph.all(Term)]
        yield {"@type": "DefinedTermSet", "name": page.meta.title, "hasDefinedTerm": terms}
    if page.meta.crumbs:
        yield {"@type": "BreadcrumbList", "itemListElement": list(_way(page, to))}


def _writer(story: Story, page: Page) -> Callable[[str], str]:
    """How an address is written: whole where the site's own is known, since some need it so."""
    if story.settings.base_url:
        return partial(absolute, story.settings)
    return partial(relative, page.url)


def _article(describer: Describer, page: Page, card: str | None, thing: Thing | None) -> Thing:
    settings, meta = describer.story.settings, page.meta
    publisher = settings.publisher and {"@type": "Organization", "name": settings.publisher}
    site = {"@type": "WebSite", "name": settings.title, "url": describer.to("index.html")}
    return said(
        {
            "@type": "Article",
            "@id": describer.to(page.url),
            "headline": meta.title,
            "description": meta.description,
            "inLanguage": settings.language,
            "image": card,
            "dateModified": meta.reviewed and meta.reviewed.machine,
            "publisher": publisher,
            "license": settings.licence and {"@type": "CreativeWork", "name": settings.licence},
            "isPartOf": site,
            "about": thing,
            "citation": list(_cited(describer, page)),
        }
    )


def _cited(describer: Describer, page: Page) -> Iterator[Thing]:
    """The sources that the page rests on; of many, those whose passages it cites."""
    links = {rests.source.url for rests in page.meta.rests}
    noted = {note.source.url for note in page.meta.notes}
    links |= noted if len(noted) <= MOST_CITED else set()
    for source in describer.story.graph.all(Source):
        if relative(page.url, address(source)) in links and address(source) != page.url:
            yield describer.cited(source)


def _way(page: Page, to: Callable[[str], str]) -> Iterator[Thing]:
    """From the front page down to this one; crumbs are written as seen from the page."""
    for number, link in enumerate(page.meta.crumbs, 1):
        url = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), link.url))
        yield {"@type": "ListItem", "position": number, "name": link.title, "item": to(url)}
    last = len(page.meta.crumbs) + 1
    name, item = page.meta.title, to(page.url)
    yield {"@type": "ListItem", "position": last, "name": name, "item": item}
