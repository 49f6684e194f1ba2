"""One page per source: what it is, what rests on it, what would fall with it, every passage."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from engine.kinds.record import Status
from engine.kinds.source import Passage, Source
from engine.links import address
from engine.markdown import Citation, Html
from engine.resting import Claim, Resting
from engine.views.bibliography import Bibliography, bibliography
from engine.views.frame import finish
from engine.views.items import SectionWords, parts
from engine.views.ledger import Standing, in_short, standing
from engine.views.page import Blank, Page
from engine.views.sheet import Sheet
from engine.views.story import Story


@dataclass(frozen=True)
class PassageRow:
    """A passage: its mark, how it is known, what it says, and what rests on it."""

    id: str
    mark: str
    kinds: tuple[Status, ...]
    gist: str
    opens: str | None
    repeats: tuple[str, str] | None
    """The mark and address of the passage that it repeats."""
    unused: str | None
    used_on: tuple[Standing, ...]


@dataclass(frozen=True)
class Ledger:
    """What rests on a source."""

    summary: str
    """How much does, and how much would fall with it."""
    falls: tuple[Standing, ...]
    """What would, but for what stands beside the passage that it rests on."""
    stands: tuple[Standing, ...]
    """What would not, since it rests on others too."""


@dataclass(frozen=True)
class SourceView:
    """What ``pages/source.html`` shows."""

    title: str
    lang: str | None
    voice: str
    """Whose voice it is, in words; empty on a site of one voice."""
    record: Bibliography
    ledger: Ledger
    passages: tuple[PassageRow, ...]
    body: Html
    parts: dict[str, SectionWords]
    """The sections that have anything to show."""


def source_pages(story: Story) -> Iterator[Blank]:
    """A page for each source."""
    for source in story.graph.all(Source):
        sheet = Sheet(story, address(source), "sources")
        yield Blank(sheet.url, partial(_page, sheet, source))


def _page(sheet: Sheet, source: Source) -> Page:
    found = sheet.story.resting[source.id]
    view = SourceView(
        title=source.title,
        lang=sheet.foreign(source.language),
        voice=_voice(sheet, source),
        record=bibliography(sheet, source),
        ledger=_ledger(sheet, source, found),
        passages=tuple(_row(sheet, source, passage, found) for passage in source.passages),
        body=sheet.prose(source.body),
        parts=parts(sheet, "source", {
            "record": True, "rests": found, "passages": source.passages, "account": source.body,
        }),
    )  # fmt: skip
    about = sheet.story.words["source.description"].format(title=source.title)
    words = (source.title, source.summary or about)
    around = sheet.beside(sheet.story.graph.all(Source), source)
    return finish(sheet, "source", view, words, around)


def _voice(sheet: Sheet, source: Source) -> str:
    told = sheet.voice([Citation(source.id, None, source.where.start)])
    return sheet.story.words[f"voice.of.{told}"] if told else ""


def _ledger(sheet: Sheet, source: Source, found: Resting) -> Ledger:
    words = sheet.story.words
    summary = words["ledger.summary"].format(all=len(found), fall=len(found.falls))
    passages = {(source.id, passage.id) for passage in source.passages}
    told = [one for one in found.falls if passages.isdisjoint(_places(one))]
    return Ledger(summary, standing(sheet, told), standing(sheet, found.stands))


def _places(claim: Claim) -> set[tuple[str, str | None]]:
    """The sources and passages that a claim cites."""
    return {(citation.source, citation.passage) for citation in claim.cites}


def _row(sheet: Sheet, source: Source, passage: Passage, found: Resting) -> PassageRow:
    repeated, where = passage.duplicate_of, (source.id, passage.id)
    all_ = (*found.falls, *found.stands)
    here = [one for one in all_ if where in _places(one)]
    return PassageRow(
        passage.id,
        sheet.passage_mark(passage.id)[0],
        passage.kind,
        passage.gist,
        passage.opens,
        (sheet.passage_mark(repeated)[0], f"#{repeated}") if repeated else None,
        passage.unused,
        in_short(sheet, here),
    )
