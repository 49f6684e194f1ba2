"""What all pages share: the Page, its meta, and the small views that many pages show.

Templates see views and meta only; nothing here knows how they are made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from engine.figures.seal import Logo
from engine.figures.ticks import Ticks
from engine.kinds.record import Status
from engine.links import Link
from engine.markdown import Html


@dataclass(frozen=True)
class Mark:
    """The mark of a citation: ``¶16``, and where it leads."""

    text: str
    url: str
    spoken: str
    lead: str = ""
    """The word within it, where another voice begins."""


@dataclass(frozen=True)
class Note:
    """A numbered note on a passage, or on a source as a whole."""

    number: int
    source: Link
    mark: Mark
    """That of the passage, or of the source."""
    about: str
    """For a source of the record: who published it, when, and what it is."""
    is_record: bool
    is_numbered: bool
    """Whether its number is all that its mark in a text says."""
    gist: str
    """What it says."""
    kinds: tuple[Status, ...]
    """How it is known."""


@dataclass(frozen=True)
class Notes:
    """The notes on one source, or all notes on the record, in the order of the text."""

    head: str
    source: Link | None
    """None where each note names its own."""
    notes: tuple[Note, ...]

    @property
    def is_for_paper(self) -> bool:
        """Whether they are needed where the passages stand too: by number, as no passage is."""
        return any(note.is_numbered for note in self.notes)


@dataclass(frozen=True)
class Moment:
    """A date for readers and for machines."""

    words: str
    short: str
    precision: str
    machine: str | None


@dataclass(frozen=True)
class Rests:
    """Which passages of one source a page rests on."""

    source: Link
    ticks: Ticks
    marks: tuple[Mark, ...]
    of: str


@dataclass(frozen=True)
class DataFile:
    """A file of open data: its address as written on the page, its name, its media type."""

    url: str
    title: str
    type: str


@dataclass(frozen=True)
class Head:
    """What a page tells search engines, and who shows a link to it."""

    data: Html
    """JSON-LD, safe between the tags of a script."""
    sort: str
    """``website`` or ``article``, as the Open Graph has it."""
    card: str | None
    """The whole address of the picture."""


@dataclass(frozen=True)
class Meta:
    """What every template needs besides its view."""

    url: str
    title: str
    description: str
    nav: tuple[tuple[Link, str], ...]
    """The main pages, and the ``aria-current`` of each: ``page``, ``true`` or nothing."""
    foot: tuple[Link, ...]
    home: str
    root: str
    """What an address from the site's root begins with on this page: nothing, ``../`` and so on."""
    here: str
    """The page's own address as written on it."""
    search: str
    """The address of the search page."""
    logo: Logo
    reviewed: Moment | None
    crumbs: tuple[Link, ...] = ()
    """The way from the front page down to this one, which is not among them."""
    contents: tuple[Link, ...] = ()
    """The sections of the page, if they are enough to be listed."""
    before: Link | None = None
    after: Link | None = None
    """The neighbours along the story."""
    rests: tuple[Rests, ...] = ()
    notes: tuple[Note, ...] = ()
    """All notes, by their numbers."""
    at_foot: tuple[Notes, ...] = ()
    """Those that stand beside no text."""
    canonical: str | None = None
    files: tuple[DataFile, ...] = ()
    head: Head | None = None
    """None on a page that nobody is to find."""


@dataclass(frozen=True)
class Page:
    """One HTML page to be: an address, a template and what the template sees."""

    url: str
    template: str
    view: object
    meta: Meta


@dataclass(frozen=True)
class Blank:
    """A page that nobody has written yet: its address, and who writes it when it is asked for."""

    url: str
    write: Callable[[], Page]

    @cached_property
    def page(self) -> Page:
        """The page, written once."""
        return self.write()
