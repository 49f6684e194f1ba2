"""One channel between two rows of boxes: its lines one below the other, each with its label.

Depths are units below the channel's upper edge. Knows where lines enter, nothing of boxes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.drawing.blocks import LEADING, Box, even_lines, is_cut
from engine.drawing.figure import text_width

FORMS = ((250.0, 1), (170.0, 2), (120.0, 3), (90.0, 3), (76.0, 4))
"""How wide a label may be, and of how many lines; whichever holds it whole and has room."""
FORCED = (120.0, 4)
"""The same for a label that has no room."""
CLEAR = 13
"""Units between a label and a line that runs down beside it: the head of an arrow has room."""
OVER = 6
"""Units over a label."""
UNDER = 5
"""Units between a label and its line."""
CROSS = 9
"""Half the size of the cross on a line that is missing."""
NEAR = 24
"""A label is no further than this from its line."""
BARE = 14
"""The height of a line without a label."""
APART = 12
"""Units between two lines at one depth."""
CROSSING = 30
"""What a crossing costs, in units of height."""
OVERLAP = 1000
"""What a label or a line costs that lies over another."""


@dataclass(frozen=True)
class Item:
    """A line in a channel: where it comes in from above and from below, and its label."""

    key: int
    above: tuple[float, ...]
    below: tuple[float, ...]
    label: str = ""
    crossed: bool = False
    """Whether a cross stands on it."""

    @property
    def left(self) -> float:
        """Where its level part begins."""
        return min((*self.above, *self.below))

    @property
    def right(self) -> float:
        """Where its level part ends."""
        return max((*self.above, *self.below))

    @property
    def middle(self) -> float:
        """The middle of its level part."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Spot:
    """Where a line's level part and its label are."""

    depth: float
    lines: tuple[str, ...] = ()
    box: Box | None = None


@dataclass(frozen=True)
class Laid:
    """A channel's lines in their places. ``cost`` is less the better it can be read."""

    height: float
    spots: dict[int, Spot] = field(default_factory=dict)
    cost: float = 0


Levels = list[list[Item]]
"""The lines of a channel from above; several at one depth if they do not meet."""


def lay(items: Sequence[Item], through: Sequence[float], ends: tuple[float, float]) -> Laid:
    """Every line at the depth where it crosses the fewest others; ``through`` go straight down.

    Labels stay between the ends.
    """
    levels: Levels = []
    for item in sorted(items, key=lambda item: (item.right - item.left, item.key)):
        levels = _best(_with(levels, item), through, ends)
    for item in items:  # with all there, another place may be better
        others = [[i for i in level if i.key != item.key] for level in levels]
        levels = _best(_with([level for level in others if level], item), through, ends)
    return _laid(levels, through, ends)


def _best(tried: Iterator[Levels], through: Sequence[float], ends: tuple[float, float]) -> Levels:
    return min(tried, key=lambda levels: _laid(levels, through, ends).cost)


def _with(levels: Levels, item: Item) -> Iterator[Levels]:
    """Every way to add a line: at the depth of another, or between two."""
    for n, level in enumerate(levels):
        yield [*levels[:n], [*level, item], *levels[n + 1 :]]
    for n in range(len(levels) + 1):
        yield [*levels[:n], [item], *levels[n:]]


def _laid(levels: Levels, through: Sequence[float], ends: tuple[float, float]) -> Laid:
    depth, cost, spots = 0.0, 0.0, {}
    for n, level in enumerate(levels):
        passing = [x for below in levels[n + 1 :] for item in below for x in item.above]
        passing += [x for above in levels[:n] for item in above for x in item.below]
        passing += through
        found = _level(level, passing, ends)
        height = max(found.height, BARE)
        for key, spot in found.spots.items():
            spots[key] = _down(spot, depth + height)
        depth += height
        cost += found.cost + height
    return Laid(depth, spots, cost)


def _level(level: Sequence[Item], passing: Sequence[float], ends: tuple[float, float]) -> Laid:
    """The lines at one depth and their labels; depths are from the line upwards."""
    height, cost, spots, taken = 0.0, 0.0, {}, list[tuple[float, float]]()
    for item in sorted(level, key=lambda item: item.left):
        cost += CROSSING * sum(item.left < x < item.right for x in passing)
        blocking = [*passing, *(x for other in level for x in other.above)]
        spot = _label(item, blocking, taken, ends) or _forced(item, ends)
        left, right = item.left, item.right
        if spot.box:
            left, right = min(left, spot.box.left), max(right, spot.box.right)
            height = max(height, OVER - spot.box.low)
            cost += OVERLAP * sum(spot.box.left < x < spot.box.right for x in blocking)
        cost += OVERLAP * sum(left < b + APART and a < right + APART for a, b in taken)
        taken.append((left, right))
        spots[item.key] = spot
    return Laid(height, spots, cost)


def _label(
    item: Item,
    blocking: Sequence[float],
    taken: Sequence[tuple[float, float]],
    ends: tuple[float, float],
) -> Spot | None:
    """The label over the line, or beside one that only runs down, where nothing runs through.

    None if there is no such place.
    """
    if not item.label:
        return Spot(0)
    clear = CLEAR + (CROSS if item.crossed else 0)
    walls = sorted([(x - clear, x + clear) for x in blocking] + list(taken))
    for limit, most in FORMS:
        lines = even_lines(item.label, limit, most)
        width = max(text_width(line) for line in lines)
        lefts = [
            _pull(item, start, end, width)
            for start, end in _gaps(walls, ends)
            if end - start >= width
        ]
        near = [left for left in lefts if _is_near(left, width, item, blocking)]
        if near and not is_cut(lines, item.label):
            left = min(near, key=lambda left: abs(left + width / 2 - item.middle))
            return _over(item, lines, left)
    return None


def _forced(item: Item, ends: tuple[float, float]) -> Spot:
    """The label over the middle of its line, whatever runs through it."""
    lines = even_lines(item.label, *FORCED)
    return _over(item, lines, _pull(item, *ends, max(text_width(line) for line in lines)))


def _over(item: Item, lines: tuple[str, ...], left: float) -> Spot:
    under = UNDER + (CROSS if item.crossed and item.left < item.right else 0)
    width = max(text_width(line) for line in lines)
    box = Box(round(left, 1), round(left + width, 1), -under - LEADING * len(lines), -under)
    return Spot(0, lines, box)


def _gaps(
    walls: Sequence[tuple[float, float]], ends: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """The free stretches between walls."""
    start = ends[0]
    for left, right in walls:
        yield start, left
        start = max(start, right)
    yield start, ends[1]


def _pull(item: Item, start: float, end: float, width: float) -> float:
    """Where a label begins that is as near the middle of its line as a stretch allows."""
    return min(max(item.middle - width / 2, start), end - width)


def _is_near(left: float, width: float, item: Item, blocking: Sequence[float]) -> bool:
    """Whether a label is close to its line, and no other line is between them."""
    right = left + width
    between = [x for x in blocking if item.right < x <= left or right <= x < item.left]
    return left <= item.right + NEAR and item.left - NEAR <= right and not between


def _down(spot: Spot, depth: float) -> Spot:
    box = spot.box
    moved = box and Box(box.left, box.right, box.low + depth, box.high + depth)
    return Spot(depth, spot.lines, moved)
