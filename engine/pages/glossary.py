"""The glossary: every term in its alphabet."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.term import Term
from engine.markdown import Html
from engine.views.frame import finish
from engine.views.items import Opening, opening
from engine.views.page import Mark, Page
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


def glossary_page(story: Story) -> Iterator[Page]:
    """The glossary, if there is a term."""
    if not story.graph.all(Term):
        return
    sheet = Sheet(story, "glossary.html", "glossary")
    head = opening(sheet, "glossary")
    view = GlossaryView(head, tuple(_term(sheet, term) for term in story.graph.all(Term)))
    yield finish(sheet, "glossary", view, (head.title, head.lede))


def _term(sheet: Sheet, term: Term) -> TermItem:
    sheet.enter(term.id, term.title)
    marks = sheet.marks(term.cites)
    return TermItem(term.id, term.title, term.summary, sheet.prose(term.body), marks)
