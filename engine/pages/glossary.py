"""The glossary: every term in its alphabet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.kinds.term import Term
from engine.markdown import Html
from engine.views.frame import finish
from engine.views.items import Opening, opening
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class TermItem:
    """A term and what it means."""

    id: str
    title: str
    summary: str
    body: Html
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class GlossaryView:
    """What ``pages/glossary.html`` shows."""

    opening: Opening
    terms: tuple[TermItem, ...]


def glossary_page(story: Story) -> Iterator[Blank]:
    """The glossary, if there is a term."""
    if not story.graph.all(Term):
        return
    sheet = Sheet(story, "glossary.html", "glossary")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    head, terms = opening(sheet, "glossary"), sheet.story.graph.all(Term)
    view = GlossaryView(head, tuple(_term(sheet, term) for term in terms))
    return finish(sheet, "glossary", view, (head.title, head.lede))


def _term(sheet: Sheet, term: Term) -> TermItem:
    sheet.enter(term.id, term.title)
    marks = sheet.marks(term.cites)
    return TermItem(term.id, term.title, term.summary, sheet.prose(term.body), marks)
