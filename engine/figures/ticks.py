"""Source → Ticks: which of its passages a page rests on, one tick for each.

Knows no words: the text beside the ticks says the same.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from engine.kinds.source import Source

MOST = 60
"""Of more passages each tick is a tenth."""
TENTHS = 10
PITCH, INDENT, WIDTH, HEIGHT, IDLE = 20, 4, 12, 40, 14
"""From tick to tick, before the first, a tick's width, its height if cited in full, if not."""


@dataclass(frozen=True)
class Tick:
    """A passage, or a tenth of all."""

    path: str
    """For ``d``: as high as the share that is cited."""
    cited: int
    of: int


@dataclass(frozen=True)
class Ticks:
    """The passages of a source, in order, in the units of the view box."""

    box: str
    """For ``viewBox``."""
    ticks: tuple[Tick, ...]
    cited: int
    total: int


def ticks(source: Source, cited: Collection[str]) -> Ticks:
    """One tick for each passage, or for each tenth of many; ``cited`` are ids of passages."""
    hits = [passage.id in cited for passage in source.passages]
    count = len(hits) if len(hits) <= MOST else TENTHS
    bounds = [len(hits) * n // max(count, 1) for n in range(count + 1)]
    parts = [hits[start:end] for start, end in pairwise(bounds)]
    drawn = tuple(_tick(number, sum(part), len(part)) for number, part in enumerate(parts))
    return Ticks(f"0 0 {PITCH * max(count, 1)} {HEIGHT}", drawn, sum(hits), len(hits))


def _tick(number: int, cited: int, of: int) -> Tick:
    height = round(HEIGHT * cited / of, 1) if cited else IDLE
    left, top = INDENT + PITCH * number, HEIGHT - height
    return Tick(f"M{left} {top:g}h{WIDTH}v{height:g}h-{WIDTH}z", cited, of)
