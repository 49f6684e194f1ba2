"""Where a source is wrong, garbled or unproven: all of it, by verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.kinds.correction import VERDICTS, Correction
from engine.views.flaws import Flaw, flaw
from engine.views.frame import finish
from engine.views.items import Opening, SectionWords, opening, section
from engine.views.page import Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class VerdictView:
    """The corrections of one verdict."""

    words: SectionWords
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True)
class CorrectionsView:
    """What ``pages/corrections.html`` shows."""

    opening: Opening
    verdicts: tuple[VerdictView, ...]


def corrections_page(story: Story) -> Iterator[Page]:
    """The corrections, if there is one."""
    if not story.graph.all(Correction):
        return
    sheet = Sheet(story, "corrections.html", "corrections")
    head = opening(sheet, "corrections")
    view = CorrectionsView(head, tuple(_verdicts(sheet)))
    yield finish(sheet, "corrections", view, (head.title, head.lede))


def _verdicts(sheet: Sheet) -> Iterator[VerdictView]:
    for verdict in VERDICTS:
        found = [c for c in sheet.story.graph.all(Correction) if c.verdict == verdict]
        if found:
            words = section(sheet, "corrections", verdict)
            yield VerdictView(words, tuple(flaw(sheet, one) for one in found))
