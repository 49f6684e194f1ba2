"""Something that was changed on the site, for its readers."""

from typing import ClassVar, Literal

from engine.kinds.record import Titled
from engine.values import Line, When


class Change(Titled):
    """Something that was changed on the site, for its readers."""

    kind: ClassVar[str] = "change"
    folders: ClassVar[tuple[str, ...]] = ("content/changes",)
    address: ClassVar[str] = "changes.html#{id}"

    date: When
    """When it was changed."""
    sort: Literal["correction", "clarification", "update"]
    """What was wrong, what was unclear, or what is new."""
    about: tuple[Line, ...] = ()
    """The records that it touches: ``event/ID``, ``person/ID`` and so on."""
