"""Labels above a rail, each with a line down to its mark; none touches another, a line or a mark.

Heights are units above the rail. Knows rectangles, nothing of events.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil

from engine.drawing.blocks import LEADING, Box
from engine.drawing.figure import text_width
from engine.memory import kept

LOWEST = 30
"""The height of the lowest label's lower edge."""
STEP = 20
"""From each height at which a label may stand to the next."""
MARGIN = 5
"""Between a label and a mark or a line beside it."""
APART = 9
"""Between two labels side by side."""
ABOVE = 3
"""Over and under a label."""
HANG = 8
"""How far a label that hangs to one side reaches to the other."""
UNLED = 9
"""A label so near above its mark needs no line."""
FULL = 0.75
"""No more than this part of all room is ever taken."""
TRIALS = 150
"""So often a label is laid before a height is given up."""
ANCHORS = ("middle", "start", "end")


@dataclass(frozen=True)
class Wish:
    """A mark that wants a label: its x, the height of its top, and the label in lines."""

    x: float
    top: float
    forms: tuple[tuple[str, ...], ...]
    """The ways in which it may be broken into lines, the best first."""
    spare: tuple[tuple[str, ...], ...] = ()
    """Shorter ones, for where these find no place."""

    @property
    def lowest(self) -> float:
        """The least height that its label takes, and what is below."""
        return max(LOWEST, self.top) + min(map(_height, self.forms))

    @property
    def area(self) -> float:
        """The least room that its label takes."""
        forms = (*self.forms, *self.spare)
        return min((_width(lines) + MARGIN) * _height(lines) for lines in forms)


def _width(lines: tuple[str, ...]) -> float:
    return max(text_width(line) for line in lines)


def _height(lines: tuple[str, ...]) -> float:
    return LEADING * len(lines)


@dataclass(frozen=True)
class Flag:
    """A label that has found its place. ``anchor`` is start, middle or end."""

    wish: Wish
    lines: tuple[str, ...]
    box: Box
    anchor: str

    @property
    def has_line(self) -> bool:
        """Whether a line leads down to the mark."""
        return self.box.low - self.wish.top > UNLED

    @property
    def is_spare(self) -> bool:
        """Whether its form is one of the shorter ones."""
        return self.lines in self.wish.spare

    @cached_property
    def room(self) -> Box:
        """The label and what it keeps clear on both sides."""
        box = self.box
        return Box(box.left - MARGIN, box.right + MARGIN, box.low - ABOVE, box.high + ABOVE)

    @cached_property
    def broad(self) -> Box:
        """The label and what another label's room keeps clear of."""
        box, more = self.box, APART - MARGIN
        return Box(box.left - more, box.right + more, box.low, box.high)

    @cached_property
    def line(self) -> Box:
        """The room that the line takes."""
        return Box(self.wish.x - 1, self.wish.x + 1, self.wish.top, self.box.low)


@kept(32)
def flags(
    wishes: Sequence[Wish], marks: Sequence[Box], ends: tuple[float, float], most: int
) -> tuple[Flag, ...] | None:
    """All labels from the left, in at most so many heights, low; None if they do not fit.

    A search that gives up after so many trials may miss a way that there is.
    """
    area = sum(wish.area for wish in wishes)
    fewest = max(1, ceil(area / (FULL * STEP * (ends[1] - ends[0]))))
    if fewest > most:
        return None
    tries = {wish: _tries(wish, wish.forms, marks, ends, most) for wish in wishes}
    met: dict[tuple[int, int], bool] = {}
    highest = _found(wishes, tries, most, met)
    if highest is not None:
        return _lowest(range(fewest, most), highest, lambda at: _found(wishes, tries, at, met))
    both = {w: (*tries[w], *_tries(w, w.spare, marks, ends, most)) for w in wishes}
    return (found := _found(wishes, both, most, met)) and _lengthened(found, tries)


def _lowest(
    heights: range, highest: tuple[Flag, ...], find: Callable[[int], tuple[Flag, ...] | None]
) -> tuple[Flag, ...]:
    """The labels in the fewest heights that can be found, by halving; else the highest."""
    best, low, high = highest, heights.start, heights.stop
    while low < high:
        middle = (low + high) // 2
        found = find(middle)
        if found is None:
            low = middle + 1
        else:
            best, high = found, middle
    return best


def _lengthened(laid: tuple[Flag, ...], tries: Mapping[Wish, tuple[Flag, ...]]) -> tuple[Flag, ...]:
    """The labels, with the shorter forms given up wherever a longer one now finds a place."""
    for flag in laid:
        others = [other for other in laid if other.wish != flag.wish]
        if flag.is_spare:
            better = next((f for f in tries[flag.wish] if _is_free(f, others)), flag)
            laid = tuple(better if other is flag else other for other in laid)
    return laid


def _found(
    wishes: Sequence[Wish],
    tries: Mapping[Wish, tuple[Flag, ...]],
    height: int,
    met: dict[tuple[int, int], bool],
) -> tuple[Flag, ...] | None:
    """All labels, from the left, in so many heights; looked for from both sides."""
    top = LOWEST + STEP * (height - 1)
    low = {wish: tuple(flag for flag in tries[wish] if flag.box.low <= top) for wish in wishes}
    for from_right in (True, False):
        order = sorted(wishes, key=lambda wish: wish.x, reverse=from_right)
        found = _Search(order, low, [TRIALS], met).rest(())
        if found is not None:
            return tuple(sorted(found, key=lambda flag: flag.wish.x))
    return None


def _tries(
    wish: Wish,
    forms: Sequence[tuple[str, ...]],
    marks: Sequence[Box],
    ends: tuple[float, float],
    height: int,
) -> tuple[Flag, ...]:
    """Where a label could stand without touching a mark, the lowest first."""
    found = []
    for slot, lines, anchor in product(range(height), forms, ANCHORS):
        low, width = LOWEST + slot * STEP, _width(lines)
        left = _left(wish.x, width, anchor, ends)
        box = Box(left, left + width, low, low + _height(lines))
        flag = Flag(wish, lines, box, _at_edge(box, ends) or anchor)
        is_in = low >= wish.top + 2 and box.right <= ends[1]
        if is_in and not any(flag.room.touches(mark) for mark in marks):
            found.append(flag)
    return tuple(found)


@dataclass(frozen=True)
class _Search:
    """Lays one label after the other, and takes back the last where the next finds no place."""

    order: Sequence[Wish]
    tries: Mapping[Wish, tuple[Flag, ...]]
    trials: list[int]
    """How many more there may be."""
    met: dict[tuple[int, int], bool]
    """Whether two labels, by their ids, are in each other's way."""

    def rest(self, laid: tuple[Flag, ...]) -> tuple[Flag, ...] | None:
        """These labels and all that come after them."""
        if len(laid) == len(self.order):
            return laid
        waiting = self.order[len(laid) + 1 :]
        free = [f for f in self.tries[self.order[len(laid)]] if self._is_free(f, laid)]
        for flag in sorted(free, key=lambda flag: (flag.is_spare, not _leaves_room(flag, waiting))):
            self.trials[0] -= 1
            if self.trials[0] < 0:
                return None
            found = self.rest((*laid, flag))
            if found is not None:
                return found
        return None

    def _is_free(self, flag: Flag, laid: Sequence[Flag]) -> bool:
        """As ``_is_free``, but each pair is measured once in all the search."""
        met = self.met
        for other in laid:
            pair = (id(flag), id(other))
            if pair not in met:
                met[pair] = not _is_free(flag, (other,))
            if met[pair]:
                return False
        return True


def _is_free(flag: Flag, laid: Sequence[Flag]) -> bool:
    return not any(
        flag.room.touches(other.broad)
        or flag.room.touches(other.line)
        or other.room.touches(flag.line)
        for other in laid
    )


def _leaves_room(flag: Flag, waiting: Sequence[Wish]) -> bool:
    """Whether the labels of all marks below a label can still stand beneath it."""
    covered = [w for w in waiting if flag.room.left < w.x < flag.room.right]
    return all(flag.room.low >= wish.lowest for wish in covered)


def _at_edge(box: Box, ends: tuple[float, float]) -> str:
    """The anchor of a label at an edge: there, so that in a wider font nothing is cut off."""
    if box.left <= ends[0]:
        return "start"
    return "end" if box.right >= ends[1] else ""


def _left(x: float, width: float, anchor: str, ends: tuple[float, float]) -> float:
    reach = {"start": HANG, "middle": width / 2, "end": width - HANG}[anchor]
    return max(min(x - reach, ends[1] - width), ends[0])
