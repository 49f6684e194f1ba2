"""Something that happened at a time."""

from typing import TYPE_CHECKING, ClassVar

from engine.kinds.record import Status, Titled
from engine.values import Flag, Line, Ref, When

if TYPE_CHECKING:
    from engine.kinds.organization import Organization
    from engine.kinds.person import Person


class Event(Titled):
    """Something that happened at a time."""

    kind: ClassVar[str] = "event"
    folders: ClassVar[tuple[str, ...]] = ("content/events",)
    parts: ClassVar[tuple[str, ...]] = ("account", "seats", "notes")
    address: ClassVar[str] = "timeline/{id}.html"
    must_cite: ClassVar[bool] = True

    summary: Line
    """One or two plain sentences."""
    status: Status
    """How well it is known."""
    date: When
    """When it happened, no more precisely than it is known."""
    people: tuple[Ref["Person"], ...] = ()
    """Who took part."""
    organizations: tuple[Ref["Organization"], ...] = ()
    """Which bodies took part."""
    strand: Line | None = None
    """One of the site's strands."""
    known: When | None = None
    """When the public learned it, if later."""
    key: Flag = False
    """Part of the short version."""
    place: Line | None = None
    """Where it happened, in words."""
