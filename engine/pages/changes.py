"""What was changed on the site, the latest first, for readers who were here before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.dates import stamp
from engine.kinds.change import Change
from engine.links import Link
from engine.markdown import Html
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section, touched
from engine.views.page import Blank, Mark, Moment, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class ChangeItem:
    """A change in a list."""

    id: str
    title: str
    moment: Moment
    stamp: str
    """The moment for machines that want a second: the beginning of its date."""
    sort: str
    summary: str
    told: str
    """The summary, else the text in plain words."""
    marks: tuple[Mark, ...]
    body: Html
    about: tuple[Link, ...]


@dataclass(frozen=True)
class ChangesView:
    """What ``pages/changes.html`` shows."""

    opening: Opening
    words: SectionWords
    changes: tuple[ChangeItem, ...]
    feed: str | None
    """The address of the feed; None where the site's own is not known."""


def changes_page(story: Story) -> Iterator[Blank]:
    """The changes, if there is one."""
    if not story.graph.all(Change):
        return
    sheet = Sheet(story, "changes.html", "changes")
    yield Blank(sheet.url, partial(_page, sheet))


def _page(sheet: Sheet) -> Page:
    story, head = sheet.story, opening(sheet, "changes")
    changes = story.graph.all(Change)
    feed = sheet.to("changes.xml") if story.settings.base_url else None
    begun = section(sheet, "changes", "changes")
    view = ChangesView(head, begun, tuple(_item(sheet, one) for one in changes), feed)
    return finish(sheet, "changes", view, (head.title, head.lede or head.title))


def _item(sheet: Sheet, change: Change) -> ChangeItem:
    return ChangeItem(
        change.id,
        sheet.story.filled(change.title),
        sheet.moment(change.date),
        stamp(change.date, sheet.story.graph.zone),
        sheet.story.words[f"change.{change.sort}"],
        sheet.story.filled(change.summary or ""),
        sheet.story.filled(change.summary or " ".join(change.body.sentences).strip()),
        sheet.marks(change.cites),
        sheet.prose(change.body, below=3),
        touched(sheet, change.about),
    )
