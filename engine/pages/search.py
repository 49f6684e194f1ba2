"""The search page: a box, and places for what a script finds in the index.

Knows what can be found; how it is ranked is the script's (``static/js/ranking.js``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.links import Link
from engine.views.findable import SORTS, Findable, findables
from engine.views.frame import INDEX_URL, SEARCH_URL, finish
from engine.views.page import Blank, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class SearchView:
    """What ``pages/search.html`` shows."""

    sorts: tuple[str, ...]
    """The sorts of which there is anything, in order."""
    index: Link
    """The A–Z index, which needs no script."""
    entries: tuple[Findable, ...]
    """What is to be found; published as a file of its own."""


def search_page(story: Story) -> Iterator[Blank]:
    """The search page."""
    sheet = Sheet(story, SEARCH_URL, "")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    words, entries = sheet.story.words, findables(sheet.story)
    sorts = {entry.sort for entry in entries}
    index = Link(sheet.to(INDEX_URL), words["page.index-a-z.title"])
    view = SearchView(tuple(sort for sort in SORTS if sort in sorts), index, entries)
    return finish(sheet, "search", view, (words["page.search.title"], words["page.search.lede"]))
