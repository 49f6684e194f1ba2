"""A place where a source is wrong, garbled or unproven."""

from typing import TYPE_CHECKING, ClassVar, Literal

from engine.kinds.record import Titled
from engine.values import Flag, Line, Ref

if TYPE_CHECKING:
    from engine.kinds.source import Source

VERDICTS = ("contradicted", "outdated", "unproven", "garbled", "contradicts-itself")
"""In the order in which they are shown."""


class Correction(Titled):
    """A place where a source is wrong, garbled or unproven."""

    kind: ClassVar[str] = "correction"
    folders: ClassVar[tuple[str, ...]] = ("content/corrections",)
    address: ClassVar[str] = "corrections.html#{id}"
    must_cite: ClassVar[bool] = True

    source: Ref["Source"]
    """Which source."""
    passages: tuple[Line, ...] = ()
    """The ids of the passages where it stands."""
    claim: Line
    """What the source says."""
    finding: Line
    """What is so, or why it cannot be so."""
    verdict: Literal["garbled", "contradicted", "contradicts-itself", "unproven", "outdated"]
    certainty: Literal["certain", "likely", "unclear"] | None = None
    key: Flag = False
    """Whether it changes the story; it is shown first."""
    about: tuple[Line, ...] = ()
    """The records that it touches: ``event/ID``, ``person/ID`` and so on."""
