"""The A–Z index: every name, title and spelling in its alphabet, each once, with where it leads.

Knows what can be found and where a name stands; it is the search of those without a script.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from engine.kinds.person import Person
from engine.kinds.source import Source
from engine.links import Link
from engine.views.alphabet import HAN, ROWS, Place, anchor, place
from engine.views.findable import Findable, Name, findables
from engine.views.frame import INDEX_URL, finish
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class IndexRow:
    """A name and what it leads to."""

    link: Link
    sort: str
    beside: Name
    """A date or a verdict; for another spelling the name under which the page has it."""


@dataclass(frozen=True)
class Letter:
    """A heading of the index."""

    id: str
    heading: str
    lang: str | None
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True)
class Numbers:
    """The passages of a source by their numbers."""

    source: Link
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class IndexView:
    """What ``pages/index-a-z.html`` shows."""

    letters: tuple[Letter, ...]
    numbers: tuple[Numbers, ...]


def index_page(story: Story) -> Iterator[Blank]:
    """The index of everything that is published."""
    sheet = Sheet(story, INDEX_URL, "")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    words = sheet.story.words
    view = IndexView(tuple(_letters(sheet)), tuple(_numbers(sheet)))
    for letter in view.letters:
        sheet.enter(letter.id, letter.heading)
    if view.numbers:
        sheet.enter("numbers", words["index-a-z.numbers"])
    said = words["page.index-a-z.title"], words["page.index-a-z.lede"]
    return finish(sheet, "index-a-z", view, said)


def _letters(sheet: Sheet) -> Iterator[Letter]:
    articles = sheet.story.words["index-a-z.articles"].split()
    placed = {(one.url, name.text): (place(name.text, articles), name, one)
              for one in findables(sheet.story) if one.sort != "passage"
              for name in _names(sheet, one)}  # fmt: skip
    rows = sorted(placed.values(), key=lambda row: (row[0], row[2].url))
    for (_, heading), same in groupby(rows, key=lambda row: row[0][:2]):
        title = sheet.story.words["index-a-z.han"] if heading == HAN else heading
        lang = "ja" if heading in ROWS else None
        yield Letter(anchor(heading), title, lang, tuple(_row(sheet, *row) for row in same))


def _names(sheet: Sheet, one: Findable) -> Sequence[Name]:
    """A name, every other spelling of it, and for a person the name as it is sorted."""
    id_ = one.url.removeprefix("cast/").removesuffix(".html")
    person = sheet.story.graph.find(Person, id_) if one.sort == "person" else None
    sorted_ = (Name(person.sort_name),) if person and person.sort_name else ()
    return (one.name, *sorted_, *one.names)


def _row(sheet: Sheet, at: Place, name: Name, one: Findable) -> IndexRow:
    beside = one.beside if name == one.name else one.name
    return IndexRow(Link(sheet.to(one.url), name.text, name.lang), one.sort, beside)


def _numbers(sheet: Sheet) -> Iterator[Numbers]:
    for source in sheet.story.graph.all(Source):
        link, marks = sheet.link(source), []
        for passage in source.passages:
            text, spoken = sheet.passage_mark(passage.id)
            marks.append(Mark(text, f"{link.url}#{passage.id}", spoken))
        if marks:
            yield Numbers(link, tuple(marks))
