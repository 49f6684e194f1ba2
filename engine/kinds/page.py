"""Running text, and the words of the pages that the engine makes."""

from typing import ClassVar

from pydantic import Field

from engine.fields import Part
from engine.kinds.record import Status, Titled
from engine.values import Cite, Flag, Line, Rich

SECTIONS: dict[str, tuple[str, ...]] = {
    "index": ("voices", "hours", "cast", "vote", "structure", "explanations", "knowledge"),
    "timeline": ("scale", "events"),
    "known": ("events",),
    "cast": ("board", "rest"),
    "governance": ("structure", "board", "vote", "seats", "rules", "bodies"),
    "explanations": ("cases", "matrix"),
    "sources": ("sources", "types", "alone", "unnamed", "kinds", "unused"),
    "corrections": ("key", "contradicted", "outdated", "unproven", "garbled", "contradicts-itself"),
    "glossary": (),
    "changes": ("changes",),
}
"""The pages that the engine makes, and the ids of their sections.

The site's eras are sections of ``timeline`` and ``known`` too, its groups of ``cast``.
"""


class Spine(Part):
    """The source's own words beside the title."""

    text: Line
    lang: Line | None = None
    gloss: Line | None = None


class Answer(Part):
    """One sentence of the short answer."""

    text: Line
    cites: tuple[Cite, ...] = ()
    status: Status | None = None


class Section(Part):
    """The words of one section of a page that the engine makes."""

    tag: Line | None = None
    """The topic, small."""
    title: Line | None = None
    """The finding."""
    text: Rich | None = None
    note: Rich | None = None
    """Stands in the margin."""


class Page(Titled):
    """Running text, and the words of the pages that the engine makes."""

    kind: ClassVar[str] = "page"
    folders: ClassVar[tuple[str, ...]] = ("content/pages",)
    parts: ClassVar[tuple[str, ...]] = ("notes",)
    address: ClassVar[str] = "{id}.html"

    nav_title: Line | None = None
    """A shorter title for the navigation."""
    nav: Flag = True
    """Whether the footer leads to it."""
    spine: Spine | None = None
    answer: tuple[Answer, ...] = ()
    """The short answer; the front page only."""
    sections: dict[str, Section] = Field(default_factory=dict)
