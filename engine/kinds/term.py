"""A glossary entry."""

from typing import ClassVar

from engine.kinds.record import Titled
from engine.values import Line


class Term(Titled):
    """A glossary entry; its body explains it."""

    kind: ClassVar[str] = "term"
    folders: ClassVar[tuple[str, ...]] = ("content/terms",)
    address: ClassVar[str] = "glossary.html#{id}"

    summary: Line
    """One sentence, shown where the term is first met on a page."""
