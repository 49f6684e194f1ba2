"""Stretches of a timeline's rail: one to scale, and others that only keep the order.

Heights are units above the rail, depths units below it; where the rail is, they do not know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar
from zoneinfo import ZoneInfo

from engine.dates import Date, Kind, in_short, local_day, sort_key, span
from engine.drawing.bands import Band, bands, height
from engine.drawing.blocks import LEADING, even_lines
from engine.drawing.figure import Label, Words, wrap
from engine.drawing.flags import LOWEST, Flag, Wish, flags
from engine.drawing.marks import date_words
from engine.drawing.places import Place, places
from engine.drawing.scale import Scale, ruler
from engine.drawing.stage import Stage
from engine.graph import Graph
from engine.kinds.event import Event
from engine.settings import Era

T = TypeVar("T")
NAME = 26
"""The depth of the first row of names."""
ROW = 19
"""From row to row of names."""
COLUMN = 70
"""Units across for one date of a stretch that is not to scale, if there is room."""
WIDEST = 120
"""The units across of a line of a date there, at most."""
SLIMMEST = 40
"""Units across for one date at least; with less, dates are joined."""


Column = tuple[str, list[Event]]
"""A date in short, empty where the one before has the name of both, and its events."""


@dataclass(frozen=True)
class Name:
    """A word below the rail, at a depth; ``strong`` where something happened."""

    label: Label
    strong: bool = False


@dataclass(frozen=True)
class Track:
    """A stretch of rail and what belongs to it."""

    left: float
    right: float
    to_scale: bool
    places: tuple[Place, ...]
    bands: tuple[Band, ...] = ()
    ticks: tuple[float, ...] = ()
    """The x of each tick."""
    dots: tuple[float, ...] = ()
    borders: tuple[float, ...] = ()
    """Where an era begins."""
    leads: tuple[tuple[float, float], ...] = ()
    """From the rail at an x down to a name, at a depth."""
    names: tuple[Name, ...] = ()

    @property
    def depth(self) -> float:
        """How far its names reach down."""
        ends = [n.label.y + (len(n.label.lines) - 1) * LEADING for n in self.names]
        return max(ends, default=9.0) + 6


@dataclass(frozen=True)
class Tracks:
    """What tracks are made from. ``size`` is that of a symbol."""

    graph: Graph
    words: Words
    stage: Stage
    size: float

    def scaled(self, left: float, right: float) -> Track:
        """The main stretch, to scale."""
        zone, stage = self.graph.zone, self.stage
        scale = Scale(stage.start, stage.end, left, right)
        reaches = [(*stage.where(event.date, zone), event) for event in stage.shown]
        middles = [(_middle(stage, event, zone), event) for event in stage.shown]
        rule = ruler(scale, [span(e.date, zone).start or -1 for e in stage.shown], self.words, zone)
        laid = bands(
            ((scale.x(start), scale.x(end), event) for start, end, event in reaches),
            rule.fine.precision,
        )
        stood = places(
            ((scale.x(at), event) for at, event in middles),
            self.size,
            (left, right),
            lambda a, b: height(laid, a, b),
        )
        names = [Name(Label(n.x, NAME, (n.text,), n.anchor), n.strong) for n in rule.names]
        names += [Name(Label(n.x, NAME + ROW, (n.text,), n.anchor)) for n in rule.heads]
        track = Track(left, right, True, stood, laid, rule.ticks, names=tuple(names))
        return self._with_eras(track, scale)

    def _with_eras(self, track: Track, scale: Scale) -> Track:
        """The track with the names of its eras, if it has more than one."""
        if len(self.stage.eras) < 2:
            return track
        depth = max(name.label.y for name in track.names) + ROW + 2
        begins = [scale.x(_begin(self.graph, era)) for era in self.stage.eras]
        ends = [*begins[1:], track.right]
        names = [
            Name(Label(x + 6, depth, wrap(era.label, end - x - 10, most=1)), True)
            for era, x, end in zip(self.stage.eras, begins, ends, strict=True)
            if end - x > 40
        ]
        moved = [replace(n, label=replace(n.label, x=n.label.x + 6)) if n.label.y == NAME + ROW
                 else n for n in track.names]  # fmt: skip
        return replace(track, names=(*moved, *names), borders=tuple(begins))

    def strip(self, events: Sequence[Event], caption: str, left: float, right: float) -> Track:
        """Events in their order, a column for each date; not to scale."""
        columns = self._joined(self.columns(events), int((right - left) // SLIMMEST))
        step = (right - left) / len(columns)
        xs = [round(left + (n + 0.5) * step, 1) for n in range(len(columns))]
        found = [(x, event) for x, (_, group) in zip(xs, columns, strict=True) for event in group]
        stood = places(found, self.size, (left, right), lambda a, b: 4.0)
        widest = min(WIDEST, right - left)
        texts = {x: even_lines(text, widest, 2) for x, (text, _) in zip(xs, columns, strict=True)
                 if text}  # fmt: skip
        hung = _hung(texts, (left, right))
        names = [Name(_below(flag), True) for flag in hung]
        leads = tuple((flag.wish.x, flag.box.low - LEADING - 1) for flag in hung if flag.has_line)
        depth = max((flag.box.high for flag in hung), default=LOWEST)
        names.append(Name(Label(left, depth + 6, wrap(caption, right - left, most=3))))
        return Track(left, right, False, stood, dots=tuple(xs), names=tuple(names), leads=leads)

    def columns(self, events: Sequence[Event]) -> list[Column]:
        """The dates of events in short, in order, and the events of each."""
        said = date_words(self.words)
        return [
            (text, list(group))
            for text, group in groupby(
                events, key=lambda event: in_short(event.date, said, self.graph.zone)
            )
        ]

    def _joined(self, columns: list[Column], most: int) -> list[Column]:
        """At most so many columns: neighbours of a year are joined, and the first has its name.

        If there are more years than that, they are joined too.
        """
        if len(columns) <= most:
            return columns
        years = [list(group) for _, group in groupby(columns, self._year)]
        if len(years) > most:
            return [self._join([one for year in part for one in year])
                    for part in _parted(years, most)]  # fmt: skip
        shares = [1] * len(years)
        for _ in range(most - len(years)):
            fullest = max(range(len(years)), key=lambda n: len(years[n]) / shares[n])
            shares[fullest] += 1
        return [
            self._join(part) if n == 0 else ("", self._join(part)[1])
            for year, share in zip(years, shares, strict=True)
            for n, part in enumerate(_parted(year, share))
        ]

    def _year(self, column: Column) -> int:
        zone = self.graph.zone
        return local_day(sort_key(column[1][0].date, zone)[0], zone).year

    def _join(self, columns: Sequence[Column]) -> Column:
        """Columns as one, which is named by its years."""
        years = [self._year(columns[0]), self._year(columns[-1])]
        said = [self.words["dates.year"].format(year=year) for year in years]
        name = self.words["figure.axis.range"].format(start=said[0], end=said[1])
        events = [event for _, found in columns for event in found]
        return said[0] if said[0] == said[1] else name, events


def _parted(row: Sequence[T], count: int) -> list[Sequence[T]]:
    """A row in so many parts of about one length."""
    length = len(row)
    return [row[n * length // count : (n + 1) * length // count] for n in range(count)]


def _middle(stage: Stage, event: Event, zone: ZoneInfo) -> float:
    """Where the mark of an event stands: amid what it covers, or amid its only known end."""
    points, when = event.date.points, event.date
    if len(points) < len(when.sides):
        when = Date(when.text, Kind.POINT, points)
    start, end = stage.where(when, zone)
    return (start + end) / 2


def _begin(graph: Graph, era: Era) -> int:
    assert isinstance(era.from_, Date), "an era on the axis has both bounds"
    return sort_key(era.from_, graph.zone)[0]


def _hung(texts: Mapping[float, tuple[str, ...]], ends: tuple[float, float]) -> tuple[Flag, ...]:
    """A name for each x; of too many, only those of the first and the last."""
    wishes = [Wish(x, LOWEST - 8, (lines,)) for x, lines in texts.items()]
    found = flags(wishes, (), ends, 4)
    return found or flags(list(dict.fromkeys([wishes[0], wishes[-1]])), (), ends, 4) or ()


def _below(flag: Flag) -> Label:
    """The label of a flag that hangs: heights are read as depths."""
    box = flag.box
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[flag.anchor]
    return Label(round(x, 1), box.low - LOWEST + NAME, flag.lines, flag.anchor)
