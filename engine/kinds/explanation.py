"""One proposed reason for what happened."""

from typing import TYPE_CHECKING, ClassVar

from engine.fields import Part
from engine.kinds.record import Status, Titled
from engine.values import Cite, Line, Number, Ref

if TYPE_CHECKING:
    from engine.kinds.organization import Organization
    from engine.kinds.person import Person
    from engine.kinds.source import Source


class Proponent(Part):
    """Who puts an explanation forward: a person, an organization, a source, or words."""

    person: Ref["Person"] | None = None
    organization: Ref["Organization"] | None = None
    source: Ref["Source"] | None = None
    words: Line | None = None
    """Who it is, where nobody is named."""
    status: Status | None = None
    cites: tuple[Cite, ...] = ()


class Verdict(Part):
    """How firmly it stands: a phrase and a sentence, never a score."""

    title: Line
    text: Line


class Explanation(Titled):
    """One proposed reason for what happened."""

    kind: ClassVar[str] = "explanation"
    folders: ClassVar[tuple[str, ...]] = ("content/explanations",)
    parts: ClassVar[tuple[str, ...]] = ("for", "against", "neither", "missing", "account", "notes")
    address: ClassVar[str] = "explanations/{id}.html"

    summary: Line
    """One or two plain sentences."""
    proponents: tuple[Proponent, ...] = ()
    """Who puts it forward."""
    missing: Line | None = None
    """What the sources do not contain."""
    settled_by: Line | None = None
    """What would settle it."""
    verdict: Verdict | None = None
    rank: Number | None = None
    """Its place in the order: the best supported first."""
