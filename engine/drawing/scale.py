"""An axis of time: instants → units across, and the ticks and names that fit along it.

Knows the calendar and how wide words are; nothing of events but when they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from engine.drawing.faces import BOLD, PLAIN
from engine.drawing.figure import WIDE, text_width
from engine.drawing.unit_words import HEADS, head_names, step_name
from engine.drawing.units import PARTS, UNITS, Unit, begins

CLOSEST = 6
"""Units between two ticks at least."""
GAP = 5
"""Units between two names at least, if all steps are named."""
TIGHT = 4
"""Units between two names at least, if only steps with an event are named."""
CUT = 0.9
"""A step of which less than this part is on the axis is cut: February is no cut month."""
NARROWEST = 8
"""A step that takes fewer units is never named."""


@dataclass(frozen=True)
class Scale:
    """From ``start`` up to ``end``, drawn from ``left`` to ``right``."""

    start: int
    end: int
    left: float
    right: float

    def x(self, instant: float) -> float:
        """Where an instant is; beyond the ends, at the nearer one."""
        part = (instant - self.start) / (self.end - self.start)
        return round(self.left + min(max(part, 0), 1) * (self.right - self.left), 1)

    def room(self, unit: Unit) -> float:
        """About how many units across a step of the calendar takes."""
        return unit.minutes / (self.end - self.start) * (self.right - self.left)


@dataclass(frozen=True)
class AxisName:
    """A word under an axis; ``strong`` where something happened."""

    text: str
    x: float
    anchor: str = "middle"
    strong: bool = False

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it stands."""
        width = text_width(self.text, BOLD if self.strong else PLAIN)
        left = self.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return left, left + width


@dataclass(frozen=True)
class Ruler:
    """What is drawn and written along an axis."""

    fine: Unit
    """The finest step that is ticked."""
    ticks: tuple[float, ...]
    names: tuple[AxisName, ...]
    heads: tuple[AxisName, ...]
    """The second row: the days over hours, the months over days, the years over months."""


def ruler(scale: Scale, events: Sequence[float], words: Mapping[str, str], zone: ZoneInfo) -> Ruler:
    """The finest names that do not collide; ``events`` are instants that make a name strong."""
    rule = _Rule(scale, tuple(events), words, zone)
    unit, names = UNITS[-1], None
    for unit in UNITS:
        names = rule.names(unit) if scale.room(unit) >= NARROWEST else None
        if names:
            break
    parts = [part for part in PARTS.get(unit.name, ()) if scale.room(part) >= CLOSEST]
    fine = parts[0] if parts else unit
    ticks = {scale.x(at) for part in (fine, unit) for at, _ in rule.begins(part)}
    ends = {round(scale.left, 1), round(scale.right, 1)}
    return Ruler(fine, tuple(sorted(ticks | ends)), tuple(names or ()), tuple(rule.heads(unit)))


@dataclass(frozen=True)
class _Rule:
    """What names are made from."""

    scale: Scale
    events: tuple[float, ...]
    words: Mapping[str, str]
    zone: ZoneInfo

    def begins(self, unit: Unit) -> Iterator[tuple[int, str]]:
        """Each step of a unit on the axis: when it begins, and its name."""
        style = "" if self.scale.right - self.scale.left > WIDE / 2 else "short_"
        for at, begin in begins(unit, self.scale.start, self.scale.end, self.zone):
            yield at, step_name(unit, begin, self.words, style)

    def names(self, unit: Unit) -> list[AxisName] | None:
        """The names of all steps, or of those with an event; None if they collide."""
        if unit.hours or unit.name == "week":
            names = list(self._at_ticks(unit))
            return names if _is_apart(names, GAP) else None
        found = list(self._in_middles(unit))
        names = [name for name, fits in found if fits]
        for some in ([name for name, _ in found], names):
            if _is_apart(some, GAP):
                return some
        widest = max((text_width(name.text) for name in names), default=0)
        is_near = 0.6 * widest <= self.scale.room(unit)
        return _thinned([name for name in names if name.strong]) if is_near else None

    def _at_ticks(self, unit: Unit) -> Iterator[AxisName]:
        for at, text in self.begins(unit):
            name = AxisName(text, self.scale.x(at))
            if self._is_inside(name) and at >= self.scale.start:
                yield name

    def _is_inside(self, name: AxisName) -> bool:
        return self.scale.left <= name.reach[0] and name.reach[1] <= self.scale.right

    def _in_middles(self, unit: Unit) -> Iterator[tuple[AxisName, bool]]:
        """Each name in the middle of its step, moved inwards at the ends of the axis.

        And whether it fits into its step, if that is cut by an end of the axis.
        """
        begun = list(self.begins(unit))
        ends = [*(at for at, _ in begun[1:]), self.scale.end]
        for (at, text), end in zip(begun, ends, strict=True):
            left, right = self.scale.x(at), self.scale.x(end)
            middle = (left + right) / 2
            strong = any(at <= event < end for event in self.events)
            name = AxisName(text, round(middle, 1), "middle", strong)
            is_cut = at < self.scale.start or end - at < CUT * unit.minutes
            if is_cut and right - left < text_width(text) / 2:
                continue
            fits = not is_cut or text_width(text) <= right - left
            if name.reach[0] < self.scale.left:
                name = AxisName(text, self.scale.left, "start", strong)
            elif name.reach[1] > self.scale.right:
                name = AxisName(text, self.scale.right, "end", strong)
            yield name, fits

    def heads(self, unit: Unit) -> Iterator[AxisName]:
        """The names of the second row, each where its step begins, if it fits into it."""
        head = HEADS.get(unit.name)
        if head is None:
            return
        begun = list(begins(head, self.scale.start, self.scale.end, self.zone))
        ends = [*(at for at, _ in begun[1:]), self.scale.end]
        for (at, begin), end in zip(begun, ends, strict=True):
            left, right = self.scale.x(at), self.scale.x(end)
            for text in head_names(head, begin, self.words, self.zone):
                name = AxisName(text, left, "start")
                if name.reach[1] + GAP <= right or (len(begun) == 1 and self._is_inside(name)):
                    yield name
                    break


def _thinned(names: Sequence[AxisName]) -> list[AxisName]:
    """As many as have room, the last one first: what a story ends with matters most."""
    kept: list[AxisName] = []
    for name in reversed(names):
        if not kept or _is_apart([name, kept[0]], TIGHT):
            kept.insert(0, name)
    return kept


def _is_apart(names: Sequence[AxisName], gap: float) -> bool:
    return all(a.reach[1] + gap <= b.reach[0] for a, b in pairwise(names))
