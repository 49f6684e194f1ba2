"""The governance page: who stands over whom, the table, the votes, the rules, every body."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.drawing.figure import NARROW, WIDE
from engine.figures.board_table import BoardTable, Moment, board_table
from engine.figures.seats_over_time import SeatsOverTime, seats_over_time
from engine.figures.structure import Structure, structure
from engine.figures.vote_sums import VoteSums, vote_sums
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.links import Link
from engine.past import before_motion
from engine.states import states
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section
from engine.views.motions import MotionItem, motion_item
from engine.views.page import Blank, Mark, Page
from engine.views.sheet import Sheet
from engine.views.steps import Step, steps
from engine.views.story import Story
from engine.views.tally import Tally, tally
from engine.views.ties import RuleItem, TieItem, rule_items, tie_items


@dataclass(frozen=True)
class BodyItem:
    """An organization in a list."""

    link: Link
    sort: str
    summary: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class GovernanceView:
    """What ``pages/governance.html`` shows; a section that has nothing to show is None."""

    opening: Opening
    structure: SectionWords | None
    wide: Structure | None
    narrow: Structure | None
    steps: tuple[Step, ...]
    """The states of the structure."""
    ties: tuple[TieItem, ...]
    board: SectionWords | None
    before: BoardTable | None
    after: BoardTable | None
    vote: SectionWords | None
    sums: VoteSums | None
    tally: Tally | None
    motions: tuple[MotionItem, ...]
    seats: SectionWords | None
    terms: SeatsOverTime | None
    rules: SectionWords | None
    rule_items: tuple[RuleItem, ...]
    bodies: SectionWords | None
    body_items: tuple[BodyItem, ...]


def governance_page(story: Story) -> Iterator[Blank]:
    """The governance page, if there is an organization or a motion."""
    if not story.graph.all(Organization) and not story.graph.all(Motion):
        return
    sheet = Sheet(story, "governance.html", "governance")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    head = opening(sheet, "governance")
    view = _view(sheet, head)
    return finish(sheet, "governance", view, (head.title, head.lede))


def _view(sheet: Sheet, head: Opening) -> GovernanceView:
    graph, words = sheet.story.graph, sheet.story.words
    bodies, then = graph.all(Organization), before_motion(graph)
    wide = structure(then, words, WIDE)
    after, terms = board_table(graph, Moment.AFTER, words), seats_over_time(graph, words)

    def words_of(id_: str, shown: object) -> SectionWords | None:
        return section(sheet, "governance", id_) if shown else None

    return GovernanceView(
        opening=head,
        structure=words_of("structure", wide or any(body.ties for body in bodies)),
        wide=wide,
        narrow=structure(then, words, NARROW),
        steps=steps(sheet, states(graph)),
        ties=tuple(tie_items(sheet, then.all(Organization))),
        board=words_of("board", after),
        before=board_table(graph, Moment.BEFORE, words),
        after=after,
        vote=words_of("vote", graph.motion),
        sums=vote_sums(graph, words),
        tally=tally(sheet, graph.motion) if graph.motion else None,
        motions=tuple(motion_item(sheet, motion) for motion in graph.all(Motion)),
        seats=words_of("seats", terms),
        terms=terms,
        rules=words_of("rules", any(body.rules for body in bodies)),
        rule_items=tuple(rule_items(sheet, bodies)),
        bodies=words_of("bodies", bodies),
        body_items=tuple(_body(sheet, body) for body in bodies),
    )


def _body(sheet: Sheet, body: Organization) -> BodyItem:
    marks = sheet.marks(body.cites)
    return BodyItem(sheet.link(body), body.classification or "", body.summary, marks)
