"""Everything that a reader can look for, as the search and the A–Z index list it.

Knows the records and where they are published; not how they are ranked, ordered or shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dates import Date, in_short, in_words, machine
from engine.kinds.correction import Correction
from engine.kinds.event import Event
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.kinds.page import SECTIONS
from engine.kinds.page import Page as PageWords
from engine.kinds.person import Person
from engine.kinds.record import Named, Record
from engine.kinds.source import Passage, Source
from engine.kinds.term import Term
from engine.links import address, main_pages
from engine.views.sheet import Sheet
from engine.views.story import Story

SORTS = (
    *("person", "organization", "event", "motion", "explanation", "evidence"),
    *("term", "correction", "passage", "source", "page"),
)
"""What is found, in the order in which equal finds are listed."""


@dataclass(frozen=True)
class Name:
    """A way to write a name."""

    text: str
    lang: str | None = None
    """Where it is not the site's language."""


@dataclass(frozen=True)
class Findable:
    """Something that a reader can look for; its address is from the site's root."""

    sort: str
    """One of ``SORTS``."""
    name: Name
    url: str
    names: tuple[Name, ...] = ()
    """Other ways to write its name."""
    beside: Name = Name("")
    """What is told beside the name: a date in short, a verdict, the source of a passage."""
    dates: str = ""
    """Its date in words and in figures."""
    text: str = ""
    """What it says in short, and the words to find it by."""


def findables(story: Story) -> tuple[Findable, ...]:
    """Everything that is published, sort by sort; within a sort in the order of the graph.

    Events of the short version come before the others: equal finds are listed so.
    """
    sheet = Sheet(story, "", "")
    found = [_found(sheet, record) for kind in _KINDS for record in _in_order(story, kind)]
    found += [_passage(sheet, *one) for one in story.graph.passages()]
    found += _pages(story)
    return tuple(sorted(found, key=lambda one: SORTS.index(one.sort)))


_KINDS: tuple[type[Record], ...] = (
    Person, Organization, Event, Motion, Explanation, Evidence, Term, Correction, Source,
)  # fmt: skip


def _in_order(story: Story, kind: type[Record]) -> list[Record]:
    return sorted(story.graph.all(kind), key=lambda one: not (isinstance(one, Event) and one.key))


def _found(sheet: Sheet, record: Record) -> Findable:
    link = sheet.link(record)
    date = record.date if isinstance(record, Event | Motion) else None
    return Findable(
        record.kind,
        Name(link.title, link.lang),
        address(record),
        tuple(_names(sheet, record)),
        _beside(sheet, record),
        _dates(sheet.story, date) if date else "",
        _joined(record.summary, *_more(record), *record.tags),
    )


def _names(sheet: Sheet, record: Record) -> Iterator[Name]:
    """The other spellings, each once."""
    others = record.other_names if isinstance(record, Named) else ()
    unique = {other.name: Name(other.name, sheet.foreign(other.lang)) for other in others}
    yield from (name for text, name in unique.items() if text != sheet.link(record).title)


def _beside(sheet: Sheet, record: Record) -> Name:
    if isinstance(record, Event | Motion):
        return Name(sheet.short(record.date))
    if isinstance(record, Correction):
        return Name(sheet.story.words[f"section.corrections.{record.verdict}"])
    return Name("")


def _dates(story: Story, date: Date) -> str:
    """``Fri 3 May 2024 3 May 2024 2024-05-03``, so that any of them is found."""
    zone, words = story.graph.zone, story.date_words
    figures = (machine(date, zone) or "").partition("T")[0]
    return _joined(in_short(date, words, zone), in_words(date, words, zone), figures)


def _more(record: Record) -> Iterator[str | None]:
    """What a record says besides its summary."""
    if isinstance(record, Correction):
        yield from (record.claim, record.finding)
    elif isinstance(record, Motion):
        yield record.text
    elif isinstance(record, Explanation) and record.verdict:
        yield record.verdict.title
    elif isinstance(record, Source):
        yield from (record.author, record.publisher)


def _passage(sheet: Sheet, source: Source, passage: Passage) -> Findable:
    mark, spoken = sheet.passage_mark(passage.id)
    as_asked = sheet.story.words["search.passage"].format(n=passage.id.removeprefix("p"))
    return Findable(
        "passage",
        Name(mark),
        f"{address(source)}#{passage.id}",
        (Name(passage.id), Name(spoken), Name(as_asked)),
        Name(source.title, sheet.foreign(source.language)),
        "",
        _joined(passage.gist, passage.opens),
    )


def _pages(story: Story) -> Iterator[Findable]:
    """The engine's pages by the names of the navigation, then those of running text."""
    for name in main_pages(story.graph):
        words = story.page_words(name)
        names = (Name(story.filled(words.title)),) if words and words.nav_title else ()
        text = story.filled(words.summary or "") if words else ""
        yield Findable("page", Name(story.nav_title(name)), f"{name}.html", names, text=text)
    for page in story.graph.all(PageWords):
        if page.id not in SECTIONS:
            text = story.filled(page.summary or "")
            yield Findable("page", Name(story.filled(page.title)), address(page), text=text)


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
