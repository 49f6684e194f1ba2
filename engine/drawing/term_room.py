"""The room for a drawing of seats over time: how large it is, and where names and words stand.

Knows units across and down, nothing of dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from engine.drawing.figure import NARROW, WIDE, Label, text_width, wrap

BESIDE = (140, 240)
"""The least and the most units for names beside the bars."""
STUB, GAP = 33, 2
"""How long a dash is before a bar whose beginning is not known, and from it to the bar."""
TIP = 10
"""How long the head of an arrow is."""
NEAR = 7
"""From the end of a bar to what is said of it."""


@dataclass(frozen=True)
class Room:
    """The measures of one drawing."""

    width: float
    names: float
    """Units for names beside the bars; 0 where they stand above them."""
    after: float
    """Units between the end of the axis and that of a bar which goes on."""
    bar: float
    """How high a bar is."""
    pitch: float
    """From bar to bar."""
    line: float
    """From one line of words to the next."""

    @property
    def stub(self) -> tuple[float, float]:
        """The dash before a bar whose beginning is not known."""
        start = self.names + 16 if self.names else 1
        return start, start + STUB

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return self.stub[1] + GAP

    @property
    def right(self) -> float:
        """Where a bar ends that goes on."""
        return self.width - TIP - 3

    @property
    def last(self) -> float:
        """Where the axis ends."""
        return self.right - self.after

    @property
    def above(self) -> float:
        """From the axis down to the first bar."""
        return 20 if self.names else 36

    def base(self, row: int) -> float:
        """The base line of a row of words over the axis, counted from 0."""
        return self.line * (row + 1) - 2

    def name(self, text: str, word: str, y: float) -> Label:
        """A name beside a bar whose top is at ``y``, or above it beside the word for its end."""
        if self.names:
            return Label(0, y + self.bar - 3, wrap(text, self.names, most=1))
        return Label(0, y - 6, wrap(text, self.width - text_width(word) - 3 * NEAR, most=1))

    def word(self, text: str, after: float, y: float) -> Label:
        """How a bar ended, right of a place if there is room."""
        if not self.names:
            return Label(self.width, y - 6, (text,), "end")
        if after + text_width(text) > self.width:
            return Label(self.width, y + self.bar - 3, (text,), "end")
        return Label(after, y + self.bar - 3, (text,))

    def beside(self, x: float, width: float) -> tuple[float, str]:
        """Where a text so wide begins or ends: right of a place, or left, or else at the edge."""
        if x + NEAR + width <= self.width:
            return x + NEAR, "start"
        return (x - NEAR, "end") if x - NEAR >= width else (self.width, "end")


def wide(names: Sequence[str], words: Sequence[str]) -> Room:
    """Names stand beside the bars, and the words at their ends."""
    widest = max(map(text_width, names), default=0)
    after = max((text_width(word) for word in words if word), default=0)
    beside = ceil(min(max(widest, BESIDE[0]), BESIDE[1]))
    return Room(WIDE, beside, ceil(after) + 60, bar=16, pitch=34, line=22)


def narrow() -> Room:
    """Names stand above the bars, and the words beside the names."""
    return Room(NARROW, 0, after=46, bar=13, pitch=44, line=18)
