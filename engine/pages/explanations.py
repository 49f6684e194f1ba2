"""The explanations side by side, the evidence against them, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.figures.matrix import Matrix, matrix
from engine.kinds.explanation import Explanation
from engine.links import Link, address
from engine.markdown import Html
from engine.views.cases import Case, EvidenceItem, case, cases, evidence_item
from engine.views.frame import finish
from engine.views.halves import Shown, halves
from engine.views.items import Opening, SectionWords, opening, parts, section, section_words
from engine.views.noted import beside
from engine.views.page import Blank, Notes, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class MatrixRow:
    """A piece of evidence and its bearings, by the number of the explanation."""

    id: str
    item: EvidenceItem
    bearings: tuple[tuple[int, str, str | None], ...]
    """Number and title of each explanation, and the bearing on it."""


@dataclass(frozen=True)
class ExplanationsView:
    """What ``pages/explanations.html`` shows."""

    opening: Opening
    cases: tuple[Case, ...]
    cases_words: SectionWords
    matrix_words: SectionWords | None
    columns: tuple[tuple[int, Link], ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class ExplanationView:
    """What ``pages/explanation.html`` shows."""

    case: Case
    body: Html
    shown: Shown | None
    notes: tuple[Notes, ...]
    """Those beside the text."""
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def explanations_page(story: Story) -> Iterator[Blank]:
    """All explanations, if there is one."""
    if not story.graph.all(Explanation):
        return
    sheet = Sheet(story, "explanations.html", "explanations")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    head, grid = opening(sheet, "explanations"), matrix(sheet.story.graph)
    view = ExplanationsView(
        opening=head,
        cases=tuple(_cases(sheet)),
        cases_words=section_words(sheet, "explanations", "cases"),
        matrix_words=section(sheet, "explanations", "matrix") if grid else None,
        columns=tuple((n, sheet.link(e)) for n, e in grid.columns) if grid else (),
        rows=tuple(_rows(sheet, grid)) if grid else (),
    )
    return finish(sheet, "explanations", view, (head.title, head.lede))


def _cases(sheet: Sheet) -> Iterator[Case]:
    """Every explanation, each a part of the page."""
    for one in cases(sheet):
        sheet.enter(one.id, one.title)
        yield one


def _rows(sheet: Sheet, grid: Matrix) -> Iterator[MatrixRow]:
    for row in grid.rows:
        bearings = tuple((cell.number, cell.explanation.title, cell.bearing) for cell in row.cells)
        id_ = f"evidence-{row.evidence.id}"
        yield MatrixRow(id_, evidence_item(sheet, row.evidence), bearings)


def explanation_pages(story: Story) -> Iterator[Blank]:
    """A page for each explanation."""
    for one in story.graph.all(Explanation):
        sheet = Sheet(story, address(one), "explanations")
        yield Blank(sheet.url, partial(_explanation, sheet, one))


def _explanation(sheet: Sheet, one: Explanation) -> Page:
    weighed, text = case(sheet, one), halves(sheet, one)
    shown = {
        "neither": weighed.neither,
        "account": text.account or weighed.disputed,
        "shown": text.shown,
    }
    sections = parts(sheet, "explanation", shown, weighed.voice)
    notes = beside(sheet, one.body)
    view = ExplanationView(weighed, text.account, text.shown, notes, sections)
    words = (one.title, one.summary)
    around = sheet.beside(sheet.story.graph.all(Explanation), one)
    return finish(sheet, "explanation", view, words, around)
