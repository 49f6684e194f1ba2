"""One piece of evidence, and what it says about each explanation."""

from typing import ClassVar, Literal

from engine.kinds.record import Status, Titled

Bearing = Literal["supports", "against", "neither"]


class Evidence(Titled):
    """One piece of evidence, and what it says about each explanation."""

    kind: ClassVar[str] = "evidence"
    folders: ClassVar[tuple[str, ...]] = ("content/evidence",)
    address: ClassVar[str] = "explanations.html#evidence-{id}"
    must_cite: ClassVar[bool] = True

    status: Status
    """How well it is known."""
    bears_on: dict[str, Bearing]
    """For each explanation by its id: ``supports``, ``against`` or ``neither``."""
