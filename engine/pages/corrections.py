"""Where a source is wrong, garbled or unproven: what changes the story first, then by verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.kinds.correction import Correction
from engine.links import Link
from engine.verdicts import Group, groups
from engine.views.flaws import Flaw, flaw
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section, section_words
from engine.views.page import Blank, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class VerdictView:
    """The corrections of one verdict, in full; or where they are, with the title of each."""

    words: SectionWords
    flaws: tuple[Flaw, ...]
    apart: Link | None
    titles: tuple[tuple[str, Link], ...]
    """The id and the title of each that stands apart."""


@dataclass(frozen=True)
class CorrectionsView:
    """What ``pages/corrections.html`` shows."""

    opening: Opening
    verdicts: tuple[VerdictView, ...]


@dataclass(frozen=True)
class ApartView:
    """What ``pages/corrections_apart.html`` shows."""

    words: SectionWords
    flaws: tuple[Flaw, ...]


def corrections_page(story: Story) -> Iterator[Blank]:
    """The corrections, if there is one, and a page for each group that has no room there."""
    if not story.graph.all(Correction):
        return
    sheet = Sheet(story, "corrections.html", "corrections")
    yield Blank(sheet.url, partial(_page, sheet))
    for group in groups(story.graph):
        if group.url != sheet.url:
            apart = Sheet(story, group.url, "corrections")
            yield Blank(apart.url, partial(_apart, apart, group))


def _page(sheet: Sheet) -> Page:
    head = opening(sheet, "corrections")
    view = CorrectionsView(head, tuple(_verdict(sheet, one) for one in groups(sheet.story.graph)))
    return finish(sheet, "corrections", view, (head.title, head.lede))


def _verdict(sheet: Sheet, group: Group) -> VerdictView:
    words = section(sheet, "corrections", group.id)
    if group.url == sheet.url:
        return VerdictView(words, tuple(flaw(sheet, one) for one in group.corrections), None, ())
    count = sheet.story.words["flaw.apart"].format(n=len(group.corrections))
    titles = tuple((one.id, sheet.link(one)) for one in group.corrections)
    return VerdictView(words, (), Link(sheet.to(group.url), count), titles)


def _apart(sheet: Sheet, group: Group) -> Page:
    words = section_words(sheet, "corrections", group.id)
    view = ApartView(words, tuple(flaw(sheet, one) for one in group.corrections))
    title = f"{sheet.story.nav_title('corrections')}: {words.tag or words.title}"
    return finish(sheet, "corrections_apart", view, (title, words.title))
