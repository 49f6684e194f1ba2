"""Blocks: rectangles, and texts in lines of about one length."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from engine.drawing.figure import text_width, wrap

LEADING = 17
"""From line to line."""
SHORT = 105
"""A line that is no longer is not broken for another."""


@dataclass(frozen=True)
class Box:
    """A rectangle: from left to right, from a height to another."""

    left: float
    right: float
    low: float
    high: float

    def touches(self, other: "Box") -> bool:
        """Whether two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.low < other.high
            and other.low < self.high
        )


def is_cut(lines: Sequence[str], text: str) -> bool:
    """Whether lines do not hold all of a text."""
    return "".join(lines).replace(" ", "") != text.replace(" ", "")


@cache
def even_lines(text: str, limit: float, most: int) -> tuple[str, ...]:
    """A text in few lines of about one length, cut if so many within the limit do not hold it."""
    whole = text_width(text)
    for count, part in ((n, p) for n in range(1, most + 1) for p in range(20 // n, 21)):
        width = whole * part / 20
        found = wrap(text, width, most=count)
        if width <= (limit if count == most else min(limit, SHORT)) and not is_cut(found, text):
            return found
    return wrap(text, limit, most=most)
