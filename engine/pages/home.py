"""The front page: the short answer, and the way into each part of the story."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.drawing.figure import NARROW, WIDE
from engine.drawing.seats import Shape
from engine.figures.board_table import BoardTable, Moment, board_table
from engine.figures.hours import Hours, hours
from engine.figures.vote_sums import VoteSums, vote_sums
from engine.kinds.event import Event
from engine.kinds.explanation import Explanation
from engine.kinds.record import Status
from engine.links import Link, main_pages
from engine.views.cases import Glimpse, glimpses
from engine.views.frame import finish
from engine.views.items import (
    EventItem,
    Opening,
    PersonItem,
    SectionWords,
    event_items,
    opening,
    person_item,
    section,
    section_words,
)
from engine.views.known import KnownRow, known_rows
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.story import Story
from engine.voices import Voice


@dataclass(frozen=True)
class AnswerItem:
    """One sentence of the short answer."""

    text: str
    status: Status | None
    voice: Voice | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Table:
    """The board after the vote, with what its shapes mean and what it rests on."""

    drawn: BoardTable
    caption: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class HomeView:
    """What ``pages/home.html`` shows; a section that has nothing to show is None."""

    opening: Opening
    answer: tuple[AnswerItem, ...]
    table: Table | None
    hours: SectionWords | None
    hours_wide: Hours | None
    hours_narrow: Hours | None
    key_events: tuple[EventItem, ...]
    cast: SectionWords | None
    people: tuple[PersonItem, ...]
    vote: SectionWords | None
    sums: VoteSums | None
    structure: SectionWords | None
    explanations: SectionWords | None
    cases: tuple[Glimpse, ...]
    knowledge: SectionWords | None
    known: tuple[KnownRow, ...]
    voices: SectionWords | None
    """Which mark is whose; None on a site of one voice."""
    more: dict[str, Link]
    """The main pages, by name."""


def home_page(story: Story) -> Iterator[Blank]:
    """The front page, which every site has."""
    sheet = Sheet(story, "index.html", "index")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    head = _opening(sheet)
    view = _view(sheet, head)
    return finish(sheet, "home", view, (head.title, sheet.story.settings.description))


def _opening(sheet: Sheet) -> Opening:
    """The author's words, else the site's title and description."""
    if sheet.story.page_words("index"):
        return opening(sheet, "index")
    settings = sheet.story.settings
    return Opening(settings.title, settings.description, None, sheet.prose(None))


def _answer(sheet: Sheet) -> Iterator[AnswerItem]:
    page = sheet.story.page_words("index")
    for one in page.answer if page else ():
        text, told = sheet.story.filled(one.text), sheet.voice(one.cites)
        yield AnswerItem(text, one.status, told, sheet.marks(one.cites))


def _table(sheet: Sheet) -> Table | None:
    graph, words = sheet.story.graph, sheet.story.words
    drawn = board_table(graph, Moment.AFTER, words)
    if drawn is None or graph.board is None or graph.motion is None:
        return None
    labels, sides = [side.label for side in graph.board.sides], ""
    if len(labels) == len(Shape):
        left, right = (label[:1].lower() + label[1:] for label in labels)
        sides = words["board.caption.sides"].format(left=left, right=right)
    caption = words["board.caption"].format(sides=sides)
    return Table(drawn, caption, sheet.marks(graph.motion.cites))


def _view(sheet: Sheet, head: Opening) -> HomeView:
    graph, words = sheet.story.graph, sheet.story.words
    page = sheet.story.page_words("index")
    key_events = [event for event in graph.all(Event) if event.key]
    wide, sums = hours(graph, words, WIDE), vote_sums(graph, words)

    def words_of(id_: str, shown: object) -> SectionWords | None:
        return section(sheet, "index", id_) if shown else None

    return HomeView(
        opening=head,
        answer=tuple(_answer(sheet)),
        table=_table(sheet),
        hours=words_of("hours", wide or key_events),
        hours_wide=wide,
        hours_narrow=hours(graph, words, NARROW),
        key_events=() if wide else event_items(sheet, key_events),
        cast=words_of("cast", graph.sitting),
        people=tuple(person_item(sheet, seat.person) for seat in graph.sitting),
        vote=words_of("vote", sums),
        sums=sums,
        structure=words_of("structure", page and "structure" in page.sections),
        explanations=words_of("explanations", graph.all(Explanation)),
        cases=glimpses(sheet),
        knowledge=words_of("knowledge", graph.passages()),
        known=tuple(known_rows(sheet)),
        voices=section_words(sheet, "index", "voices") if graph.has_two_voices else None,
        more={name: sheet.chapter(name) for name in main_pages(graph)},
    )
