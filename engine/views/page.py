"""What all pages share: the Page, its meta, and the small views that many pages show.

Templates see views and meta only; nothing here knows how they are made.
"""

from dataclasses import dataclass

from engine.figures.seal import Logo
from engine.figures.ticks import Ticks
from engine.kinds.record import Status
from engine.links import Link


@dataclass(frozen=True)
class Mark:
    """The mark of a citation: ``¶16``, and where it leads."""

    text: str
    url: str
    spoken: str


@dataclass(frozen=True)
class Note:
    """A numbered note: which passage of which source, and what it says."""

    number: int
    mark: str
    spoken: str
    source: Link
    url: str
    """The passage's address."""
    gist: str
    kinds: tuple[Status, ...]


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
class Meta:
    """What every template needs besides its view."""

    url: str
    title: str
    description: str
    nav: tuple[tuple[Link, str], ...]
    """The main pages, and the ``aria-current`` of each: ``page``, ``true`` or nothing."""
    foot: tuple[Link, ...]
    home: str
    style: str
    logo: Logo
    reviewed: Moment | None
    rests: tuple[Rests, ...] = ()
    notes: tuple[Note, ...] = ()
    canonical: str | None = None


@dataclass(frozen=True)
class Page:
    """One HTML page to be: an address, a template and what the template sees."""

    url: str
    template: str
    view: object
    meta: Meta
